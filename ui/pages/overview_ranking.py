"""The units ranked by rate, with bars; every number opens the names behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QVBoxLayout, QWidget

from models.figures.ranking import RankedUnit, rank_units
from models.records import PeopleQuery, Status
from models.text.formats import number, percent
from ui.calls.figures import Look
from ui.table.cell import PADDING, CellDelegate
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import Lost, RowsModel
from ui.theme.pieces import label

TRACK_LETTERS = 17


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One line of the table; the id is the unit's."""

    id: int
    ranked: RankedUnit


def _count(get: Callable[[RankedUnit], int]) -> Callable[[RankingRow], str]:
    return lambda row: number(get(row.ranked))


def _rank(row: RankingRow) -> str:
    return "–" if row.ranked.rank is None else str(row.ranked.rank)


def _rate(row: RankingRow) -> str:
    return percent(row.ranked.unit.registered, row.ranked.unit.total)


COLUMNS: tuple[Column[RankingRow], ...] = (
    Column("rank", "Hạng", 6, _rank, Kind.QUIET),
    Column(
        "unit", "Đơn vị", 38, lambda row: row.ranked.unit.name, Kind.STRONG,
        tooltip=lambda row: row.ranked.unit.name, fills=True,
    ),
    Column("head", "Người đứng đầu", 22, lambda row: row.ranked.unit.head),
    Column("total", "Tổng", 8, _count(lambda r: r.unit.total), Kind.NUMBER),
    Column("registered", "Đăng ký", 10, _count(lambda r: r.unit.registered), Kind.NUMBER),
    Column("completed", "Hoàn thành", 13, _count(lambda r: r.unit.completed), Kind.NUMBER),
    Column(
        "missing",
        "Chưa đăng ký",
        15,
        _count(lambda r: r.unit.total - r.unit.registered),
        Kind.NUMBER,
    ),
    Column("rate", "Tỷ lệ đăng ký", 30, _rate),
)  # fmt: skip
BAR = next(place for place, column in enumerate(COLUMNS) if column.key == "rate")
STATUSES: dict[str, frozenset[Status]] = {
    "total": frozenset({Status.NOT_REGISTERED, Status.REGISTERED}),
    "registered": frozenset({Status.REGISTERED}),
    "completed": frozenset({Status.COMPLETED}),
    "missing": frozenset({Status.NOT_REGISTERED}),
    "rate": frozenset({Status.NOT_REGISTERED}),
}


class RankingTable(QWidget):
    """The table. `chosen` carries the `PeopleQuery` of the number that was clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, RankingRow] = {}
        self._day: date | None = None
        self._model = RowsModel(COLUMNS, self._fetch, self)
        self.table = DataTable(self._model, "ranking")
        self.table.setObjectName("rankingTable")
        self.table.setAccessibleName("Các đơn vị xếp theo tỷ lệ đăng ký")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(BAR, BarDelegate(self.table, self._ranked))
        self.table.clicked.connect(self._click)
        self.table.opened.connect(lambda unit_id: self._choose(unit_id, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._note = label(role="muted", wrap=True)
        self._note.setObjectName("rankingNote")
        self._note.setContentsMargins(12, 2, 12, 6)
        column.addWidget(self._note)

    def show_look(self, look: Look) -> None:
        """Rank the units of `look`."""
        self._day = None if look.day == look.today else look.day
        self._note.setText(" ".join(look.figures.notes))
        self._note.setVisible(bool(look.figures.notes))
        ranked = rank_units(look.figures.units)
        rows = [
            RankingRow(each.unit.unit_id, each) for each in ranked if each.unit.unit_id is not None
        ]
        self._rows = {row.id: row for row in rows}
        self._model.set_ids([row.id for row in rows])

    def _fetch(
        self, ids: Sequence[int], take: Callable[[Sequence[RankingRow]], Any], _lost: Lost
    ) -> None:
        take([self._rows[each] for each in ids if each in self._rows])

    def _ranked(self, line: int) -> RankedUnit | None:
        row = self._model.row_at(line)
        return row.ranked if row is not None else None

    def _click(self, index: QModelIndex) -> None:
        key = COLUMNS[index.column()].key
        row = self._model.row_at(index.row())
        if row is not None and key in STATUSES:
            self._choose(row.id, key)

    def _choose(self, unit_id: int, key: str) -> None:
        self.chosen.emit(
            PeopleQuery(
                unit_ids=frozenset({unit_id}),
                statuses=STATUSES.get(key, frozenset()),
                as_of=self._day,
            )
        )


class BarDelegate(CellDelegate):
    """Draws a rate as a bar with its number: completed dark, registered light, the rest empty."""

    def __init__(self, view: QAbstractItemView, ranked: Callable[[int], RankedUnit | None]) -> None:
        super().__init__(view)
        self._ranked = ranked

    def write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        text: str,
        kind: Kind,
        *,
        selected: bool,
    ) -> None:
        """The bar, and the number beside it."""
        ranked = self._ranked(index.row())
        if ranked is None or not ranked.unit.total:
            return
        gap = option.fontMetrics.averageCharWidth()
        track = min(TRACK_LETTERS * gap, option.rect.width() * 0.6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(option.rect.left() + gap, option.rect.center().y() - 3, track, 8)
        self._bar(painter, bar, option.palette, ranked)
        painter.restore()
        place = QStyleOptionViewItem(option)
        place.rect = option.rect.adjusted(round(track + 2 * gap) - PADDING, 0, 0, 0)
        super().write(painter, place, index, text, kind, selected=selected)

    def _bar(self, painter: QPainter, track: QRectF, palette: QPalette, ranked: RankedUnit) -> None:
        unit = ranked.unit
        painter.setPen(Qt.PenStyle.NoPen)
        for share, role in (
            (1.0, QPalette.ColorRole.Midlight),
            (unit.registered / unit.total, QPalette.ColorRole.LinkVisited),
            (unit.completed / unit.total, QPalette.ColorRole.Accent),
        ):
            if share:
                part = QRectF(track)
                part.setWidth(max(track.height(), track.width() * share))
                painter.setBrush(palette.color(role))
                painter.drawRoundedRect(part, 4, 4)
