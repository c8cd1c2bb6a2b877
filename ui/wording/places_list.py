"""The places that a wording can have, with what they come to now; Enter puts one into the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.text.names import search_fold
from reports.wording.places import WordingPlace, WordingValues, place_key
from ui.calls.wording import present_words
from ui.table.column import Column, Kind
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.clearing import add_clearing
from ui.theme.keys import on_enter
from ui.theme.pieces import column_in, label, line_edit

HINT = "Enter hoặc bấm đúp để chèn vào chỗ con trỏ; gõ { trong lời văn cũng hiện danh sách này."
NO_VALUE = "(bỏ trống)"


class ShownPlace:
    """A place with what it comes to."""

    def __init__(self, id: int, place: WordingPlace, value: str | None) -> None:
        self.id, self.place = id, place
        self.value = value

    @property
    def told(self) -> str:
        """What stands in the column: an example where the value is not known."""
        return f"ví dụ: {self.place.example}" if self.value is None else self.value or NO_VALUE


COLUMNS: tuple[Column[ShownPlace], ...] = (
    Column("name", "Chỗ", 22, lambda row: f"{{{row.place.code}}}", Kind.STRONG),
    Column("value", "Hiện nay", 24, lambda row: row.told, tooltip=lambda row: row.told),
    Column(
        "explanation", "Giải thích", 30, lambda row: row.place.explanation, Kind.QUIET,
        tooltip=lambda row: row.place.explanation, fills=True,
    ),
)  # fmt: skip


class PlacesList(QWidget):
    """`chosen` carries the name of a place that shall stand in the text."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[int, ShownPlace] = {}
        self.search = line_edit("wording-search", "Tìm chỗ", "Tìm: tổng số, hạn, người ký…")
        add_clearing(self.search)
        rows = held_rows(self, lambda at: self._places[at])
        self.table = DataTable(RowsModel(COLUMNS, rows, self), "wording-places")
        self.table.setObjectName("wording-places")
        self.table.setAccessibleName("Các chỗ chương trình điền")
        self.table.lines_wanted = FEW_LINES
        self.table.empty_title = "Không có chỗ nào như vậy"
        column = column_in(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(label(HINT, "muted", wrap=True))
        self.search.textChanged.connect(self._find)
        on_enter(self.search, self._choose_first)
        self.table.opened.connect(self._choose)

    def show_places(self, places: tuple[WordingPlace, ...], values: WordingValues) -> None:
        """Show these with their values."""
        known = {place_key(name): present_words(value) for name, value in values.items()}
        self._places = {
            at: ShownPlace(at, place, known.get(place_key(place.code)))
            for at, place in enumerate(places, start=1)
        }
        self._find()

    def _find(self) -> None:
        sought = search_fold(self.search.text())
        self.table.rows.set_ids(
            at
            for at, row in self._places.items()
            if sought in search_fold(f"{row.place.code} {row.told} {row.place.explanation}")
        )

    def _choose_first(self) -> None:
        if self.table.rows.ids:
            self._choose(self.table.rows.ids[0])

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._places[at].place.code)

    def take_focus(self) -> None:
        """Whoever comes here looks for a place."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
