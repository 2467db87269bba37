"""Pages that are pictures: from the drawn page to the glyphs, rules and shades of a text page."""
