"""One mention beside those whom it may mean; the officer chooses among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.marking.records import Recognised, Suggestion
from models.records import Mark
from models.text.formats import number, short_date
from models.text.phones import display_phone
from ui.marking.columns import MARK_WORDS, marked_on
from ui.marking.decisions import Decision
from ui.theme.pieces import card, label


class Sides(QWidget):
    """The text left, the people of the roster right."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_boxed(self._left), 2)
        row.addWidget(_boxed(self._right), 3)

    def show_item(self, item: Recognised | None, mark: Mark, decision: Decision | None) -> None:
        """Show a mention; None empties both sides."""
        self._group = QButtonGroup(self)
        _fill(self._left, QWidget() if item is None else _mention_page(item))
        _fill(self._right, QWidget() if item is None else self._people(item, mark, decision))

    def _people(self, item: Recognised, mark: Mark, decision: Decision | None) -> QWidget:
        page, column = _page("Trong danh sách")
        if not item.suggestions:
            column.addWidget(label(item.reason, "attention", wrap=True))
        for at, each in enumerate(item.suggestions):
            choice = QRadioButton(_short_words(each))
            choice.setChecked(
                at == 0 or (decision is not None and decision.person_id == each.person_id)
            )
            self._group.addButton(choice, at)
            column.addWidget(choice)
            column.addWidget(label(_more_words(each, mark), "muted", wrap=True))
        column.addStretch(1)
        return page

    def chosen(self) -> int:
        """The place of the person who is chosen among those shown."""
        return max(0, self._group.checkedId())

    def turn(self, step: int) -> None:
        """Choose another of the people shown."""
        buttons = self._group.buttons()
        if buttons:
            at = min(max(self.chosen() + step, 0), len(buttons) - 1)
            buttons[at].setChecked(True)


def _mention_page(item: Recognised) -> QWidget:
    page, column = _page(f"Trong văn bản, dòng {number(item.mention.line)}")
    column.addWidget(label(item.mention.text, wrap=True))
    if item.mention.unit:
        column.addWidget(label(item.mention.unit, "muted", wrap=True))
    if item.reason:
        column.addWidget(label(item.reason, "attention", wrap=True))
    column.addStretch(1)
    return page


def _short_words(person: Suggestion) -> str:
    parts = (person.name, display_phone(person.phone))
    return " · ".join(part for part in parts if part)


def _more_words(person: Suggestion, mark: Mark) -> str:
    since = marked_on(person, mark)
    marked = f"{MARK_WORDS[mark]} từ {short_date(since)}" if since else ""
    return "; ".join(part for part in (person.unit, *person.reasons, marked) if part)


def _page(title: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(title, "heading"))
    return page, column


def _boxed(place: QVBoxLayout) -> QFrame:
    """A card that scrolls when there is more than fits."""
    inside = QWidget()
    place.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(place)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.addWidget(area)
    return frame


def _fill(place: QVBoxLayout, page: QWidget) -> None:
    while (item := place.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(page)
