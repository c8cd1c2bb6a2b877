"""Every command of the menus as data: its words, keys and place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.theme.icons import menu_icon


class MenuCommand(NamedTuple):
    """One line of a menu. `needs_file`: it makes sense only while a data file is open.

    `heard` are keys that `ui.theme.zooming` hears, after all shortcuts: the menu only tells them.
    """

    key: str
    text: str
    keys: tuple[str, ...] = ()
    picture: str = ""
    needs_file: bool = True
    checkable: bool = False
    heard: tuple[str, ...] = ()


LINE = MenuCommand("", "")
MENUS: tuple[tuple[str, tuple[MenuCommand, ...]], ...] = (
    (
        "&Tệp",
        (
            MenuCommand("import", "&Nhập danh sách…", ("Ctrl+O",), "import"),
            MenuCommand("paste", "&Dán danh sách…", ("Ctrl+Shift+V",)),
            MenuCommand("template", "Tải &biểu mẫu danh sách trống…", (), "excel", False),
            LINE,
            MenuCommand("open", "&Mở tệp dữ liệu khác…", ("Ctrl+Shift+O",), "folder", False),
            MenuCommand("new", "&Tạo tệp dữ liệu mới…", (), "file", False),
            MenuCommand("practice", "Dùng thử với số l&iệu mẫu", (), "", False),
            LINE,
            MenuCommand("save", "&Lưu", ("Ctrl+S",), "save"),
            MenuCommand("lock", "&Khóa màn hình", ("Ctrl+L",), "lock"),
            MenuCommand("quit", "T&hoát", ("Ctrl+Q",), "", False),
        ),
    ),
    (
        "&Sửa",
        (
            MenuCommand("undo", "&Hoàn tác", ("Ctrl+Z",), "undo"),
            MenuCommand("redo", "&Làm lại", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            LINE,
            MenuCommand(
                "mark-text", "Đánh &dấu từ tin nhắn, danh sách…", ("Ctrl+Shift+M",), "check"
            ),
            MenuCommand("duplicates", "&Người có thể trùng…"),
            LINE,
            MenuCommand("remind", "Đôn đố&c đơn vị…"),
            MenuCommand("heads", "Người đứng đầu các đơn &vị…"),
        ),
    ),
    (
        "&Xem",
        (
            MenuCommand("page-overview", "&Tổng quan", ("Alt+1", "Ctrl+1"), "overview"),
            MenuCommand("page-roster", "&Danh sách", ("Alt+2", "Ctrl+2"), "roster"),
            MenuCommand("page-reconcile", "Đối &soát", ("Alt+3", "Ctrl+3"), "reconcile"),
            MenuCommand("page-units", "Đơn &vị", ("Alt+4", "Ctrl+4"), "units"),
            MenuCommand("page-contest", "C&uộc thi", ("Alt+5", "Ctrl+5"), "contest"),
            MenuCommand("page-reports", "&Báo cáo && văn bản", ("Alt+6", "Ctrl+6"), "reports"),
            MenuCommand("page-data", "D&ữ liệu", ("Alt+7", "Ctrl+7"), "data"),
            LINE,
            MenuCommand("area-next", "Sang phần &kế tiếp", ("F6",), "", False),
            MenuCommand("area-before", "Về phần t&rước", ("Shift+F6",), "", False),
            LINE,
            MenuCommand("larger", "Chữ t&o hơn (A+)", ("Ctrl+]",), "", False, False, ("Ctrl++",)),
            MenuCommand("smaller", "Chữ &nhỏ hơn (A−)", ("Ctrl+[",), "", False, False, ("Ctrl+-",)),
            MenuCommand("normal", "&Cỡ chữ mặc định", ("Ctrl+0",), "", False),
            LINE,
            MenuCommand("theme-light", "Giao diện sán&g", (), "", False, True),
            MenuCommand("theme-dark", "Giao diện tố&i", (), "", False, True),
            MenuCommand("theme-contrast", "Giao diện tương &phản cao", (), "", False, True),
            MenuCommand("theme-system", "Giao diện theo &Windows", (), "", False, True),
        ),
    ),
    (
        "&Báo cáo",
        (
            MenuCommand("report-unit-summary", "Biểu tổng hợp theo đơn &vị", (), "reports"),
            MenuCommand("report-not-registered", "Danh sách chưa đăng &ký"),
            MenuCommand("report-not-completed", "Danh sách chưa &hoàn thành"),
            LINE,
            MenuCommand("frozen", "&Số liệu đã chốt, văn bản đã phát hành…"),
            MenuCommand("verify", "Kiểm tra &báo cáo…"),
            MenuCommand("signers", "N&gười ký…"),
            MenuCommand("city-template", "Điền &mẫu của thành phố…"),
            MenuCommand("reports", "&Tất cả báo cáo và văn bản"),
        ),
    ),
    (
        "&Dữ liệu",
        (
            MenuCommand("history", "&Lịch sử thay đổi"),
            MenuCommand("activity", "&Nhật ký hoạt động…"),
            MenuCommand("contest", "&Cuộc thi…", (), "contest"),
            MenuCommand("deadline", "&Hạn của xã…", (), "calendar"),
            LINE,
            MenuCommand("backup", "&Sao lưu ngay", (), "save"),
            MenuCommand("restore", "Khôi &phục…"),
            MenuCommand("undo-restore", "H&oàn tác khôi phục", (), "", False),
            MenuCommand("data-check", "&Kiểm tra dữ liệu…", (), "check"),
            MenuCommand("folder", "Mở &thư mục chứa tệp", (), "folder"),
            LINE,
            MenuCommand("password-set", "Đặt mật khẩ&u…", (), "lock"),
            MenuCommand("password-change", "Đổ&i mật khẩu…", (), "lock"),
            MenuCommand("recovery-new", "Lập &mã khôi phục mới…"),
            MenuCommand("password-remove", "&Bỏ mật khẩu…"),
            LINE,
            MenuCommand("handover", "Bàn &giao…"),
            LINE,
            MenuCommand("settings", "Cài &đặt", (), "settings"),
        ),
    ),
    (
        "Trợ &giúp",
        (
            MenuCommand("help", "&Hướng dẫn", ("F1",), "help", False),
            MenuCommand("shortcuts", "&Phím tắt", ("Ctrl+/",), "", False),
            LINE,
            MenuCommand("support", "&Sao chép thông tin hỗ trợ", (), "copy", False),
            MenuCommand("log", "&Mở thư mục nhật ký lỗi", (), "", False),
            MenuCommand("hints", "Gợi ý trong t&uần đầu", (), "", False, True),
            LINE,
            MenuCommand("news", "&Có gì mới", (), "", False),
            MenuCommand("update", "Cài &bản mới từ USB…", (), "", False),
            LINE,
            MenuCommand("about", "&Giới thiệu Tiến Độ", (), "info", False),
        ),
    ),
)


class WindowCommands:
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

    def _fill(self, menu: QMenu, lines: tuple[MenuCommand, ...]) -> None:
        menu.aboutToShow.connect(lambda: self._draw_icons(menu))
        for line in lines:
            if line is LINE:
                menu.addSeparator()
            else:
                self._actions[line.key] = self._action(menu, line)

    def _action(self, menu: QMenu, line: MenuCommand) -> QAction:
        told = "".join(f"\t{shown_keys(each)}" for each in line.heard[:1])
        action = menu.addAction(f"{line.text}{told}")
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
                action.setIcon(menu_icon(picture))


def shown_keys(keys: str) -> str:
    """Keys as they are written on this machine."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
