"""Đơn vị: the tree with its figures, and one unit's own data beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from models.records import PeopleQuery, Unit, UnitKind
from models.roster.units import (
    add_unit,
    move_unit,
    remove_unit,
    rename_unit,
    set_unit_kind,
)
from models.text.formats import number
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.page_head import PageHead
from ui.pages.units_forms import TOP_WORDS, NewUnitForm
from ui.pages.units_kits import KitsDialog, kits_notice
from ui.pages.units_model import UnitModel, UnitTree, unit_tree
from ui.pages.units_moves import UnitMoves
from ui.pages.units_panel import UnitPanel, line_words
from ui.pages.units_saving import UNSAVED, UnitDrafts
from ui.pages.units_tree import UnitTreeView
from ui.reminding.dialog import ReminderDialog
from ui.theme.keys import bound_keys
from ui.theme.letters import SideSplitter, keep_in_letters
from ui.theme.pieces import button, card, label

SIDE_LETTERS, LEAST_SIDE_LETTERS = 40, 34
TREE_LETTERS = 52


class UnitsPage(Page):
    """Adds, renames, moves and removes units, all by key and all undoable."""

    title = "Đơn vị"
    icon = "units"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._model = UnitModel(self)
        self._tree = UnitTreeView(self._model)
        self._panel = UnitPanel()
        self._drafts = UnitDrafts(desk, self)
        self._moves = UnitMoves(self._model, self)
        self._shown: int | None = None
        self._counts = label(role="muted", wrap=True, name="unitsCounts")
        self._add = button("Thêm đơn vị…", "unitAdd", primary=True)
        self._rename = self._action("Đổi &tên", "F2", self._tree.rename)
        self._move = self._action(
            "Chuyển đơn &vị…", "Ctrl+M", lambda: self._moves.ask(self._selected())
        )
        self._up = self._action(
            "Đưa &lên", "Alt+Up", lambda: self._moves.shift(self._selected(), -1)
        )
        self._down = self._action(
            "Đưa &xuống", "Alt+Down", lambda: self._moves.shift(self._selected(), 1)
        )
        self._new = self._action("T&hêm đơn vị…", "Ctrl+N", self._ask_new)
        self._people = self._action("Xem &danh sách người", "Ctrl+Return", self._open_people)
        self._remove = self._action("&Xóa đơn vị trống", "Ctrl+-", self._remove_unit)
        self._kits = self._action("Xuất biểu &mẫu cho đơn vị này…", "Ctrl+Shift+P", self._ask_kit)
        self._remind = self._action("Đôn đố&c đơn vị này…", "Ctrl+Alt+M", self._ask_reminder)
        self._all_kits = button("Xuất biểu &mẫu cho đơn vị…", "unitKits")
        self._lay_out()
        self._connect()

    def _action(self, words: str, keys: str, deed: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setObjectName(f"unit-{keys}")
        action.setShortcuts(bound_keys(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(deed)
        # F2 belongs to the tree already; the action only names it in the menu.
        if keys != "F2":
            self.addAction(action)
        return action

    def _connect(self) -> None:
        self._add.clicked.connect(self._ask_new)
        self._all_kits.clicked.connect(lambda: self._open_kits(None))
        self._tree.picked.connect(self._show_unit)
        self._tree.menu_asked.connect(self._open_menu)
        self._tree.dragged_over.connect(self._moves.say_place)
        self._moves.said.connect(self.status)
        self._moves.wanted.connect(self._move_to)
        self._model.renaming.connect(lambda each, name: self._do(rename_unit, each, name))
        self._model.moving.connect(self._moves.drop)
        self._panel.kind_chosen.connect(self._set_kind)
        self._panel.typed.connect(lambda unit, now: self._drafts.note(unit.id, now, unit.contacts))
        self._panel.left.connect(self._drafts.save)
        self._drafts.changed.connect(self._show_state)
        self._panel.people_wanted.connect(self._open_people)
        self._panel.own_wanted.connect(self._open_own)
        self._panel.reminders.wanted.connect(self._ask_reminder)
        self._panel.heads_wanted.connect(lambda: self.open_page.emit("command", "heads"))

    def _lay_out(self) -> None:
        paper = card()
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._tree)
        keep_in_letters(self._tree, TREE_LETTERS)
        keep_in_letters(self._panel, LEAST_SIDE_LETTERS)
        split = SideSplitter(1, SIDE_LETTERS, "units")
        split.setHandleWidth(12)
        split.set_halves(paper, self._panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._header())
        column.addWidget(split, 1)

    def _header(self) -> PageHead:
        deeds = []
        for name, words_of, tip, action in (
            ("unitMove", "Chuyển đơn vị…", "Chuyển vào đơn vị khác (Ctrl+M, hoặc kéo)", self._move),
            ("unitRemove", "Xóa", "Xóa đơn vị trống (Ctrl+-)", self._remove),
        ):
            made = button(words_of, name)
            made.setToolTip(tip)
            made.clicked.connect(action.trigger)
            deeds.append(made)
        deeds += [self._all_kits, self._add]
        return PageHead(label(self.title, "title"), self._counts, deeds)

    def hasHeightForWidth(self) -> bool:
        """Words that wrap take their room from the tree: the window does not grow for them."""
        return False

    def shown(self) -> None:
        """The keys go to the tree."""
        super().shown()
        self._tree.setFocus()

    def take(self, what: object) -> None:
        """Select the unit with the id `what`."""
        if isinstance(what, int):
            self._tree.select_next(what)
            self.reload()

    def ask(self) -> None:
        """Read the tree with its figures."""
        self.read(unit_tree, self._show)

    def _show(self, tree: UnitTree) -> None:
        self._drafts.keep_only({unit.id for unit in tree.units})
        self._tree.show_tree(tree)
        self._counts.setText(_whole_words(tree))
        self._show_unit()
        self.loaded.emit()

    def _show_unit(self) -> None:
        unit_id = self._tree.selected_id()
        if self._shown is not None and self._shown != unit_id:
            self._drafts.save(self._shown)
        self._shown = unit_id
        unit = self._model.unit(unit_id)
        at = unit_id or 0
        own, whole = self._model.own(at), self._model.whole(at)
        self._panel.show_unit(unit, own, whole, self._model.marks, self._drafts.typed(at))
        self._panel.show_reminders(self._model.reminders, whole)
        self._show_state(at)
        selected = (self._rename, self._move, self._up, self._down, self._people, self._remove)
        for action in (*selected, self._kits, self._remind):
            action.setEnabled(unit is not None)

    def _show_state(self, unit_id: int) -> None:
        """Whether the fields of the unit that is shown are in the file."""
        if unit_id == (self._shown or 0):
            words = self._drafts.words(unit_id) if unit_id else ""
            self._panel.show_state(words, unsaved=words == UNSAVED)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere leaves nothing unsaved behind."""
        super().hideEvent(event)
        if self._shown is not None:
            self._drafts.save(self._shown)

    def retire(self) -> None:
        """What was typed belongs to no other file."""
        self._drafts.keep_only(())
        super().retire()

    def _do(self, call: Callable[..., Any], *args: object) -> None:
        """Run a change; when it is refused, the tree shows again what holds."""
        self.desk.ask(call, None, None, *args)

    def _ask_new(self) -> None:
        form = NewUnitForm(self._model.units(), self._selected_parent(), self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.wanted.connect(self._add_unit)
        form.open()

    def _selected(self) -> Unit | None:
        return self._model.unit(self._tree.selected_id())

    def _selected_parent(self) -> Any:
        """The unit above a new one: the selected one if it holds others, else its own."""
        unit = self._selected()
        if unit is None or self._model.has_children(unit.id):
            return unit
        return self._model.unit(unit.parent_id)

    def _add_unit(self, name: str, kind: UnitKind, parent_id: int | None) -> None:
        self.desk.ask(add_unit, self._added, None, name, kind, parent_id)

    def _added(self, unit_id: int) -> None:
        self._tree.select_next(unit_id)
        self.reload()

    def _move_to(self, unit_id: int, parent_id: int | None, place: int) -> None:
        self._tree.select_next(unit_id)
        unit = self._model.unit(unit_id)
        said = unit is not None and unit.parent_id != parent_id
        done = partial(self._moved, unit_id, parent_id) if said else None
        self.desk.ask(move_unit, done, None, unit_id, parent_id, place)

    def _moved(self, unit_id: int, parent_id: int | None, _none: None) -> None:
        unit, above = self._model.unit(unit_id), self._model.unit(parent_id)
        if unit is not None:
            to = above.name if above is not None else TOP_WORDS
            self.desk.said.emit(f"Đã chuyển {unit.name} vào {to}. Ctrl+Z để hoàn tác.")

    def _remove_unit(self) -> None:
        unit = self._selected()
        if unit is None:
            return
        beside = self._tree.neighbour()
        self.desk.ask(remove_unit, lambda _: self._removed(unit.name, beside), None, unit.id)

    def _removed(self, name: str, beside: int | None) -> None:
        self._tree.select(beside)
        self.desk.said.emit(f"Đã xóa đơn vị {name}. Ctrl+Z để hoàn tác.")

    def _set_kind(self, kind: UnitKind) -> None:
        unit_id = self._tree.selected_id()
        if unit_id is not None:
            self._drafts.write(unit_id, set_unit_kind, kind)

    def _open_people(self) -> None:
        unit_id = self._tree.selected_id()
        if unit_id is not None:
            self.open_page.emit("roster", PeopleQuery(unit_ids=self._model.below(unit_id)))

    def _open_own(self) -> None:
        unit_id = self._tree.selected_id()
        if unit_id is not None:
            self.open_page.emit("roster", PeopleQuery(unit_ids=frozenset({unit_id})))

    def _ask_kit(self) -> None:
        unit_id = self._tree.selected_id()
        if unit_id is not None:
            self._open_kits(self._model.below(unit_id))

    def _open_kits(self, wanted: frozenset[int] | None) -> None:
        form = KitsDialog(self.desk, wanted, self)
        form.written.connect(lambda written: self.desk.noticed.emit(kits_notice(written)))
        form.open()

    def _ask_reminder(self) -> None:
        unit_id = self._tree.selected_id()
        if unit_id is not None:
            ReminderDialog(self.desk, (unit_id,), self).open()

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._people, self._kits, self._remind])
        menu.addSeparator()
        menu.addActions([self._new, self._rename, self._move, self._up, self._down])
        menu.addSeparator()
        menu.addAction(self._remove)
        menu.popup(place)


def _whole_words(tree: UnitTree) -> str:
    """How many units there are, and what they come to together."""
    with_people = sum(1 for unit in tree.units if unit.people)
    words = f"{number(len(tree.units))} đơn vị, {number(with_people)} đơn vị có người"
    together = line_words(tree.figures, tree.marks)
    return f"{words} · {together}" if tree.figures.total else words
