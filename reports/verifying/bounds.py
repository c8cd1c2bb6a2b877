"""How much of a returned file is read, and why one is not, in sentences."""

from __future__ import annotations

from models.errors import AppError
from models.text.formats import size_words

LARGEST_RETURNED = 60 * 2**20
"""Bytes of a file; a list of 60.000 rows takes a fifth of it."""
MEMORY = 1_200 * 2**20
"""Bytes that the process which reads it may take."""
MOST_PAGES, MOST_ROWS, MOST_COLUMNS = 5_000, 300_000, 256


def returned_too_large(name: str) -> AppError:
    """More bytes than any document of an office has."""
    return AppError(
        f"Tệp “{name}” quá lớn (trên {size_words(LARGEST_RETURNED)}) nên không kiểm tra được.",
        "Hãy xin tệp đúng như văn bản đã gửi, không chèn thêm ảnh.",
    )


def returned_too_long(name: str) -> AppError:
    """More pages or rows than any document of an office has."""
    return AppError(
        f"Tệp “{name}” có quá nhiều trang hoặc dòng nên không kiểm tra được.",
        "Hãy xin đúng tệp của văn bản đã gửi.",
    )


def returned_too_slow(name: str) -> AppError:
    """The process that reads it did not come to an end."""
    return AppError(
        f"Đọc tệp “{name}” quá lâu mà chưa xong nên chưa kiểm tra được.",
        "Hãy xin đúng tệp của văn bản đã gửi.",
    )


def returned_damaged(name: str) -> AppError:
    """It claims to be what it is not."""
    return AppError(
        f"Tệp “{name}” hỏng hoặc không đúng định dạng nên không đọc được.",
        "Hãy xin gửi lại tệp.",
    )


def returned_locked(name: str) -> AppError:
    """It is encrypted."""
    return AppError(
        f"Tệp “{name}” được đặt mật khẩu nên không đọc được.",
        "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi kiểm tra.",
    )


def old_office(name: str) -> AppError:
    """.doc, .xls, or one of today's formats with a password."""
    return AppError(
        f"Tệp “{name}” ở dạng Word, Excel đời cũ (.doc, .xls) hoặc được đặt mật khẩu.",
        "Hãy mở tệp bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi kiểm tra.",
    )


def other_kind(name: str) -> AppError:
    """None of the three formats in which documents are issued."""
    return AppError(
        f"Tệp “{name}” không phải là PDF, Word (.docx) hay Excel (.xlsx).",
        "Hãy chọn tệp mà nơi nhận gửi lại ở một trong ba dạng này.",
    )
