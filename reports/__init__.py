"""Figures become pages and sheets; no database and no window here."""
