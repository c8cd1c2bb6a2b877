"""Screens and the headless commands; no SQL and no file formats here."""
