"""Every command of the menus as data: its words, keys and place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.theme.icons import icon


class Command(NamedTuple):
    """One line of a menu. `needs_file`: it makes sense only while a data file is open."""

    key: str
    text: str
    keys: tuple[str, ...] = ()
    picture: str = ""
    needs_file: bool = True
    checkable: bool = False


LINE = Command("", "")
MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "&Tệp",
        (
            Command("import", "&Nhập danh sách…", ("Ctrl+O",), "import"),
            Command("paste", "&Dán danh sách…", ("Ctrl+Shift+V",)),
            LINE,
            Command("open", "&Mở tệp dữ liệu khác…", ("Ctrl+Shift+O",), "folder", False),
            Command("new", "&Tạo tệp dữ liệu mới…", (), "file", False),
            Command("practice", "Mở &xã thực hành", (), "", False),
            LINE,
            Command("save", "&Lưu", ("Ctrl+S",), "save"),
            Command("quit", "T&hoát", ("Ctrl+Q",), "", False),
        ),
    ),
    (
        "&Sửa",
        (
            Command("undo", "&Hoàn tác", ("Ctrl+Z",), "undo"),
            Command("redo", "&Làm lại", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            LINE,
            Command("mark-text", "Đánh &dấu từ tin nhắn, danh sách…", ("Ctrl+Shift+M",), "check"),
            Command("duplicates", "&Người có thể trùng…"),
        ),
    ),
    (
        "&Xem",
        (
            Command("page-overview", "&Tổng quan", ("Alt+1", "Ctrl+1"), "overview"),
            Command("page-roster", "&Danh sách", ("Alt+2", "Ctrl+2"), "roster"),
            Command("page-reconcile", "Đối &soát", ("Alt+3", "Ctrl+3"), "reconcile"),
            Command("page-units", "Đơn &vị", ("Alt+4", "Ctrl+4"), "units"),
            Command("page-reports", "&Báo cáo && văn bản", ("Alt+5", "Ctrl+5"), "reports"),
            Command("page-data", "D&ữ liệu", ("Alt+6", "Ctrl+6"), "data"),
            LINE,
            Command("larger", "Chữ t&o hơn (A+)", ("Ctrl+]",), "", False),
            Command("smaller", "Chữ &nhỏ hơn (A−)", ("Ctrl+[",), "", False),
            Command("normal", "&Cỡ chữ mặc định", ("Ctrl+0",), "", False),
            LINE,
            Command("theme-light", "Giao diện sán&g", (), "", False, True),
            Command("theme-dark", "Giao diện tố&i", (), "", False, True),
            Command("theme-system", "Giao diện theo &Windows", (), "", False, True),
        ),
    ),
    (
        "&Báo cáo",
        (
            Command("report-unit-summary", "Biểu tổng hợp theo đơn &vị", (), "reports"),
            Command("report-not-registered", "Danh sách chưa đăng &ký"),
            Command("report-not-completed", "Danh sách chưa &hoàn thành"),
            LINE,
            Command("reports", "&Tất cả báo cáo và văn bản"),
        ),
    ),
    (
        "&Dữ liệu",
        (
            Command("history", "&Lịch sử thay đổi"),
            Command("contest", "&Cuộc thi…", (), "contest"),
            Command("deadline", "&Hạn của xã…", (), "calendar"),
            LINE,
            Command("folder", "&Mở thư mục chứa tệp", (), "folder"),
        ),
    ),
    (
        "Trợ &giúp",
        (
            Command("shortcuts", "&Phím tắt", ("F1", "Ctrl+/"), "help", False),
            Command("log", "&Mở thư mục nhật ký lỗi", (), "", False),
            LINE,
            Command("news", "&Có gì mới", (), "", False),
            Command("update", "Cài &bản mới từ USB…", (), "", False),
            LINE,
            Command("about", "&Giới thiệu Tiến Độ", (), "info", False),
        ),
    ),
)


class Commands:
    """The actions of the menu bar by key; `commands["undo"]` is a `QAction`."""

    def __init__(self, window: QMainWindow) -> None:
        self._actions: dict[str, QAction] = {}
        self._pictures: dict[str, str] = {}
        self._need_file: list[str] = []
        self._drawn: set[str] = set()
        for title, lines in MENUS:
            self._fill(window.menuBar().addMenu(title), lines)
        self.set_open(False)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def _fill(self, menu: QMenu, lines: tuple[Command, ...]) -> None:
        menu.aboutToShow.connect(lambda: self._draw_icons(menu))
        for line in lines:
            if line is LINE:
                menu.addSeparator()
            else:
                self._actions[line.key] = self._action(menu, line)

    def _action(self, menu: QMenu, line: Command) -> QAction:
        action = menu.addAction(line.text)
        action.setObjectName(f"command-{line.key}")
        action.setShortcuts([QKeySequence(each) for each in line.keys])
        action.setCheckable(line.checkable)
        if line.needs_file:
            self._need_file.append(line.key)
        if line.picture:
            self._pictures[line.key] = line.picture
        return action

    def set_open(self, is_open: bool) -> None:
        """Say whether a data file is open."""
        for key in self._need_file:
            self._actions[key].setEnabled(is_open)

    def forget_icons(self) -> None:
        """Draw the pictures anew, in the present theme, when a menu is opened next."""
        self._drawn.clear()

    def _draw_icons(self, menu: QMenu) -> None:
        """Give the lines of `menu` their pictures; nobody waits for them before it opens."""
        if menu.title() in self._drawn:
            return
        self._drawn.add(menu.title())
        for action in menu.actions():
            picture = self._pictures.get(action.objectName().removeprefix("command-"))
            if picture:
                action.setIcon(icon(picture))
