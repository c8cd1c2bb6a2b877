"""PDF by reportlab; importing this package costs about a fifth of a second."""

from reports.render.pdf.book import render_pdf

__all__ = ["render_pdf"]
