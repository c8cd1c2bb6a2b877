"""The line above the roster: search, filters, and what the page can do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.records import Mark
from ui.pages.roster.search_box import SearchBox
from ui.theme.icons import icon
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button

SEARCH_LETTERS = (24, 62)
SHRINKING_WORDS = (("T&hêm người…", ""), ("&Nhập tệp…", ""))
"""The words of a button where there is room, and where there is none."""


MARK, MARK_SHORT, LAST_KEY = "Đánh dấu đã đăng &ký", "Đánh dấ&u", "Ctrl+Shift+H"


class RosterBar(QWidget):
    """Only widgets; the page says what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox()
        self.filter = button("&Lọc", "filter")
        self.filter.setToolTip("Lọc theo đơn vị và tình trạng (Ctrl+Shift+L)")
        self.add = button(SHRINKING_WORDS[0][0], "add")
        self.add.setAccessibleName("Thêm người")
        self.add.setToolTip("Thêm một người (Ctrl+N)")
        self.import_ = button(SHRINKING_WORDS[1][0], "import")
        self.import_.setAccessibleName("Nhập tệp")
        self.import_.setToolTip("Nhập danh sách từ tệp Excel (Ctrl+O)")
        self.mark = button(MARK, "mark", primary=True)
        self.more = button("", "mark-more", primary=True)
        self.more.setAccessibleName("Đánh dấu khác, bỏ đánh dấu")
        self.more.setToolTip("Hoàn thành, ngày khác, bỏ đánh dấu")
        self.mark.setProperty("side", "left")
        self.more.setProperty("side", "right")
        self.name_marks(USUAL_NAMES)
        self.panel = button("", "panel-toggle")
        self.panel.setCheckable(True)
        self.panel.setAccessibleName("Thông tin người đang chọn")
        self.panel.setToolTip("Hiện hoặc ẩn thông tin người đang chọn (Alt+Enter)")
        keep_in_letters(self.search, *SEARCH_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        row.addWidget(self.filter)
        row.addStretch(1)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.mark)
        both.addWidget(self.more)
        row.addWidget(self.add)
        row.addWidget(self.import_)
        row.addLayout(both)
        row.addWidget(self.panel)
        self._draw_icons()
        self._tight = False
        self._shrinking = (self.add, self.import_)

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does."""
        first, last = names.counted[0], names.done(Mark.COMPLETED)
        own = names.registered or names.one
        whole = f"Đánh dấu {names.done(first)}"
        # At 150 % the bar has no room for longer words than the usual ones.
        short = whole if len(whole) <= len(MARK) else MARK_SHORT
        self.mark.setText(short if own else MARK)
        self.mark.setAccessibleName(whole)
        keys = f"Phím cách {names.done(first)}"
        self.mark.setToolTip(f"Trong bảng: {keys}" + ("" if names.one else f", {LAST_KEY} {last}"))

    def allow_marking(self, people: int) -> None:
        """Marks need somebody to be selected."""
        for each in (self.mark, self.more):
            each.setEnabled(people > 0)
        self._draw_icons()

    def minimumSizeHint(self) -> QSize:
        """What is needed when some buttons give up their words."""
        whole = super().minimumSizeHint()
        wide = whole.width() if self._tight else whole.width() - self._saved_width()
        return QSize(wide, whole.height())

    def _saved_width(self) -> int:
        wide = self.fontMetrics().horizontalAdvance
        return sum(wide(words) - wide(short) for words, short in SHRINKING_WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Some buttons give up their words where the room is short; their tips keep them."""
        super().resizeEvent(event)
        tight = event.size().width() < self.minimumSizeHint().width() + self._saved_width()
        if tight != self._tight:
            self._tight = tight
            for each, (words, short) in zip(self._shrinking, SHRINKING_WORDS, strict=True):
                each.setText(short if tight else words)

    def _draw_icons(self) -> None:
        for each, name in (
            (self.filter, "filter"),
            (self.add, "add"),
            (self.import_, "import"),
            (self.panel, "person"),
        ):
            each.setIcon(icon(name))
        paper, grey = QPalette.ColorRole.Base, QPalette.ColorRole.Dark
        self.more.setIcon(icon("chevron-down", paper if self.more.isEnabled() else grey))

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
