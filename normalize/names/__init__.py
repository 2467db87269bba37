"""What words name: codes, items, sections, header phrases, what a sentence speaks of."""
