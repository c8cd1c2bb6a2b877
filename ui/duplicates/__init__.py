"""Entries of the roster that may be one person: side by side, merged or told apart."""
