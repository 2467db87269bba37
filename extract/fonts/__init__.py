"""What glyphs mean: the encodings, names, shapes and repairs of the fonts of a page."""
