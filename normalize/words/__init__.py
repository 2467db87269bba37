"""Thai words and the values they write: numbers, dates, intervals, lists, sections."""
