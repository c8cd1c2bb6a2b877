"""One table of decisions for every flow: the same keys, and the same meaning of each."""
