"""Marking people by a text: paste on the left, who was recognised on the right."""
