"""The rows of one table as they will be read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.intake.shape.records import ShapedTable
from models.text.formats import number
from ui.intake.shaped_columns import SHAPED_COLUMNS, ShapedRow
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import column_in, label, named

PREVIEW_ROWS = 500
WORDS = "Xem trước những người đọc được"


class RowsPreview(QWidget):
    """The first rows, below how many there are; `name` is that of the table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[ShapedRow, ...] = ()
        self._count = label("", "muted", wrap=True, name=f"{name}-count")
        model = RowsModel(SHAPED_COLUMNS, held_rows(self, lambda at: self._rows[at]), self)
        self._table = named(DataTable(model, "import-preview", 2), name, WORDS)
        self._table.lines_wanted = FEW_LINES
        self._table.empty_title = "Chưa đọc được ai"
        self._table.empty_hint = "Hãy chọn cột “Họ và tên”, hoặc đổi dòng tiêu đề."
        column = column_in(self)
        column.addWidget(self._count)
        column.addWidget(self._table, 1)

    def show_shaped(self, shaped: ShapedTable) -> None:
        """Show what came of a table."""
        self._rows = tuple(map(ShapedRow, range(PREVIEW_ROWS), shaped.rows))
        self._table.rows.set_ids(range(len(self._rows)))
        self._count.setText(read_words(shaped))

    def clear(self) -> None:
        """No table is looked at."""
        self._rows = ()
        self._table.rows.set_ids(())
        self._count.clear()


def read_words(shaped: ShapedTable) -> str:
    """ "Đọc được 45 người; bỏ qua 3 dòng"; nothing is said of what there is none of."""
    rejected = len(shaped.rejected)
    parts = [f"Đọc được {number(len(shaped.rows))} người"]
    for count, words in (
        (len(shaped.skipped) - rejected, "dòng bỏ qua"),
        (rejected, "dòng không hợp lệ"),
    ):
        if count:
            parts.append(f"{number(count)} {words}")
    return f"{'; '.join(parts)}."
