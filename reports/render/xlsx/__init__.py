"""Excel workbooks by openpyxl; importing this package costs about a fifth of a second."""

from reports.render.xlsx.book import render_xlsx

__all__ = ["render_xlsx"]
