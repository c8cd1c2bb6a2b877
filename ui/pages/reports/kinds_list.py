"""The kinds of documents by where they go: as high as its place, with a scroll bar of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from models.contests.mark_names import MarkNames
from reports.catalog import (
    AUDIENCE_NAMES,
    UNIT_SUMMARY,
    Audience,
    ReportKind,
    is_offered,
    kind_title,
)
from ui.theme.letters import keep_in_letters

CODE_ROLE = Qt.ItemDataRole.UserRole
LEAST_LINES, SIDES = 4, 12


class WrappedLines(QStyledItemDelegate):
    """Leaves out the room at the sides: Qt counts the lines of words as if they had that too."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the words need that are drawn."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -SIDES, 0)
        return super().sizeHint(narrow, index)


class KindsList(QListWidget):
    """`chosen` tells that another kind is; the heads of the groups cannot be chosen."""

    chosen = Signal()

    def __init__(self, kinds: Sequence[ReportKind]) -> None:
        super().__init__()
        self.setObjectName("kinds")
        self.setAccessibleName("Loại văn bản")
        self.setWordWrap(True)
        self.setItemDelegate(WrappedLines(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_in_letters(self, least_lines=LEAST_LINES, air=8)
        self._kinds = {kind.code: kind for kind in kinds}
        self._items: dict[str, QListWidgetItem] = {}
        self._heads: list[QListWidgetItem] = []
        for audience in Audience:
            self._add_group(audience, [kind for kind in kinds if kind.audience is audience])
        self._colour_heads()
        # The numbers are looked at first, and nothing of their table has to be written.
        if not self.choose(UNIT_SUMMARY):
            self.choose(next(iter(self._items)))
        self.currentItemChanged.connect(self._tell)

    def _add_group(self, audience: Audience, kinds: Sequence[ReportKind]) -> None:
        if not kinds:
            return
        head = QListWidgetItem(AUDIENCE_NAMES[audience], self)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self._heads.append(head)
        for kind in kinds:
            item = QListWidgetItem(kind.title, self)
            item.setData(CODE_ROLE, kind.code)
            item.setToolTip(kind.title)
            self._items[kind.code] = item

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._colour_heads()

    def _colour_heads(self) -> None:
        """What cannot be chosen would be paler than can be read."""
        font = self.font()
        font.setBold(True)
        for head in self._heads:
            head.setForeground(self.palette().placeholderText())
            head.setFont(font)

    @property
    def kind(self) -> ReportKind:
        """The kind that is chosen."""
        return self._kinds[self.currentItem().data(CODE_ROLE)]

    def choose(self, code: str) -> bool:
        """Choose a kind by its code; False when there is none of that code."""
        found = self._items.get(code)
        if found is not None:
            self.setCurrentItem(found)
            self.scrollToItem(found)
        return found is not None

    def name_marks(self, names: MarkNames) -> None:
        """Call the kinds as the contest calls its marks, and offer those that it counts."""
        for code, item in self._items.items():
            kind = self._kinds[code]
            item.setText(kind_title(kind, names))
            item.setToolTip(item.text())
            item.setHidden(not is_offered(kind, names))
        if not is_offered(self.kind, names):
            self.choose(next(iter(self._items)))

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None and now.data(CODE_ROLE):
            self.chosen.emit()
