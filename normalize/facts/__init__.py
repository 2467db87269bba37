"""Facts out of rows and lines: scores wherever they stand, measures, the rating."""
