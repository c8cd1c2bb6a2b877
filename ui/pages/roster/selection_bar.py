"""The line over the table while people are ticked: how many they are, and what is done to them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames, capitalised
from models.records import Mark
from ui.pages.roster.acts import Acts
from ui.theme.icons import keep_icon
from ui.theme.pieces import button, label

GAP = 8
WORDS = {"dated": "Ngày khác…", "copy-message": "Sao chép tin Zalo", "return": "Đưa trở lại…"}
BACK = "return"


class SelectionBar(QWidget):
    """Buttons of the acts that are wanted most, and a menu of all. `cleared`: nobody shall be
    ticked any more. What has no room stands in the menu alone."""

    cleared = Signal()

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection-bar")
        self.setAccessibleName("Việc làm với những người được chọn")
        self._acts = acts
        self._count = label("", "heading", name="selection-count")
        self._buttons = {key: self._button(key) for key in ("registered", "completed", *WORDS)}
        self._left_out: tuple[str, ...] = ()
        self._only_left = False
        self._more = button("Thêm", "selection-more")
        keep_icon(self._more, "chevron-down")
        self._more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._more.setToolTip("Mọi việc làm được với những người được chọn (Shift+F10)")
        self._more.clicked.connect(self._open)
        clear = button("Bỏ chọn", "selection-clear")
        clear.setToolTip("Không chọn ai nữa (Esc)")
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._count)
        for each in (*self._buttons.values(), self._more):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(clear)
        self._ends = (self._count, self._more, clear)
        self.name_marks(USUAL_NAMES)

    def _button(self, key: str) -> QPushButton:
        action = self._acts[key]
        made = button(WORDS.get(key, ""), f"selection-{key}")
        made.clicked.connect(action.trigger)
        action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
        return made

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does."""
        words = {"registered": names.counted[0], "completed": Mark.COMPLETED}
        for key, mark in words.items():
            self._buttons[key].setText(capitalised(names.done(mark)))
        self._left_out = ("completed",) if names.one else ()
        for key, each in self._buttons.items():
            each.setToolTip(_tip(self._acts[key]))
        self._fit()

    def show_left(self, *, only: bool) -> None:
        """Whoever is out of the list is brought back; whoever is not is marked."""
        self._only_left = only
        self._fit()

    def show_people(self, count: str) -> None:
        """How many are ticked, in words."""
        self._count.setText(count)
        self._fit()

    def _fit(self) -> None:
        """Those that have room, from the left; the menu has all of them."""
        room = self.width() - sum(each.sizeHint().width() + GAP for each in self._ends)
        for key, each in self._buttons.items():
            wanted = key not in self._left_out and (key == BACK) is self._only_left
            room -= each.sizeHint().width() + GAP if wanted else 0
            each.setVisible(wanted and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how many buttons have room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It never makes the window wider than its two ends need."""
        wide = sum(each.minimumSizeHint().width() + GAP for each in self._ends)
        return QSize(wide, super().minimumSizeHint().height())

    def _open(self) -> None:
        menu: QMenu = self._acts.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _tip(action: QAction) -> str:
    """What the button does and by which key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    named = keys.replace("Space", "Phím cách")
    words = action.text().replace("&", "")
    return f"{words} ({named})" if named else words
