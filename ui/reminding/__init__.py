"""Reminding units one after the other, and naming their heads."""
