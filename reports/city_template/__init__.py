"""The city's own workbook: looked at and filled without touching anything but the mapped cells."""
