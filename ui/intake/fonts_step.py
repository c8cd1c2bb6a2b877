"""The step before the others when columns were typed in old fonts: before, after, and which."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from models.intake.old_text import OldText
from models.intake.sitting.records import ReadFile
from models.text.legacy.codec import ENCODING_NAMES
from ui.theme.pieces import column_in, label, named

TITLES = ("Cột", "Bảng mã", "Trước khi chuyển", "Sau khi chuyển", "Lý do")
HINT = (
    "Những cột này được gõ bằng phông chữ cũ hoặc bị mã hóa hai lần. Cột được đánh dấu sẽ chuyển "
    "sang Unicode; tệp gốc không bị thay đổi."
)
FOUND_ROLE = Qt.ItemDataRole.UserRole + 1
EXAMPLES_SHOWN = 3


class FontsStep(QWidget):
    """All columns are ticked at first; Space takes a tick away."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.tree = named(QTreeView(), "fonts", "Các cột gõ bằng phông chữ cũ")
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setModel(self._model)
        column = column_in(self)
        column.addWidget(label(HINT, "muted", wrap=True))
        column.addWidget(self.tree, 1)

    def show_files(self, files: Sequence[ReadFile]) -> None:
        """One line for each column that seems to be in an old encoding."""
        self._model.clear()
        self._model.setHorizontalHeaderLabels(list(TITLES))
        several = sum(1 for file in files if file.old) > 1
        for file in files:
            for found in file.old:
                place = f"{found.sheet}, cột {found.letter}"
                self._add(f"{file.path.name}, {place}" if several else place, file.path, found)
        header = self.tree.header()
        header.setStretchLastSection(False)
        for at in range(len(TITLES)):
            short = at < TITLES.index("Trước khi chuyển")
            fit, share = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, fit if short else share)

    def _add(self, place: str, path: Path, found: OldText) -> None:
        item = QStandardItem(place)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked)
        item.setData((path, found), FOUND_ROLE)
        before, after = (
            " · ".join(pair[side] for pair in found.examples[:EXAMPLES_SHOWN]) for side in (0, 1)
        )
        words = (ENCODING_NAMES[found.encoding], before, after, found.why)
        cells = [item, *map(QStandardItem, words)]
        for cell in cells:
            cell.setToolTip(cell.text())
        self._model.appendRow(cells)

    def confirmed(self) -> dict[Path, list[OldText]]:
        """The ticked columns of each file."""
        chosen: dict[Path, list[OldText]] = {}
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.checkState() is Qt.CheckState.Checked:
                path, found = item.data(FOUND_ROLE)
                chosen.setdefault(path, []).append(found)
        return chosen
