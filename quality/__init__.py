"""Checks over facts: the report is its own oracle. Knows the assessment, nothing of PDF or SQL."""
