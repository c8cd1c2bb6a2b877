"""Word by python-docx; importing this package costs about a fifth of a second."""

from reports.render.docx.book import render_docx

__all__ = ["render_docx"]
