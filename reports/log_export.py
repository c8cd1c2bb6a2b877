"""The log of what was done, as a workbook that leaves: that it did is itself put into the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from models.errors import AppError
from models.papers.action_log import log_action
from models.records.actions import ActionKind, LoggedAction
from models.store.store import Store
from models.text.cell_names import column_letters, place_name
from models.text.formats import number
from reports.publish import write_file, write_logged
from reports.render.xlsx.cells import CellLook, date_cell, number_cell, text_cell
from reports.render.xlsx.pack import BookWriter
from reports.render.xlsx.pages import fit_to_width

TITLE = "Nhật ký hoạt động"
COLUMNS = (
    ("Thời gian", 20),
    ("Người thực hiện", 20),
    ("Nội dung", 60),
    ("Số lượng", 12),
    ("Đơn vị tính", 12),
    ("Nơi đến", 40),
    ("Lý do, chi tiết", 40),
)
A_MOMENT = "dd/mm/yyyy hh:mm:ss"
SUFFIX = ".xlsx"


def export_log_lines(
    store: Store, lines: Sequence[LoggedAction], path: Path, *, overwrite: bool = False
) -> Path:
    """Write `lines` as a workbook at `path`; gives `path` back.

    Raises `AppError` as `write_file`, for another kind of file, and where it could not be logged:
    no workbook stays then.
    """
    if path.suffix.lower() != SUFFIX:
        raise AppError(
            f"Nhật ký hoạt động chỉ xuất được ra tệp Excel ({SUFFIX}), không phải “{path.name}”.",
            f"Hãy đặt tên tệp kết thúc bằng {SUFFIX}.",
        )
    if store.only_read is not None:
        raise AppError(
            "Dữ liệu này chỉ mở để xem nên không ghi được rằng nhật ký đã được xuất.",
            "Hãy xuất từ dữ liệu đang dùng của xã.",
        )
    write_logged(
        path,
        lambda: write_file(log_workbook(lines, store.clock().date()), "xlsx", path, overwrite),
        lambda: log_action(store, ActionKind.LOG_EXPORTED, count=len(lines), place=str(path)),
    )
    return path


def log_workbook(lines: Sequence[LoggedAction], day: date) -> bytes:
    """The lines as they are given; what is text stays text, whatever it begins with."""
    book = BookWriter()
    sheet = book.sheet(TITLE)
    plain = CellLook(vertical="top")
    head = book.face(plain._replace(bold=True, horizontal="center", border="000000"))
    words = book.face(plain._replace(border="000000"))
    counts = book.face(plain._replace(border="000000", number_format="#,##0"))
    moments = book.face(plain._replace(border="000000", number_format=A_MOMENT))
    title = book.face(CellLook(size=14, bold=True, wrap=False))
    sheet.add([text_cell("A1", f"{TITLE} ({number(len(lines))} dòng)", title)], 1)
    sheet.add(
        [text_cell(place_name((2, at + 1)), name, head) for at, (name, _) in enumerate(COLUMNS)], 7
    )
    for line in lines:
        row = sheet.row
        texts = (line.who, line.what, "", line.counted if line.count >= 0 else "")
        cells = [date_cell(place_name((row, 1)), line.at, moments)]
        for at, text in enumerate((*texts, line.place, line.why), start=1):
            if at == 3 and line.count >= 0:
                cells.append(number_cell(place_name((row, at + 1)), line.count, counts))
            else:
                cells.append(text_cell(place_name((row, at + 1)), text, words))
        sheet.add(cells, len(COLUMNS))
    for at, (_, width) in enumerate(COLUMNS):
        sheet.page.column_dimensions[column_letters(at + 1)].width = width
    sheet.page.freeze_panes = "A3"
    sheet.page.page_setup.orientation = "landscape"
    fit_to_width(sheet)
    sheet.page.print_title_rows = "2:2"
    return book.packed(day)
