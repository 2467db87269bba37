"""Files made to break a reader, and what must become of each.

They are made when a test wants them (``make.py``) and never kept: some are bombs. What a file does
to a reader belongs here; which limits stop it belongs to the pipeline.
"""
