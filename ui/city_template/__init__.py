"""The city's own workbook in the window: what goes where is picked on the sheet itself."""
