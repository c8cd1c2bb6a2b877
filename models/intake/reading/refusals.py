"""Why a file was not read, in sentences for the officer."""

from __future__ import annotations

from models.errors import AppError
from models.intake.reading import no_lists

CHOOSE_ANOTHER = "Hãy chọn tệp Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods) hoặc .csv."
ASK_AGAIN = "Hãy xin đơn vị gửi lại tệp, hoặc mở bằng Excel rồi lưu lại thành .xlsx."
SAVE_AS_XLSX = "Hãy mở tệp bằng Excel, chọn “Lưu thành” dạng .xlsx rồi thử lại."
UNLOCK = "Hãy mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại."
COPY_TABLE = "Hãy chép riêng bảng danh sách sang một tệp Excel mới rồi thử lại."
COPY_AND_PASTE = "Hãy mở tệp, sao chép bảng danh sách rồi dán vào chương trình (Ctrl+Shift+V)."
PASTED_FROM = frozenset({"tài liệu Word", "tài liệu PDF", "trang web không có bảng"})


class PasswordNeeded(AppError):
    """The workbook is encrypted. `wrong` tells whether a password was tried and did not open it."""

    def __init__(self, sentence: str, advice: str = "", *, wrong: bool = False) -> None:
        super().__init__(sentence, advice)
        self.wrong = wrong


def password_needed(name: str, *, wrong: bool) -> PasswordNeeded:
    """Encrypted, and no password or a wrong one was given."""
    if wrong:
        sentence = f"Mật khẩu không mở được tệp “{name}”."
        return PasswordNeeded(sentence, "Hãy hỏi lại người gửi rồi nhập lại.", wrong=True)
    sentence = f"Tệp “{name}” được đặt mật khẩu."
    return PasswordNeeded(sentence, "Hãy nhập mật khẩu mà người gửi đã đặt.")


def cannot_unlock(name: str) -> AppError:
    """Encrypted in a way that this program cannot open even with the password."""
    return AppError(f"Tệp “{name}” được mã hóa theo kiểu không đọc được ở đây.", UNLOCK)


def not_spreadsheet(name: str, what: str = "") -> AppError:
    """The content is something else; `what` names it in Vietnamese when known."""
    if what:
        advice = COPY_AND_PASTE if what in PASTED_FROM else CHOOSE_ANOTHER
        advice = no_lists.ADVICE.get(what, advice)
        return AppError(f"Tệp “{name}” là {what}, không phải bảng tính.", advice)
    return AppError(f"Tệp “{name}” không phải là bảng tính.", CHOOSE_ANOTHER)


def too_old(name: str) -> AppError:
    """A format from before 1995, or one that only its own program opens."""
    return AppError(f"Tệp “{name}” ở định dạng quá cũ hoặc hiếm gặp.", SAVE_AS_XLSX)


def empty_file(name: str) -> AppError:
    """Zero bytes, or nothing but blanks."""
    return AppError(f"Tệp “{name}” trống, không có dữ liệu.", "Hãy xin đơn vị gửi lại tệp.")


def letters_lost(name: str, example: str) -> AppError:
    """Saved in an encoding that has no Vietnamese letters; nothing can bring them back."""
    return AppError(
        f"Tệp “{name}” đã mất chữ có dấu khi lưu (ví dụ “{example[:60]}”), không khôi phục được.",
        "Hãy mở tệp gốc bằng Excel rồi lưu thành .xlsx hoặc “CSV UTF-8”, hoặc xin đơn vị gửi lại.",
    )


def no_rows(name: str) -> AppError:
    """A sound workbook in which every cell is empty."""
    advice = "Hãy kiểm tra xem có chọn nhầm tệp không."
    return AppError(f"Tệp “{name}” không có dòng dữ liệu nào.", advice)


def damaged(name: str) -> AppError:
    """Truncated, or broken inside."""
    return AppError(f"Tệp “{name}” bị hỏng hoặc tải về chưa đủ.", ASK_AGAIN)


def too_large(name: str) -> AppError:
    """More than the memory bound allows."""
    return AppError(f"Tệp “{name}” quá lớn để đọc an toàn.", COPY_TABLE)


def too_slow(name: str, seconds: float) -> AppError:
    """The parser did not finish in time."""
    return AppError(f"Đọc tệp “{name}” quá {seconds:.0f} giây mà chưa xong.", COPY_TABLE)


def suspicious(name: str, why: str) -> AppError:
    """Made to harm rather than to be read; `why` is a Vietnamese clause."""
    advice = "Không mở tệp này; hãy xin đơn vị gửi lại bản khác."
    return AppError(f"Tệp “{name}” không an toàn: {why}.", advice)


def missing_file(name: str) -> AppError:
    """Moved or deleted since it was chosen."""
    return AppError(f"Không tìm thấy tệp “{name}”.", "Tệp có thể đã bị chuyển hoặc đổi tên.")


def is_folder(name: str) -> AppError:
    """A folder where a file is expected."""
    return AppError(f"“{name}” là thư mục, không phải tệp.", "Hãy chọn từng tệp trong thư mục.")


def locked(name: str) -> AppError:
    """Another program holds the file, or the officer may not read it."""
    advice = "Hãy đóng tệp trong Excel (hoặc chương trình khác) rồi thử lại."
    return AppError(f"Không mở được tệp “{name}” vì đang bị chương trình khác giữ.", advice)


def unreadable(name: str) -> AppError:
    """The disk or the network failed while reading."""
    advice = "Hãy chép tệp vào máy rồi thử lại."
    return AppError(f"Không đọc được tệp “{name}” từ ổ đĩa.", advice)


def no_room(name: str) -> AppError:
    """The disk for temporary files is full or locked."""
    advice = "Hãy dọn bớt ổ đĩa (thư mục tạm của Windows) rồi thử lại."
    return AppError(f"Không đọc được tệp “{name}” vì ổ đĩa không còn chỗ cho tệp tạm.", advice)


def lock_file(name: str) -> AppError:
    """An owner file that Office leaves beside an open document."""
    advice = f"Hãy chọn tệp “{name.removeprefix('~$')}” bên cạnh."
    return AppError(f"“{name}” là tệp tạm của Office, không có dữ liệu.", advice)
