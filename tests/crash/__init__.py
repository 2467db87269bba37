"""Loads that are killed, starved of disk, raced against each other or looked over the shoulder of.

What a database must be afterwards belongs here: the old one or the new one, whole. What goes into a
database does not.
"""
