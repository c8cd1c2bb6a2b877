"""Giới thiệu: what the program is, where the data lies, and the licences of what it is made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from models.machine.portable import portable_home
from models.version import PRODUCT_NAME, VERSION
from ui.help.facts import COPIED, support_facts
from ui.help.licences import Licence, shipped
from ui.theme.footer import GAP, SPACING, dialog_column, footer
from ui.theme.icons import app_picture
from ui.theme.letters import ShareSplitter, equal_letters
from ui.theme.pieces import button, label, link, named

PURPOSE = (
    "Theo dõi cán bộ, công chức, viên chức, người lao động của xã, phường, đặc khu đăng ký và "
    "hoàn thành cuộc thi; lập báo cáo gửi lãnh đạo và thành phố."
)
PRIVACY = "Chương trình không kết nối mạng; dữ liệu chỉ nằm trong tệp này."
ON_A_STICK = "Đang chạy từ USB: dữ liệu, thiết lập và văn bản nằm cạnh chương trình."
NO_TEXT = "Thành phần này không kèm văn bản giấy phép riêng."
HEADERS = ("Thành phần", "Phiên bản", "Giấy phép")
SIZE_IN_LETTERS, SIZE_IN_LINES = 118, 44
SCREEN_SHARE = 0.92
PICTURE = 56


class AboutDialog(QDialog):
    """Shown with `open()`. `data` is the open file, if any, and `size` its bytes."""

    def __init__(
        self, parent: QWidget | None, data: Path | None = None, size: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("about-dialog")
        self.setWindowTitle(f"Giới thiệu {PRODUCT_NAME}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._data, self._size = data, size
        self._licences = shipped()
        self._list = _licence_list(self._licences)
        self._text = _text_pane()
        self._copied = label("", "muted")
        self._copied.setObjectName("copied")
        self._lay_out()
        self._list.selectionModel().currentChanged.connect(self._show_text)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.setFocus()
        self._fit()

    def _lay_out(self) -> None:
        whole = dialog_column(self)
        whole.addLayout(self._head())
        whole.addLayout(self._place())
        whole.addWidget(label("Giấy phép của chương trình và các thành phần", "heading"))
        halves = ShareSplitter("licences")
        halves.addWidget(self._list)
        halves.addWidget(self._text)
        whole.addWidget(halves, 1)
        whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        picture = named(QLabel(), "aboutMark", f"Biểu tượng {PRODUCT_NAME}")
        picture.setPixmap(app_picture(PICTURE, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(label(f"{PRODUCT_NAME} {VERSION}", "title"))
        words.addWidget(label(PURPOSE, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _place(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        where = label(f"Dữ liệu: {self._data}" if self._data else "Chưa mở tệp dữ liệu.", wrap=True)
        where.setObjectName("dataPlace")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(where, 1)
        if self._data is not None:
            folder = link("Mở thư mục", "openDataFolder")
            folder.clicked.connect(self._open_folder)
            row.addWidget(folder, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        words = PRIVACY if portable_home() is None else f"{PRIVACY} {ON_A_STICK}"
        column.addWidget(label(words, "muted", wrap=True))
        return column

    def _foot(self) -> QHBoxLayout:
        copy = button("Sao chép thông tin hỗ trợ", "copyFacts")
        copy.setToolTip("Phiên bản, Windows, màn hình; không có dữ liệu cá nhân.")
        copy.clicked.connect(self._copy)
        close = button("Đóng", "closeAbout")
        close.clicked.connect(self.reject)
        return footer(act=None, leave=close, others=(copy,), says=self._copied)

    def _fit(self) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _show_text(self, current: QModelIndex) -> None:
        if current.isValid():
            self._text.setPlainText(self._licences[current.row()].text() or NO_TEXT)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(support_facts(self._size))
        self._copied.setText(COPIED)

    def _open_folder(self) -> None:
        if self._data is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data.parent)))


def _licence_list(licences: tuple[Licence, ...]) -> QTreeView:
    model = QStandardItemModel(0, len(HEADERS))
    model.setHorizontalHeaderLabels(list(HEADERS))
    for each in licences:
        cells = [QStandardItem(words) for words in (each.name, each.version, each.licence)]
        for cell in cells:
            cell.setEditable(False)
            cell.setToolTip(cell.text())
        model.appendRow(cells)
    made = QTreeView()
    model.setParent(made)
    made.setObjectName("licenceList")
    made.setAccessibleName("Các thành phần và giấy phép")
    made.setModel(model)
    made.setSelectionModel(QItemSelectionModel(model, made))
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setSectionResizeMode(len(HEADERS) - 1, QHeaderView.ResizeMode.Stretch)
    return made


def _text_pane() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName("licenceText")
    made.setAccessibleName("Văn bản giấy phép")
    made.setReadOnly(True)
    made.setFont(equal_letters())
    made.setTabChangesFocus(True)
    return made
