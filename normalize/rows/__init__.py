"""A table as rows: what its columns are for, its records, and the items they name."""
