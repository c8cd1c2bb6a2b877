"""Matching an export of the platform or of the city with the roster."""
