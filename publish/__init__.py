"""What an analyst gets out of a database: questions, search, exports, the report, Datasette.

Belongs here: everything that reads a finished database and shows it. Does not belong here: how a
fact was read, checked or stored (``extract``, ``normalize``, ``quality``, ``load``), nor the words
of a command line (``pipeline``). Nothing here ever writes to the database.
"""
