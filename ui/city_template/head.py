"""Which template, under which name, on which sheet, filled which way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from models.records.city import CityTemplate, TemplateWay
from ui.theme.pieces import button, column_in, line_edit, named
from ui.theme.quiet_combo import QuietCombo
from ui.theme.without_signals import without_signals

WAYS = {
    TemplateWay.CELLS: "Từng ô",
    TemplateWay.COLUMNS: "Từng cột",
}
FRESH = "(mẫu mới)"


class TemplateHead(QWidget):
    """`switched` carries the id of a stored template, `sheet_chosen` a name, `way_chosen` a
    `TemplateWay`; `renamed` the name as it is typed."""

    switched = Signal(int)
    sheet_chosen = Signal(str)
    way_chosen = Signal(object)
    renamed = Signal(str)
    file_wanted = Signal()
    paste_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stored = named(QuietCombo(), "city-templates", "Các mẫu đã lưu")
        self._name = line_edit("city-name", "Tên mẫu", "Tên mẫu", 30)
        self._sheet = named(QuietCombo(), "city-sheets", "Trang tính")
        self._way = named(QuietCombo(), "city-way", "Cách điền")
        self._way.addItems(list(WAYS.values()))
        for field in (self._stored, self._sheet, self._way):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        file = button("&Tệp của thành phố…", "city-file")
        paste = button("&Dán tiêu đề Google Sheet", "city-paste")
        self._remove = button("&Xóa mẫu", "city-remove")
        first, second = QHBoxLayout(), QHBoxLayout()
        for each in (self._stored, file, paste, self._remove):
            first.addWidget(each)
        first.addStretch()
        for words, asked in (("Tên", self._name), ("Trang tính", self._sheet), ("Điền", self._way)):
            title = QLabel(words)
            title.setBuddy(asked)
            second.addWidget(title)
            second.addWidget(asked)
        second.addStretch()
        column = column_in(self)
        column.addLayout(first)
        column.addLayout(second)
        for each in (file, paste, self._remove):
            each.setAutoDefault(False)
        file.clicked.connect(self.file_wanted)
        paste.clicked.connect(self.paste_wanted)
        self._remove.clicked.connect(self.removal_wanted)
        self._stored.activated.connect(self._switch)
        self._name.textEdited.connect(self.renamed)
        self._sheet.activated.connect(lambda at: self.sheet_chosen.emit(self._sheet.itemText(at)))
        self._way.activated.connect(lambda at: self.way_chosen.emit(list(WAYS)[at]))

    def _switch(self, at: int) -> None:
        if self._stored.itemData(at):
            self.switched.emit(self._stored.itemData(at))

    def show_template(
        self, stored: Sequence[CityTemplate], template: CityTemplate | None, sheets: Sequence[str]
    ) -> None:
        """Show what there is, and which of it is at hand."""
        fields = (self._stored, self._name, self._sheet, self._way)
        with without_signals(*fields):
            self._stored.clear()
            if template is None or not template.id:
                self._stored.addItem(FRESH if template else "(chưa có mẫu)", 0)
            for each in stored:
                self._stored.addItem(each.name, each.id)
            self._sheet.clear()
            self._sheet.addItems(list(sheets))
            if template is not None:
                self._stored.setCurrentIndex(max(self._stored.findData(template.id), 0))
                if self._name.text() != template.name:
                    self._name.setText(template.name)
                self._sheet.setCurrentText(template.sheet)
                self._way.setCurrentIndex(list(WAYS).index(template.way))
        for held in fields[1:]:
            held.setEnabled(template is not None)
        self._remove.setEnabled(template is not None and template.id > 0)
