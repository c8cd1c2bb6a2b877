"""The small cards of the data page: the file, the commune's deadline, the looks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSettings, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from models.records import Contest, Stage
from models.text.formats import short_date, size_words
from ui.calls.office import FilePlace
from ui.theme.appearance import THEME_NAMES, Appearance, Theme
from ui.theme.calendar import dress_calendar
from ui.theme.pieces import button, label, link, named
from ui.theme.quiet_combo import QuietCombo
from ui.window.memory import hints_on


class SmallCard(QFrame):
    """A heading and what stands below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        self.column.addWidget(label(title, "heading"))


class FileCard(SmallCard):
    """Where the file lies. `command` carries the key of a menu command."""

    command = Signal(str)

    def __init__(self) -> None:
        super().__init__("Tệp dữ liệu")
        self._path = label(wrap=True)
        self._path.setObjectName("dataPath")
        self._size = label(role="muted", wrap=True)
        self._size.setObjectName("dataSize")
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, key in (("Mở thư mục", "folder"), ("Mở tệp khác…", "open")):
            act = link(words, f"data-{key}")
            act.clicked.connect(lambda _=False, k=key: self.command.emit(k))
            row.addWidget(act)
        row.addStretch(1)
        self.column.addWidget(self._path)
        self.column.addWidget(self._size)
        self.column.addLayout(row)

    def show_place(self, place: FilePlace, saved: str) -> None:
        """Show where the file lies, its size, and when it was saved."""
        # A path has no blanks to break at; an invisible one after each part lets it wrap.
        self._path.setText(str(place.path).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self._path.setToolTip(str(place.path))
        self._size.setText(f"{size_words(place.size)} · {saved}")


class DeadlineCard(SmallCard):
    """The commune's own deadline. `chosen` carries (stage number, day or None)."""

    chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__("Hạn của xã")
        self._stages: tuple[Stage, ...] = ()
        self._stage = QuietCombo()
        self._stage.setObjectName("deadlineStage")
        self._stage.setAccessibleName("Chặng")
        self._stage.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._day = QDateEdit()
        self._day.setObjectName("deadlineDay")
        self._day.setAccessibleName("Hạn của xã")
        self._day.setDisplayFormat("dd/MM/yyyy")
        self._day.setCalendarPopup(True)
        dress_calendar(self._day.calendarWidget())
        self._words = label(role="muted", wrap=True)
        self._words.setObjectName("deadlineWords")
        self._set = button("Đặt hạn", "deadlineSet")
        self._clear = link("Bỏ hạn của xã", "deadlineClear")
        row = QHBoxLayout()
        row.addWidget(self._day, 1)
        row.addWidget(self._set)
        for each in (self._stage, self._words):
            self.column.addWidget(each)
        self.column.addLayout(row)
        self.column.addWidget(self._clear)
        self._stage.currentIndexChanged.connect(self._show_stage)
        self._set.clicked.connect(self._choose)
        self._clear.clicked.connect(lambda: self._tell(None))

    def show_contest(self, contest: Contest | None) -> None:
        """Show the stages of `contest`, with the same one chosen as before."""
        kept = max(0, self._stage.currentIndex())
        self._stages = contest.stages if contest else ()
        self._stage.blockSignals(True)
        self._stage.clear()
        for stage in self._stages:
            self._stage.addItem(f"Chặng {stage.number} – {stage.name}")
        self._stage.setCurrentIndex(min(kept, len(self._stages) - 1))
        self._stage.blockSignals(False)
        self.setVisible(bool(self._stages))
        self._show_stage()

    def focus_day(self) -> None:
        """Put the cursor where the day is typed."""
        self._day.setFocus()

    def _current(self) -> Stage | None:
        at = self._stage.currentIndex()
        return self._stages[at] if 0 <= at < len(self._stages) else None

    def _show_stage(self) -> None:
        stage = self._current()
        if stage is None:
            return
        own = stage.internal_ends_on
        self._day.setDateRange(_qdate(stage.starts_on), _qdate(stage.ends_on))
        self._day.setDate(_qdate(own or stage.ends_on))
        official = f"Hạn của thành phố: {short_date(stage.ends_on)}."
        ours = f"Hạn của xã: {short_date(own)}." if own else "Chưa đặt hạn của xã."
        self._words.setText(f"{official} {ours}")
        self._clear.setVisible(own is not None)

    def _choose(self) -> None:
        day = self._day.date()
        self._tell(date(day.year(), day.month(), day.day()))

    def _tell(self, day: date | None) -> None:
        stage = self._current()
        if stage is not None:
            self.chosen.emit(stage.number, day)


class LooksCard(SmallCard):
    """Theme, text size, whether there are hints; `command` carries the key of a menu command."""

    command = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("Hiển thị")
        self._appearance = appearance
        self._theme = QuietCombo()
        self._theme.setObjectName("looksTheme")
        for theme, words in THEME_NAMES.items():
            self._theme.addItem(words, theme)
        self._size = QLabel()
        self._size.setObjectName("looksSize")
        smaller = button("A−", "looksSmaller")
        smaller.setAccessibleName("Chữ nhỏ hơn")
        larger = button("A+", "looksLarger")
        larger.setAccessibleName("Chữ to hơn")
        row = QHBoxLayout()
        row.addWidget(smaller)
        row.addWidget(larger)
        row.addWidget(self._size, 1)
        form = QFormLayout()
        form.addRow("Giao diện", self._theme)
        form.addRow("Cỡ chữ", row)
        self._hints = named(QCheckBox("Gợi ý trong tuần đầu"), "looksHints")
        self._hints.clicked.connect(lambda _on: self.command.emit("hints"))
        self.column.addLayout(form)
        self.column.addWidget(self._hints)
        self._theme.activated.connect(self._choose)
        smaller.clicked.connect(appearance.smaller)
        larger.clicked.connect(appearance.larger)
        appearance.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """The menu may have turned the hints on or off meanwhile."""
        super().showEvent(event)
        self._hints.setChecked(hints_on(QSettings()))

    def _choose(self) -> None:
        self._appearance.set_theme(Theme(self._theme.currentData()))

    def _show(self) -> None:
        self._theme.setCurrentIndex(self._theme.findData(self._appearance.theme))
        self._size.setText(f"{self._appearance.text_size}%")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
