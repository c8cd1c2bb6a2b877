"""The filters that are set, as chips that a click or a key takes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.records import PeopleQuery, Status
from models.text.formats import number, short_date
from ui.pages.roster.columns import PERSON_COLUMNS, value_words

if TYPE_CHECKING:
    from models.records import ColumnFilter, Unit
    from ui.calls.people import Found

LONGEST = 34


class Chip(NamedTuple):
    """One filter in words, and the query without it."""

    words: str
    without: Callable[[PeopleQuery], PeopleQuery]


def chips_of(
    query: PeopleQuery, units: Sequence[Unit], names: MarkNames = USUAL_NAMES
) -> list[Chip]:
    """The filters of a query, except the text searched for."""
    chips = []
    if query.unit_ids:
        chips.append(Chip(_units_words(query, units), lambda q: replace(q, unit_ids=frozenset())))
    chips += [
        Chip(names.status(status), partial(_without_status, status))
        for status in sorted(query.statuses)
    ]
    if query.without_phone:
        chips.append(Chip("Thiếu số điện thoại", lambda q: replace(q, without_phone=False)))
    if query.include_left:
        chips.append(Chip("Cả người đã rời danh sách", lambda q: replace(q, include_left=False)))
    if query.only_left:
        chips.append(Chip("Đã rời danh sách", lambda q: replace(q, only_left=False)))
    if query.as_of:
        words = f"Tại ngày {short_date(query.as_of)}"
        chips.append(Chip(words, lambda q: replace(q, as_of=None)))
    chips += [
        Chip(_column_words(each, names), partial(_without_column, each)) for each in query.columns
    ]
    return chips


def filter_words(found: Found, query: PeopleQuery, units: Sequence[Unit], names: MarkNames) -> str:
    """ "13/532 người; tìm “thcs”; Chưa đăng ký": how many are shown, and by what."""
    sought = f"tìm “{query.search}”" if query.search else ""
    filters = [sought, *(chip.words for chip in chips_of(query, units, names))]
    told = "; ".join(filter(None, filters))
    shown, everybody = number(len(found.ids)), number(found.everybody)
    return f"{shown}/{everybody} người; {told}" if told else f"{everybody} người"


def _column_words(each: ColumnFilter, names: MarkNames) -> str:
    title = names.column_titles().get(each.column) or next(
        column.title for column in PERSON_COLUMNS if column.key == each.column
    )
    if len(each.values) > 1:
        return f"{title}: {number(len(each.values))} giá trị"
    return f"{title}: {value_words(each.column, next(iter(each.values)))}"


def _without_column(each: ColumnFilter, query: PeopleQuery) -> PeopleQuery:
    return replace(query, columns=tuple(other for other in query.columns if other != each))


def _without_status(status: Status, query: PeopleQuery) -> PeopleQuery:
    return replace(query, statuses=query.statuses - {status})


def _units_words(query: PeopleQuery, units: Sequence[Unit]) -> str:
    names = [unit.name for unit in units if unit.id in query.unit_ids]
    if len(names) != 1:
        return f"Đơn vị: {number(len(query.unit_ids))} đơn vị"
    name = names[0]
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


class ChipRow(QWidget):
    """`removed` carries the query without the filter whose chip was pressed."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_query(self, query: PeopleQuery, units: Sequence[Unit], names: MarkNames) -> None:
        """One chip for each filter of `query`."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        chips = chips_of(query, units, names)
        for chip in chips:
            self._layout.addWidget(self._button(chip, query))
        self.setVisible(bool(chips))

    def _button(self, chip: Chip, query: PeopleQuery) -> QPushButton:
        button = QPushButton(f"{chip.words}  ✕", self)
        button.setAccessibleName(f"Bỏ lọc: {chip.words}")
        button.setToolTip(f"Bỏ lọc: {chip.words}")
        button.clicked.connect(lambda: self.removed.emit(chip.without(query)))
        return button

    def minimumSizeHint(self) -> QSize:
        """Chips never make the window wider."""
        return QSize(0, super().minimumSizeHint().height())
