"""Why a workbook cannot be filled, in sentences."""

from __future__ import annotations

from models.errors import AppError

SAVE_AS_XLSX = "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu “Excel Workbook (.xlsx)”."


def not_a_workbook() -> AppError:
    """Neither .xlsx nor anything like it."""
    return AppError("Tệp này không phải bảng tính Excel (.xlsx).", SAVE_AS_XLSX)


def old_workbook() -> AppError:
    """.xls, .xlsb or .ods."""
    return AppError("Tệp này theo kiểu khác .xlsx nên chưa điền được.", SAVE_AS_XLSX)


def locked_workbook() -> AppError:
    """Encrypted as a whole."""
    return AppError(
        "Tệp này có mật khẩu nên chưa mở được.",
        "Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại, hoặc xin thành phố bản không khóa.",
    )


def has_macros() -> AppError:
    """.xlsm, or code in any other."""
    return AppError(
        "Tệp này có macro nên không được điền tự động, để bảo đảm an toàn.", SAVE_AS_XLSX
    )


def is_signed() -> AppError:
    """A digital signature would be broken by any change."""
    return AppError(
        "Tệp này có chữ ký số; điền vào sẽ làm mất hiệu lực của chữ ký.",
        "Hãy xin thành phố bản mẫu chưa ký số.",
    )


def damaged_workbook() -> AppError:
    """What should be there is not, or cannot be read."""
    return AppError(
        "Tệp này bị hỏng hoặc không đúng kiểu .xlsx nên chưa điền được.",
        "Hãy mở và lưu lại bằng Excel, hoặc tải lại tệp.",
    )


def oversized_workbook() -> AppError:
    """More than a form of a city has."""
    return AppError(
        "Tệp này lớn quá mức của một biểu mẫu nên chưa điền được.",
        "Hãy giữ lại trang tính cần điền rồi lưu thành tệp khác.",
    )


def no_sheet(name: str, known: tuple[str, ...]) -> AppError:
    """The sheet that was mapped has gone, or was never there."""
    shown = ", ".join(f"“{each}”" for each in known)
    return AppError(f"Tệp không có trang tính “{name}”.", f"Các trang tính có trong tệp: {shown}.")


def holds_formula(place: str) -> AppError:
    """A mapped cell calculates."""
    return AppError(
        f"Ô {place} của mẫu có công thức nên không ghi đè số vào đó.",
        "Hãy bỏ gán ô này: Excel tự tính khi các ô khác đã điền.",
    )


def hidden_by_merge(place: str, shown: str) -> AppError:
    """A mapped cell lies under another one."""
    return AppError(
        f"Ô {place} bị gộp vào ô {shown} nên số ghi vào đó không hiện ra.",
        f"Hãy gán cho ô {shown}.",
    )


def is_kept_by_excel(place: str) -> AppError:
    """A mapped cell is the head or the total of a table, or of a pivot table."""
    return AppError(
        f"Ô {place} là dòng tiêu đề, dòng tổng của một bảng do Excel quản lý (Table, PivotTable); "
        "ghi vào đó làm hỏng tệp.",
        "Hãy gán cho ô nhập số liệu của bảng.",
    )


def is_locked(place: str) -> AppError:
    """A protected sheet does not let this cell be typed into."""
    return AppError(
        f"Trang tính được bảo vệ và ô {place} bị khóa nên không điền.",
        "Hãy gán cho ô được phép nhập, hoặc xin thành phố bỏ bảo vệ trang tính.",
    )
