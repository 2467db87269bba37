"""Grids, and the tables that no upright rules draw: columns and rows by names, keys and gaps."""
