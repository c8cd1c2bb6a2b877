"""What can be done to the selected people, as actions with keys, for menus and shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.contests.mark_names import MarkNames
from models.records import Mark
from ui.theme.keys import bound_keys


class RosterAct(NamedTuple):
    """One act: its words, its keys, whether it needs selected people, and its place: the menu
    within the menu (`inside`) that holds acts of one kind, so that all fit a small screen."""

    key: str
    words: str
    keys: str = ""
    needs_people: bool = True
    everywhere: bool = False
    inside: str = ""


LINE = RosterAct("", "")
CELLS, COPIES, CLEARED = "Tr&ong ô", "Sao &chép", "&Bỏ đánh dấu"
DATED = "Đơn &vị, đối tượng, rời danh sách"
ACTS: tuple[RosterAct, ...] = (
    RosterAct("registered", "Đánh dấu đã đăng &ký", "Space"),
    RosterAct("completed", "Đánh dấu đã &hoàn thành", "Ctrl+Shift+H"),
    RosterAct("failed", "Đánh dấu đã thi, chưa đạ&t"),
    RosterAct("dated", "Đánh dấu với &ngày khác…", "Ctrl+;"),
    RosterAct("unregister", "Bỏ đánh dấu đăng &ký", inside=CLEARED),
    RosterAct("uncomplete", "Bỏ đánh dấu &hoàn thành", inside=CLEARED),
    RosterAct("unfail", "Bỏ đánh dấu thi &chưa đạt", inside=CLEARED),
    RosterAct("from-text", "Đánh dấu từ tin nhắn, d&anh sách…", needs_people=False),
    LINE,
    RosterAct("edit", "&Sửa thông tin…", "Ctrl+Return"),
    RosterAct("edit-cell", "&Sửa ô", "F2", inside=CELLS),
    RosterAct("fill-down", "&Điền xuống", "Ctrl+D", inside=CELLS),
    RosterAct("repeat", "&Lặp lại ô trên", "Ctrl+'", inside=CELLS),
    RosterAct("empty", "&Xóa nội dung ô", "Del", inside=CELLS),
    RosterAct("add", "Thê&m người…", "Ctrl+N", needs_people=False, everywhere=True),
    RosterAct("insert", "Thêm người", "Ins", needs_people=False),
    RosterAct("again", "Lặp lại việc vừa làm", "F4"),
    RosterAct("paste", "&Dán", "Ctrl+V", needs_people=False),
    LINE,
    RosterAct("copy", "Sao chép &ô", inside=COPIES),
    RosterAct("copy-rows", "Sao chép cả &dòng", "Ctrl+Alt+C", inside=COPIES),
    RosterAct("copy-phone", "Sao chép số &điện thoại", "Ctrl+Shift+P", inside=COPIES),
    RosterAct("copy-message", "Sa&o chép tin nhắn đôn đốc", "Ctrl+Alt+M"),
    RosterAct("history", "&Lịch sử của người này"),
    RosterAct("slips", "&Phiếu sửa đơn vị", needs_people=False),
    LINE,
    RosterAct("exempt", "Không th&uộc đối tượng…", inside=DATED),
    RosterAct("count-again", "Tính lại &vào đối tượng…", inside=DATED),
    RosterAct("move", "Chu&yển đơn vị…", inside=DATED),
    RosterAct("posts", "&Kiêm nhiệm…", inside=DATED),
    RosterAct("leave", "Đưa &ra khỏi danh sách…", "Ctrl+-", inside=DATED),
    RosterAct("return", "Đưa trở &lại danh sách…", inside=DATED),
    RosterAct("periods", "Các &mốc thời gian…", inside=DATED),
)
# A screen of 1366×768 at 150 % has room for no more; adding has a button in sight.
HIDDEN = frozenset({"insert", "add", "again"})
OTHER_MARKS = ("completed", "failed", "dated", "unregister", "uncomplete", "unfail")
IN_MENU = tuple(act for act in ACTS if act.key not in HIDDEN)


class Acts:
    """The actions by key, each with its `deed(key)`; `table` hears keys that letters and Space
    would disturb elsewhere."""

    def __init__(
        self, page: QWidget, table: QWidget, deed: Callable[[str], Callable[[], object]]
    ) -> None:
        self._actions: dict[str, QAction] = {}
        self._left_out: frozenset[str] = frozenset()
        for act in ACTS:
            if act is not LINE:
                self._actions[act.key] = self._make(act, page, table, deed(act.key))

    def _make(
        self, act: RosterAct, page: QWidget, table: QWidget, deed: Callable[[], object]
    ) -> QAction:
        owner = page if act.everywhere else table
        action = QAction(act.words, owner)
        action.setObjectName(f"act-{act.key}")
        action.setAutoRepeat(False)
        if act.keys:
            action.setShortcuts(bound_keys(act.keys))
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
                if act.everywhere
                else Qt.ShortcutContext.WidgetShortcut
            )
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: deed())
        owner.addAction(action)
        return action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def set_people(self, people: int) -> None:
        """Acts on people need some."""
        for act in ACTS:
            if act.needs_people and act is not LINE:
                self._actions[act.key].setEnabled(people > 0)

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does. Where it counts one only, the first key sets that."""
        usual = {act.key: act.words for act in ACTS if act is not LINE}
        first = names.counted[0]
        words = {
            "registered": names.registered or names.one,
            "completed": names.completed,
            "unregister": names.registered,
            "uncomplete": names.completed,
        }
        told = {
            "registered": f"Đánh dấu {names.done(first)}",
            "completed": f"Đánh dấu {names.done(Mark.COMPLETED)}",
            "unregister": f"Bỏ đánh dấu {names.deed(Mark.REGISTERED)}",
            "uncomplete": f"Bỏ đánh dấu {names.deed(Mark.COMPLETED)}",
        }
        for key, own in words.items():
            self._actions[key].setText(told[key] if own else usual[key])
        self._left_out = frozenset({"completed", "unregister"} if names.one else ())

    def mark_menu(self, parent: QWidget) -> QMenu:
        """The other ways to mark, and to take marks away."""
        menu = QMenu(parent)
        menu.setObjectName("mark-menu")
        for key in OTHER_MARKS:
            if key in self._left_out:
                continue
            if key == "unregister" or (key == "uncomplete" and "unregister" in self._left_out):
                menu.addSeparator()
            menu.addAction(self._actions[key])
        return menu

    def menu(self, parent: QWidget) -> QMenu:
        """The context menu."""
        menu = QMenu(parent)
        menu.setObjectName("roster-menu")
        inner: dict[str, QMenu] = {}
        for act in IN_MENU:
            if act.key in self._left_out:
                continue
            if act is LINE:
                menu.addSeparator()
                continue
            if act.inside and act.inside not in inner:
                inner[act.inside] = menu.addMenu(act.inside)
            inner.get(act.inside, menu).addAction(self._actions[act.key])
        return menu
