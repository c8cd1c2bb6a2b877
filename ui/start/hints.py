"""Hints of the first week: one calm line below the page, each of them once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ui.calls.journal import Steps
from ui.calls.office import Office
from ui.desk import Desk
from ui.theme.icons import sign_picture
from ui.theme.pieces import label, link
from ui.window.main_window import MainWindow
from ui.window.memory import HINTS_OFF, hints_on

WEEK = timedelta(days=7)
LONG_AGO = "2000-01-01"
SINCE, SEEN = "hints/since", "hints/seen"


class HintSight(NamedTuple):
    """What a hint goes by: the page that is open, the people of the file, and how many changes
    the officer has made since it was opened."""

    page: str
    people: int
    changes: int


class Hint(NamedTuple):
    """Said once, when it first `fits`."""

    key: str
    words: str
    fits: Callable[[HintSight], bool]


HINTS = (
    Hint(
        "undo",
        "Ctrl+Z hoàn tác việc vừa làm, kể cả sau khi đóng chương trình rồi mở lại.",
        lambda sight: sight.changes > 0 and sight.page == "roster",
    ),
    Hint(
        "import",
        "Kéo tệp Excel thả vào cửa sổ là nhập được danh sách, không phải sửa tệp trước.",
        lambda sight: sight.people == 0 and sight.page in ("overview", "roster"),
    ),
    Hint(
        "numbers",
        "Bấm vào số nào thì danh sách của số ấy mở ra.",
        lambda sight: sight.people > 0 and sight.page == "overview",
    ),
    Hint(
        "mark",
        "Nhấn phím cách để đánh dấu những người đang chọn; nhấn lần nữa để bỏ dấu.",
        lambda sight: sight.people > 0 and sight.page == "roster",
    ),
    Hint(
        "reconcile",
        "Kéo tệp xuất từ nền tảng vào trang này để đối soát; chưa ghi gì cho đến bước cuối.",
        lambda sight: sight.people > 0 and sight.page == "reconcile",
    ),
    Hint(
        "reports",
        "Trang đang xem đúng như bản in: Ctrl+P để in, Lưu Word để sửa tiếp.",
        lambda sight: sight.people > 0 and sight.page == "reports",
    ),
    Hint(
        "backup",
        "Dữ liệu tự lưu và tự sao lưu; mỗi tuần nên sao lưu thêm ra một USB.",
        lambda sight: sight.people > 0 and sight.page == "data",
    ),
)


class HintLine(QFrame):
    """One hint with the ways to be rid of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hintLine")
        self.setProperty("role", "message")
        self.setAccessibleName("Gợi ý")
        self._sign = QLabel()
        self._text = label(wrap=True, name="hintText")
        self.understood = link("Đã hiểu", "hintClose")
        self.off = link("Tắt gợi ý", "hintOff")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addSpacing(8)
        row.addWidget(self.understood)
        row.addSpacing(8)
        row.addWidget(self.off)
        self.understood.clicked.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Show a hint."""
        self._draw_sign()
        self._text.setText(words)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        self._sign.setPixmap(sign_picture("info", QPalette.ColorRole.ButtonText))


class Hints(QObject):
    """Looks for a hint whenever the officer comes to a page or the file is another than before.

    Whoever worked with the program before there were hints has none.
    """

    def __init__(self, desk: Desk, settings: QSettings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window = desk, settings, window
        self._people: int | None = None
        self._first_undo: int | None = None
        self._changes = 0
        self._said_on = ""
        self._begin_week()
        self._switch = window.commands["hints"]
        self.line = HintLine()
        self.line.off.clicked.connect(lambda: self._switch.setChecked(False))
        window.put_below(self.line)
        self._switch.setChecked(hints_on(settings))
        self._switch.toggled.connect(self._turn)
        desk.opened.connect(self._begin_anew)
        window.office_told.connect(self._note_office)
        window.steps.known.connect(self._note_steps)
        window.page_ready.connect(self._look)

    def _begin_week(self) -> None:
        if self._settings.value(SINCE) is None:
            knows = self._settings.value("file/last") is not None
            today = self._desk.clock().date().isoformat()
            self._settings.setValue(SINCE, LONG_AGO if knows else today)

    def _turn(self, on: bool) -> None:
        self._settings.setValue(HINTS_OFF, "" if on else "1")
        if not on:
            self.line.hide()

    def _begin_anew(self) -> None:
        self._people, self._first_undo, self._changes = None, None, 0
        self.line.hide()

    def _note_office(self, office: Office) -> None:
        self._people = office.people
        self._look()

    def _note_steps(self, steps: Steps) -> None:
        if self._first_undo is None:
            self._first_undo = steps.undo_id
        elif steps.undo_id > self._first_undo:
            self._changes = 1
            self._look()

    def _look(self, _page: str = "") -> None:
        page = self._window.current
        if page != self._said_on:
            self.line.hide()
        if self._people is None or not self.line.isHidden() or not self._is_time:
            return
        sight = HintSight(page, self._people, self._changes)
        seen = self._seen
        found = next((each for each in HINTS if each.key not in seen and each.fits(sight)), None)
        if found is not None:
            self._settings.setValue(SEEN, " ".join((*seen, found.key)))
            self._said_on = page
            self.line.say(found.words)

    @property
    def _is_time(self) -> bool:
        since = date.fromisoformat(str(self._settings.value(SINCE)))
        return hints_on(self._settings) and self._desk.clock().date() < since + WEEK

    @property
    def _seen(self) -> tuple[str, ...]:
        return tuple(str(self._settings.value(SEEN) or "").split())
