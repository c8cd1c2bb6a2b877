"""What pasting or filling would do, before it is done: each cell before and after, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from models.records.cells import CellPlan, PlannedCell
from models.records.person_columns import PERSON_TITLES
from models.text.formats import number
from ui.calls.marks import MANY
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label

BLANK = "(trống)"

SCREEN_SHARE = 0.92


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line of the plan under a number of its own."""

    id: int
    line: PlannedCell


def _after(each: _Numbered) -> str:
    also = f", bỏ cả {each.line.also}" if each.line.also else ""
    return f"{each.line.after or BLANK}{also}"


COLUMNS: tuple[Column[_Numbered], ...] = (
    Column("serial", "STT", 4, kind=Kind.SERIAL),
    Column("name", "Họ và tên", 24, lambda each: each.line.name, Kind.STRONG),
    Column("column", "Cột", 12, lambda each: PERSON_TITLES.get(each.line.column, each.line.column)),
    Column("before", "Đang ghi", 22, lambda each: each.line.before or BLANK, Kind.QUIET),
    Column("after", "Sẽ ghi", 22, _after),
    Column(
        "refusal", "Không ghi được vì", 26, lambda each: each.line.refusal, Kind.WARNING, fills=True
    ),
)


class CellPreview(QDialog):
    """`accepted` means: write. `import_asked` means: what was pasted is a list of people."""

    import_asked = Signal()

    def __init__(self, plan: CellPlan, title: str, parent: QWidget, *, may_import: bool) -> None:
        super().__init__(parent)
        self.setObjectName("cell-preview")
        self.setWindowTitle(title)
        lines = (*plan.refusals, *plan.changes)
        numbered = [_Numbered(at, line) for at, line in enumerate(lines)]
        self._model: RowsModel[_Numbered] = RowsModel(
            COLUMNS, held_rows(self, numbered.__getitem__), self
        )
        self.table = DataTable(self._model, "cell-preview")
        self.table.setObjectName("preview-table")
        self.table.setAccessibleName("Các ô sẽ sửa")
        self._model.set_ids(range(len(numbered)))
        column = dialog_column(self)
        column.addWidget(label(title, "title"))
        told = label(_words(plan), wrap=True)
        told.setObjectName("preview-words")
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons(plan, may_import=may_import))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        wanted = QSize(letter * 140, line * 30)
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * SCREEN_SHARE))
        self.finished.connect(self.deleteLater)

    def _buttons(self, plan: CellPlan, *, may_import: bool) -> QHBoxLayout:
        other = button("Nhập thành &danh sách…", "as-list")
        other.setToolTip("Không ghi vào ô; đọc phần đã chép như một danh sách người")
        other.clicked.connect(self._import)
        cancel = button("&Hủy", "cancel")
        cancel.clicked.connect(self.reject)
        write = button(f"&Ghi {number(len(plan.changes))} ô", "write", primary=True)
        write.setEnabled(bool(plan.changes))
        safe = plan.marked > MANY or bool(plan.losses)
        write.clicked.connect(self.accept)
        return footer(act=write, leave=cancel, others=[other] * may_import, loses=safe)

    def _import(self) -> None:
        self.reject()
        self.import_asked.emit()


def _words(plan: CellPlan) -> str:
    parts = [f"Sẽ ghi vào {number(len(plan.changes))} ô"]
    if plan.losses:
        parts.append(f"{number(len(plan.losses))} người mất cả dấu hoàn thành, điểm và số lần thi")
    if plan.unchanged:
        parts.append(f"{number(plan.unchanged)} ô đã ghi như vậy")
    if plan.refusals:
        parts.append(f"{number(len(plan.refusals))} ô không ghi được, xem lý do ở đầu bảng")
    return "; ".join(parts) + ". Chưa có gì thay đổi."
