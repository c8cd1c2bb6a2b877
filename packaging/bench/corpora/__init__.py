"""Rows, texts and unit names of which the truth is known, and what matching makes of them."""
