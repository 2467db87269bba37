"""Files to pages, characters and tables with their place: knows PDF, nothing of the assessment."""
