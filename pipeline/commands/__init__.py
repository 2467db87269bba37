"""One module per command of `ita`, each with its click command in `command`.

A module is imported when its command is named or listed, so at the top of a module stand only
click and the light modules of this package; what takes time to import is imported when it runs.
"""
