"""The sheet of the city on screen: a cell is picked by the mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from models.text.cell_names import RowColumn
from ui.calls.city_template import TemplateView
from ui.city_template.draft import shown_place
from ui.city_template.sheet_model import AnyIndex, SheetModel
from ui.theme.keys import on_key
from ui.theme.pieces import named
from ui.theme.stylesheet import row_height

MOST_SPANS = 400
LEAST_LETTERS, MOST_LETTERS = 5, 32


class CitySheet(QTableView):
    """`picked` tells the cell that is gone to, `asked` that something is to be put there, `cleared`
    that nothing is."""

    picked = Signal(object)
    asked = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "city-sheet", "Trang tính của thành phố")
        self._model = SheetModel(self)
        self._view: TemplateView | None = None
        self._shape: object = None
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self._fit_rows()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        on_key(self, "Return", self.asked.emit, alone=True, repeats=False)
        on_key(self, Qt.Key.Key_Delete, self.cleared.emit, alone=True)
        self.doubleClicked.connect(lambda _index: self.asked.emit())

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as the letters in them and in their heads."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell where somebody is now."""
        super().currentChanged(current, previous)
        if self.place is not None:
            self.picked.emit(self.place)

    @property
    def place(self) -> RowColumn | None:
        """The cell that is gone to; of merged cells the one that shows."""
        index = self.currentIndex()
        if self._view is None or not index.isValid():
            return None
        return shown_place(self._view.grid, (index.row() + 1, index.column() + 1))

    def words_at(self, place: RowColumn) -> str:
        """What a cell holds or will hold, in words."""
        return self._model.words_at(place)

    def go_to(self, place: RowColumn) -> None:
        """Go to a cell."""
        self.setCurrentIndex(self._model.index(place[0] - 1, place[1] - 1))

    def show_view(self, view: TemplateView | None) -> None:
        """Show a template; whoever is in a cell stays there."""
        place = self.place
        self._view = view
        self._model.show_view(view)
        shape = None if view is None else (view.grid.sheet, view.grid.merged, view.grid.texts)
        if shape != self._shape:
            self._shape, place = shape, None
            self._lay_out()
        if view is not None:
            self._fit_columns(view)
            self.go_to(place or (1, 1))

    def _lay_out(self) -> None:
        """Merged cells as the sheet has them."""
        self.clearSpans()
        if self._view is None:
            return
        grid = self._view.grid
        for (top, left), (bottom, right) in grid.merged[:MOST_SPANS]:
            if (top, left) != (bottom, right):
                self.setSpan(top - 1, left - 1, bottom - top + 1, right - left + 1)

    def _fit_columns(self, view: TemplateView) -> None:
        """As wide as the sheet has them, and wide enough for what stands or comes there."""
        letter = self.fontMetrics().averageCharWidth()
        header, across = self.horizontalHeader(), Qt.Orientation.Horizontal
        longest = dict[int, int]()
        inside = {first for first, _ in view.grid.merged}
        for place, text in view.grid.texts.items():
            if place not in inside:
                longest[place[1]] = max(longest.get(place[1], 0), len(text))
        for column in range(self._model.columnCount()):
            title = len(str(self._model.headerData(column, across)))
            wanted = max(view.grid.widths.get(column + 1, 8), longest.get(column + 1, 0), title)
            wide = min(max(wanted, LEAST_LETTERS), MOST_LETTERS) + 3
            header.resizeSection(column, round(wide * letter))
