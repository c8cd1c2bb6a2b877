"""The one place that says which version this is and what the program is called."""

VERSION = "0.1.0"
PRODUCT_NAME = "Tiến Độ"
FILE_SUFFIX = ".tiendo"
COPY_FOLDER = "sao-luu"


def version_numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that compare: "0.10.0" is newer than "0.9"; equal ones are equal."""
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
