"""From the command to an open file: first start, opening, one window for each file."""
