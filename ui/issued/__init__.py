"""Documents that were issued: given out again, recalled, and beside files that came back."""
