"""Cells whose content the file does not hold: formulas without a value, errors, what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.grid import LOST, NO_STORED_VALUE, Sheet
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.values import Complaints


def tell_of_missing(
    sheet: Sheet, layout: Layout, rows: Sequence[int], complaints: Complaints
) -> None:
    """Complain of each such cell in a column that is read; `rows` are those of the people."""
    if not sheet.missing:
        return
    positions = {at: position for position, at in enumerate(rows)}
    read = set(layout.at.values()) - {layout.at.get(Field.ORDER_NUMBER)}
    for (at, column), why in sheet.missing.items():
        if at in positions and column in read:
            complaints.add(positions[at], column, why, _about_missing(why))


def _about_missing(why: str) -> str:
    if why == NO_STORED_VALUE:
        return "Ô có công thức chưa có giá trị; hãy mở tệp bằng Excel, lưu lại rồi thử lại."
    if why == LOST:
        return "Nội dung của ô bị mất trong tệp; hãy nhập lại ô này."
    return f"Ô báo lỗi {why}; hãy sửa công thức trong tệp."
