"""The maker of the bundled sample reports and of the layout fixtures, and nothing a user runs.

Everything here writes files (PDF and truth); reading PDFs belongs to the pipeline's own folders,
and no module here may import them, so that the truth never comes from the code under test.
"""
