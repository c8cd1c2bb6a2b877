"""What is said of made-up data wherever it leaves."""

PRACTICE_MARK = "SỐ LIỆU THỰC HÀNH, KHÔNG DÙNG ĐỂ GỬI ĐI"
IN_BRACKETS = "số liệu thực hành"
PRACTICE_NOTE = "Đây là số liệu thực hành, không dùng để gửi đi."
PRACTICE_STEM = "ThucHanh"
"""With it the name of a file begins."""


def practice_name(name: str) -> str:
    """The name of a file, as one that holds what is made up."""
    return f"{PRACTICE_STEM}_{name}"


def with_practice_mark(text: str) -> str:
    """A text to send, below a line that says that it is made up."""
    return f"[{PRACTICE_MARK}]\n{text}"
