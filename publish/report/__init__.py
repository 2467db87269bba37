"""The report: a folder of plain web pages that open from a file and need no network.

Belongs here: which pages there are, what they say, how they look. Questions are put through
``publish.reader`` and the named questions; nothing is computed that a question could answer.
"""
