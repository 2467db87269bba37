"""Makes the held-out reports of ``tests/heldout``: layouts thought up without seeing the reader.

Belongs here: one template per report, marked with what it says, and what prints it. Not here: the
reading of reports.
"""
