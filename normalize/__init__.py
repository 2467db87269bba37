"""Tables and paragraphs to typed facts: knows Thai and the assessment, nothing of PDF or SQL."""
