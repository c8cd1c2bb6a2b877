"""What the office knows and the rules it keeps; runs without a window."""
