"""The one place that says which version this is and what the program is called."""

VERSION = "0.1.0"
PRODUCT_NAME = "Tiến Độ"
FILE_SUFFIX = ".tiendo"
