"""A returned file beside the one that was issued: the same, or which cell was changed."""
