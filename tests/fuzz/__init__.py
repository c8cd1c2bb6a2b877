"""Readers of what comes from somewhere else, given what no writer of ours has written."""
