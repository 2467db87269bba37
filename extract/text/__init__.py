"""What is printed outside of tables and in their cells: clusters, lines, pieces, paragraphs."""
