"""Hướng dẫn: the help in a window of its own, read beside the work it is about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QTreeView, QWidget

from models.text.formats import number
from models.text.names import search_fold
from ui.help.entries import HelpEntry, help_entries, help_entry, linked, search_help
from ui.help.text import HelpText
from ui.theme.clearing import add_clearing
from ui.theme.footer import SPACING, dialog_column, footer
from ui.theme.keys import on_enter, on_key
from ui.theme.letters import SideSplitter, fit_to_screen, keep_in_letters
from ui.theme.pieces import button, column_in, label, line_edit, row_in, show_words

SIZE = (128, 42)
CONTENTS_LETTERS = 38
SCREEN_SHARE = 0.9
NAME = "help-window"
_KEY, _WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class HelpWindow(QDialog):
    """The contents at the left, what was chosen at the right; stays open beside the work."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setWindowTitle("Hướng dẫn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._past: list[str] = []
        self._coming: list[str] = []
        self._shown = ""
        self._search = line_edit("helpSearch", "Tìm trong hướng dẫn", "Tìm, không cần gõ dấu")
        add_clearing(self._search)
        self._said = label("", "muted", name="helpSaid")
        self._model = QStandardItemModel(self)
        self._tree = self._contents()
        self._text = HelpText()
        self._back = button("‹ &Trước", "helpBack")
        self._on = button("&Sau ›", "helpForward")
        self._lay_out()
        self._connect()
        self._fill()

    def _contents(self) -> QTreeView:
        made = QTreeView()
        made.setObjectName("helpContents")
        made.setAccessibleName("Mục lục")
        made.setHeaderHidden(True)
        made.setModel(self._model)
        made.setProperty("boxed", True)
        made.setWordWrap(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        return made

    def _lay_out(self) -> None:
        left = QWidget()
        keep_in_letters(left, 20)
        column = column_in(left)
        column.addWidget(self._search)
        column.addWidget(self._said)
        column.addWidget(self._tree, 1)
        right = QWidget()
        page = column_in(right)
        ways = QWidget()
        row = row_in(ways)
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addStretch(1)
        page.addWidget(ways)
        page.addWidget(self._text, 1)
        split = SideSplitter(0, CONTENTS_LETTERS, "help")
        split.setHandleWidth(SPACING)
        split.set_halves(left, right)
        close = button("Đóng", "closeHelp")
        close.clicked.connect(self.reject)
        whole = dialog_column(self)
        whole.addWidget(split, 1)
        whole.addLayout(footer(act=None, leave=close))
        fit_to_screen(self, *SIZE, SCREEN_SHARE)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._fill())
        on_enter(self._search, self._open_first)
        self._tree.selectionModel().currentChanged.connect(self._choose)
        self._text.led.connect(self._follow)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        for keys, deed in (
            ("Ctrl+F", self._to_search),
            ("Alt+Left", self._go_back),
            ("Alt+Right", self._go_on),
        ):
            on_key(self, keys, deed)
        for each in (self._back, self._on):
            each.setAutoDefault(False)
        self._search.setFocus()

    def show_topic(self, key: str) -> None:
        """Open the entry `key`, as somebody who asks about just that."""
        self._search.clear()
        self._go_to(key)

    @property
    def shown(self) -> str:
        """The key of the entry that is shown."""
        return self._shown

    def _fill(self) -> None:
        """The contents, or what was found."""
        words = self._search.text().strip()
        self._tree.selectionModel().blockSignals(True)
        self._model.clear()
        if words:
            self._fill_hits(words)
        else:
            self._fill_contents()
        self._tree.selectionModel().blockSignals(False)

    def _fill_hits(self, words: str) -> None:
        hits = search_help(words)
        for hit in hits:
            page = help_entry(hit.entry.page)
            place = page.title if page is not None and page.key != hit.entry.key else ""
            under = " · ".join(filter(None, (place, hit.snippet)))
            self._model.appendRow(_item(hit.entry, f"{hit.entry.title}\n{under}", words))
        show_words(
            self._said, f"{number(len(hits))} mục" if hits else "Không có mục nào; hãy thử từ khác."
        )
        self._tree.setRootIsDecorated(False)

    def _fill_contents(self) -> None:
        last: dict[int, QStandardItem] = {}
        for entry in help_entries():
            made = _item(entry, entry.title, "")
            over = last.get(entry.level - 1)
            (over or self._model.invisibleRootItem()).appendRow(made)
            last[entry.level] = made
        show_words(self._said, "")
        self._tree.setRootIsDecorated(True)
        self._select()

    def _select(self) -> None:
        """Show in the contents which entry is open."""
        found = self._model.match(
            self._model.index(0, 0), _KEY, self._shown, 1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )  # fmt: skip
        if found:
            self._tree.setCurrentIndex(found[0])
            self._tree.expand(found[0])
            self._tree.scrollTo(found[0])

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and current.data(_KEY) != self._shown:
            self._go_to(current.data(_KEY), current.data(_WORDS))

    def _open_first(self) -> None:
        if self._model.rowCount():
            first = self._model.index(0, 0)
            self._tree.setCurrentIndex(first)
            self._choose(first)
            self._tree.setFocus()

    def _follow(self, target: str) -> None:
        entry = help_entry(self._shown)
        found = linked(entry, target) if entry is not None else None
        if found is not None:
            self._go_to(found.key)

    def _go_to(self, key: str, words: str = "") -> None:
        if self._shown:
            self._past.append(self._shown)
        self._coming.clear()
        self._open(key, words)

    def _go_back(self) -> None:
        if self._past:
            self._coming.append(self._shown)
            self._open(self._past.pop())

    def _go_on(self) -> None:
        if self._coming:
            self._past.append(self._shown)
            self._open(self._coming.pop())

    def _open(self, key: str, words: str = "") -> None:
        entry = help_entry(key)
        if entry is None:
            return
        self._shown = entry.key
        self._text.show_entry(entry, search_fold(words).split())
        self._back.setEnabled(bool(self._past))
        self._on.setEnabled(bool(self._coming))
        if not self._search.text().strip():
            self._select()

    def _to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()


def _item(entry: HelpEntry, text: str, words: str) -> QStandardItem:
    made = QStandardItem(text)
    made.setEditable(False)
    made.setData(entry.key, _KEY)
    made.setData(words, _WORDS)
    made.setToolTip(text)
    return made
