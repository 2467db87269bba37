"""Forms, cards, labelled lines and tables of other shapes, brought into the shape of rows."""
