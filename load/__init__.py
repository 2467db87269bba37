"""Facts become a relational database: schema, views, dictionary, refresh by replacement.

Belongs here: everything that knows SQL. Does not belong here: how a fact was read or checked
(``extract``, ``normalize``, ``quality``) and what is shown of the database (``publish``).
"""
