"""The published tables as files: a workbook, CSV, Parquet, a data package.

Each format is a module with a function ``write(connection, folder)`` that returns the files it
made. What the tables are, and what their columns mean, is in ``publish.tables``.
"""
