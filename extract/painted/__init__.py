"""What a page paints, operator by operator: glyphs, rules, shades, frames."""
