"""Marking by text: whom a message, a list or the text of a photo speaks of, never by a guess."""
