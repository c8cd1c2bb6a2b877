"""Cài bản mới từ USB: finds an installer, checks it, saves the data and hands over to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QListView,
    QWidget,
)

from models.errors import AppError
from models.machine.drives import carried_drives
from models.machine.setups import Setup, check_setup, find_setups, start_setup
from models.records.kept_copies import CopyReason
from models.store.backup import Backup, back_up
from models.text.formats import number
from models.version import PRODUCT_NAME, VERSION
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label, show_words
from ui.work import Work

TITLE = "Cài bản mới từ USB"
SETUP_FILTER = "Bộ cài Tiến Độ (TienDo-*-Setup*.exe)"
SEARCHING = "Đang tìm bộ cài trên USB và các ổ đĩa ngoài…"
NOTHING = (
    "Chưa thấy bộ cài nào. Hãy cắm USB rồi bấm “Tìm lại”, "
    "hoặc bấm “Chọn tệp…” nếu bộ cài nằm ở nơi khác."
)
HOW = "Dữ liệu được sao lưu và kiểm tra, chương trình đóng lại, rồi bộ cài chạy."
PORTABLE = (
    f"{PRODUCT_NAME} đang chạy từ USB nên không dùng bộ cài.",
    "Để lên bản mới: đóng chương trình, chép thư mục của bản mới đè lên thư mục cũ trên USB; "
    "giữ nguyên thư mục DuLieu và tệp TienDo.portable.",
)
PATH_ROLE = Qt.ItemDataRole.UserRole
WIDTH_IN_LETTERS, HEIGHT_IN_LINES, ROWS = 95, 24, 3

SCREEN_SHARE = 0.92


class UpdateDialog(QDialog):
    """Shown with `open()`. `looked` tells that a search or a check has ended; `started` that
    the installer runs and waits for this program to close.
    """

    looked = Signal()
    started = Signal()

    def __init__(self, desk: Desk, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._data = desk, data
        self._chosen: Setup | None = None
        self._asked = 0
        self._found = QStandardItemModel(self)
        self._list = self._make_list()
        self._words = label(SEARCHING, wrap=True)
        self._words.setObjectName("updateWords")
        self._problem = ErrorLine("updateProblem")
        self._again = button("Tìm lại", "searchAgain")
        self._other = button("Chọn tệp…", "chooseSetup")
        self._cancel = button("Hủy", "cancelUpdate")
        self._install = button("Sao lưu rồi cài", "install", primary=True)
        self._lay_out()
        self._connect()
        self._search()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setObjectName("setupList")
        made.setAccessibleName("Các bộ cài tìm thấy")
        made.setModel(self._found)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setMinimumHeight(made.fontMetrics().height() * ROWS * 3 // 2)
        return made

    def _lay_out(self) -> None:
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(label(f"Máy này đang dùng bản {VERSION}. {HOW}", "muted", wrap=True))
        whole.addWidget(self._list, 1)
        for each in (self._words, self._problem):
            whole.addWidget(each)
        others = (self._other, self._again)
        whole.addLayout(footer(act=self._install, leave=self._cancel, others=others))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        wanted = QSize(letter * WIDTH_IN_LETTERS, line * HEIGHT_IN_LINES)
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * SCREEN_SHARE))

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._select)
        self._again.clicked.connect(self._search)
        self._other.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self._install.clicked.connect(self._save_data)

    def _search(self) -> None:
        self._asked += 1
        self._found.clear()
        self._wait(SEARCHING)
        self._desk.run(
            Work(lambda _task: find_setups(carried_drives()), self._show_found, self._refuse)
        )

    def _show_found(self, found: tuple[Setup, ...]) -> None:
        for setup in found:
            self._add(f"Bản {setup.version} · {setup.path}", setup.path)
        if found:
            self._list.setCurrentIndex(self._found.index(0, 0))
        else:
            self._rest(NOTHING)

    def _add(self, words: str, path: Path) -> QModelIndex:
        item = QStandardItem(words)
        item.setData(str(path), PATH_ROLE)
        item.setToolTip(str(path))
        self._found.appendRow(item)
        return self._found.indexFromItem(item)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Chọn bộ cài", "", SETUP_FILTER)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Look at the installer at `path` as if it had been found."""
        self._list.setCurrentIndex(self._add(str(path), path))

    def _select(self, index: QModelIndex) -> None:
        if index.isValid():
            path = Path(str(index.data(PATH_ROLE)))
            self._wait(f"Đang kiểm tra {path.name}…")
            self._asked += 1
            asked = self._asked
            self._desk.run(
                Work(
                    lambda _task: check_setup(path),
                    partial(self._accept, asked),
                    partial(self._refuse_one, asked),
                )
            )

    def _refuse_one(self, asked: int, error: AppError) -> None:
        if asked == self._asked:
            self._refuse(error)

    def _accept(self, asked: int, setup: Setup) -> None:
        """Another may have been selected while this one was being read."""
        if asked != self._asked:
            return
        self._chosen = setup
        proof = (
            "Đã đối chiếu mã kiểm tra: tệp nguyên vẹn."
            if setup.proven
            else "Không có tệp .sha256 đi kèm nên chưa đối chiếu được; chỉ cài khi tin nơi gửi."
        )
        self._rest(f"Bản {setup.version} mới hơn bản đang dùng. {proof}")
        self._install.setEnabled(True)
        self._install.setFocus()

    def _save_data(self) -> None:
        self._wait("Đang sao lưu và kiểm tra bản sao…", keep=True)
        data = self._data
        self._desk.run(
            Work(
                lambda _: back_up(data, reason=CopyReason.UPGRADE) if data.is_file() else None,
                self._start,
                self._refuse,
            )
        )

    def _start(self, copy: Backup | None) -> None:
        if self._chosen is None or not self.isVisible():
            return
        try:
            start_setup(self._chosen.path)
        except AppError as error:
            saved = f"Đã sao lưu {number(copy.people)} người vào {copy.path}." if copy else ""
            self._rest(saved, error)
            return
        self.started.emit()
        self.accept()

    def _wait(self, words: str, *, keep: bool = False) -> None:
        """While something is looked for or checked, nothing can be installed."""
        if not keep:
            self._chosen = None
        self._say(words)
        self._install.setEnabled(False)
        self._again.setEnabled(False)
        for each in (self._list, self._other):
            each.setEnabled(not keep)

    def _rest(self, words: str, error: AppError | None = None) -> None:
        self._say(words, error)
        for each in (self._list, self._other, self._again):
            each.setEnabled(True)
        self.looked.emit()

    def _say(self, words: str, error: AppError | None = None) -> None:
        show_words(self._words, words)
        if error is None:
            self._problem.say("")
        else:
            self._problem.refuse(error)

    def _refuse(self, error: AppError) -> None:
        self._rest("", error)


def _copied_before(data: Path) -> Backup | None:
    """The data as it was before another program comes to it; None where there is none yet."""
    return back_up(data, reason=CopyReason.UPGRADE) if data.is_file() else None
