"""What the samples were read as, whole, to be looked through by a person when it changes.

``report.py`` says how a report is written down, ``refresh.py`` writes it; the JSON files are the
goldens. The truth files say what is right; the goldens also show what the truth does not tell:
places, raw text, mentions, checks and findings.
"""
