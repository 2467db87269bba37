"""Rules that a table leaves to be imagined: between columns, between rows, above names."""
