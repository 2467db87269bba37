"""Small PDFs of tricky Thai words by real producers, how to make them, and tests of them."""
