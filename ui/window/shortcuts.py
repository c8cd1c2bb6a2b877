"""The sheet of all shortcuts, read from the menus themselves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from ui.deciding.answers import ANSWER_WORDS, REPEAT
from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label, named
from ui.window.commands import LINE, MENUS, shown_keys

ROSTER_KEYS = (
    ("Tìm người", "Ctrl+F"),
    ("Đánh dấu mốc đầu của cuộc thi", "Phím cách"),
    ("Đánh dấu mốc hoàn thành", "Ctrl+Shift+H"),
    ("Sửa ô hoặc đổi tên đơn vị", "F2"),
    ("Sửa thông tin một người", "Ctrl+Enter"),
    ("Điền xuống", "Ctrl+D"),
    ("Lặp lại ô trên", "Ctrl+'"),
    ("Ghi hôm nay vào ô ngày", "Ctrl+;"),
    ("Xóa nội dung ô", "Delete"),
    ("Cho người đang chọn rời danh sách", "Ctrl+−"),
    ("Sao chép ô", "Ctrl+C"),
    ("Sao chép kèm tiêu đề", "Ctrl+Shift+C"),
    ("Sao chép cả dòng", "Ctrl+Alt+C"),
    ("Sao chép tin nhắn đôn đốc", "Ctrl+Alt+M"),
    ("Dán vào ô, hoặc dán danh sách", "Ctrl+V"),
    ("Kết quả tìm tiếp theo, trước đó", "F3 · Shift+F3"),
    ("Bỏ chọn, bỏ tìm, bỏ lọc", "Esc"),
    ("Về cả danh sách; đóng hộp thoại", "Ctrl+W · Ctrl+F4"),
    ("Lặp lại việc vừa làm", "F4"),
    ("Xem trước và in danh sách đang hiện", "Ctrl+P"),
    ("Đưa ra khỏi danh sách", "Ctrl+-"),
    ("Hiện, ẩn thông tin người đang chọn", "Alt+Enter"),
    ("Về ô đầu, đến ô cuối", "Ctrl+Home · Ctrl+End"),
    ("Đến cuối vùng có dữ liệu", "Ctrl+↑ ↓ ← →"),
    ("Chọn tất cả", "Ctrl+A"),
    ("Chọn cả dòng", "Shift+Phím cách"),
    ("Chọn cả cột", "Ctrl+Phím cách"),
    ("Lọc theo cột đang chọn", "Alt+Mũi tên xuống"),
    ("Dừng việc đang ghi", "Esc"),
)
DECIDING_KEYS = (
    *((ANSWER_WORDS[answer], answer.key_words) for answer in ANSWER_WORDS),
    ("Bỏ quyết định vừa rồi", "Ctrl+Z"),
    ("Chọn giữa những người giống", "← →"),
    ("Như vậy cho các dòng giống", REPEAT),
)
REMIND_KEYS = (
    ("Đôn đốc đơn vị đang chọn", "Ctrl+Alt+M"),
    ("Sao chép tin, ghi nhật ký", "Enter"),
)
RECONCILE_KEYS = (
    ("Mục trước, mục sau", "Ctrl+PgUp · Ctrl+PgDown"),
    ("Ghi kết quả", "Ctrl+Enter"),
)
REPORT_KEYS = (
    ("In văn bản đang xem", "Ctrl+P"),
    ("Phóng to, thu nhỏ trang đang xem trước", "Ctrl++ · Ctrl+− · Ctrl+con lăn"),
    ("Trang đầu, trang cuối", "Home · End"),
)
SIZE_KEYS = (
    ("Chữ to hơn, nhỏ hơn trong mọi cửa sổ", "Ctrl++ · Ctrl+− · Ctrl+con lăn"),
    ("Chữ nhỏ hơn, cả khi đang chọn dòng để bỏ", "Ctrl+Shift+−"),
)
SCREEN_SHARE = 0.92


class ShortcutSheet(QDialog):
    """Two columns of commands with their keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle("Phím tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        for half in _halves():
            row.addWidget(half, 1, Qt.AlignmentFlag.AlignTop)
        rolled = named(QScrollArea(), "shortcuts", "Các phím tắt")
        rolled.setProperty("reads", True)
        rolled.setWidget(sheet)
        rolled.setWidgetResizable(True)
        rolled.setFrameShape(QFrame.Shape.NoFrame)
        close = button("Đóng", "keep")
        close.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(rolled)
        column.addLayout(footer(act=None, leave=close))
        margins = column.contentsMargins()
        wanted = sheet.sizeHint() + QSize(
            margins.left() + margins.right() + rolled.verticalScrollBar().sizeHint().width(),
            margins.top() + margins.bottom() + column.spacing() + close.sizeHint().height(),
        )
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * SCREEN_SHARE))


def _halves() -> list[QWidget]:
    groups = [
        ("Trong danh sách", list(ROSTER_KEYS)),
        ("Khi quyết định từng dòng", list(DECIDING_KEYS)),
        ("Trong đối soát", list(RECONCILE_KEYS)),
        ("Đôn đốc", list(REMIND_KEYS)),
        ("Trong báo cáo, văn bản", list(REPORT_KEYS)),
        ("Cỡ chữ", list(SIZE_KEYS)),
    ]
    for title, lines in MENUS:
        keyed = [
            (_plain(line.text), " · ".join(map(shown_keys, line.heard + line.keys)))
            for line in lines
            if line is not LINE and (line.heard or line.keys)
        ]
        if keyed:
            groups.append((_plain(title), keyed))
    return [_sheet(groups[:2]), _sheet(groups[2:])]


def _sheet(groups: list[tuple[str, list[tuple[str, str]]]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(32)
    for title, lines in groups:
        grid.addWidget(label(title, "heading"), grid.rowCount(), 0, 1, 2)
        for words, keys in lines:
            line = grid.rowCount()
            grid.addWidget(label(words), line, 0)
            grid.addWidget(label(keys, "muted"), line, 1)
    return made


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
