"""PDF by reportlab; importing this package costs about a tenth of a second."""

from reports.render.pdf.book import render_first_page, render_pdf

__all__ = ["render_first_page", "render_pdf"]
