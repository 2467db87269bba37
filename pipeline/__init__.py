"""The `ita` command and what one run of it does.

Finding files, deciding which are new, workers, time limits, locking and what is printed belong
here. Reading reports, their facts and the database do not: this package only calls those stages.
"""
