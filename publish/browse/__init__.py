"""The database in a web browser: Datasette over one file, on this machine only.

Belongs here: what Datasette is told (titles and meanings from the dictionary, the named questions)
and what it is taught (Thai search of any length, the page a fact was read from). Datasette itself
is optional; nothing outside this folder imports it.
"""
