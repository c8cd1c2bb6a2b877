"""The second posts of one person (kiêm nhiệm): given, mended and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from models.errors import AppError
from models.records import Person, Post, Unit
from models.roster.person_rows import people_by_ids
from models.roster.posts import (
    add_side_post,
    edit_side_post,
    remove_side_post,
    side_posts_of,
)
from models.roster.unit_tree import list_units
from models.store.store import Store
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.choices import line_of
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.people.period_words import post_words
from ui.people.unit_field import UnitField
from ui.theme.letters import keep_lines
from ui.theme.pieces import button, label

LINES_SHOWN = 6
NEW = "+ Thêm vị trí kiêm nhiệm"
COUNTS_ONCE = "Vẫn chỉ tính một lần, ở đơn vị chính: {unit}."
TURNED = "Ngày kết thúc đứng trước ngày bắt đầu."
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PostsForm:
    """One person with all their second posts, and the units to choose from."""

    person: Person
    posts: tuple[Post, ...]
    units: tuple[Unit, ...]


def open_posts(desk: Desk, person_id: int, parent: QWidget) -> None:
    """Open the second posts of somebody over `parent`; of nobody when the person is gone."""
    desk.ask(_form, partial(_open, desk, parent), None, person_id)


def _open(desk: Desk, parent: QWidget, form: PostsForm | None) -> None:
    if form is not None:
        PostsDialog(desk, form.person, form.posts, form.units, parent).open()


def _form(file: Store, person_id: int) -> PostsForm | None:
    found = people_by_ids(file, [person_id])
    return PostsForm(found[0], side_posts_of(file, person_id), list_units(file)) if found else None


def _save(
    file: Store,
    person_id: int,
    post_id: int | None,
    unit_id: int,
    position: str,
    since: date | None,
    until: date | None,
) -> None:
    """Give a second post, or set the one with this id; from `until` on it is held no more."""
    if post_id is None:
        add_side_post(file, person_id, unit_id, position, since, until)
    else:
        edit_side_post(file, post_id, unit_id, position, since, until)


class PostsDialog(ActDialog):
    """Saves one post at a time and stays open; each is an entry of the history.

    The last line of the list is for a new one.
    """

    def __init__(
        self,
        desk: Desk,
        person: Person,
        posts: Sequence[Post],
        units: Sequence[Unit],
        parent: QWidget,
    ) -> None:
        super().__init__(f"Kiêm nhiệm của {person.name}", "Lưu", parent)
        self.setObjectName("posts-dialog")
        self._desk = desk
        self._person = person
        self._posts: Sequence[Post] = ()
        self._list = QListWidget()
        self._list.setObjectName("posts")
        self._list.setAccessibleName("Các vị trí kiêm nhiệm")
        self._list.setWordWrap(True)
        self._unit = UnitField("post-unit", "Đơn vị kiêm nhiệm", units)
        self._position = FormField(QLineEdit(), "post-position", "Chức vụ kiêm nhiệm")
        self._since = DateField("post-since", "Từ ngày", desk.today())
        self._until = DateField("post-until", "Đến hết ngày", desk.today())
        self._until.line.setPlaceholderText("để trống nếu chưa kết thúc")
        self._remove = button("&Xóa vị trí này", "post-remove")
        self.add_button(self._remove)
        self.form.addRow(label(COUNTS_ONCE.format(unit=person.unit), "muted", wrap=True))
        self.form.addRow(self._list)
        self.form.addRow("Đơn &vị *", self._unit)
        self.form.addRow("&Chức vụ", self._position)
        self.form.addRow("&Từ ngày", self._since)
        self.form.addRow("Đế&n hết ngày", self._until)
        self._connect()
        self._show(posts)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._choose)
        self._remove.clicked.connect(self._take_away)
        for changed in (self._unit.changed, self._since.changed, self._until.changed):
            changed.connect(self._check)

    def _show(self, posts: Sequence[Post], row: int | None = None) -> None:
        """Show these posts, with one line chosen: the new one unless told."""
        self._posts = posts
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([*(post_words(each) for each in posts), NEW])
        shown = min(LINES_SHOWN, max(2, len(posts) + 1))
        keep_lines(self._list, shown)
        self._list.setCurrentRow(len(posts) if row is None else min(row, len(posts)))
        self._list.blockSignals(False)
        self._choose()
        first = self._list if posts else self._unit.editor
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _post(self) -> Post | None:
        row = self._list.currentRow()
        return self._posts[row] if 0 <= row < len(self._posts) else None

    def _choose(self) -> None:
        """Fill the fields with the chosen post; those of a new one are empty."""
        post = self._post
        self._unit.clear()
        if post:
            self._unit.choose(post.unit_id)
        line_of(self._position).setText(post.position if post else "")
        since, until = (post.since, post.last_day) if post else (None, None)
        self._since.show_iso(since.isoformat() if since else "")
        self._until.show_iso(until.isoformat() if until else "")
        self._remove.setEnabled(post is not None)
        self._check()

    def _check(self) -> None:
        since, until = self._since.day, self._until.day
        turned = since is not None and until is not None and until < since
        self.tell(TURNED if turned else "")
        days = self._since.valid and self._until.valid and not turned
        self.act.setEnabled(days and self._unit.unit is not None)

    def accept(self) -> None:
        """Save the chosen post, or give the new one, and show all of them anew."""
        unit, post = self._unit.unit, self._post
        if unit is None or not self.act.isEnabled():
            return
        until = self._until.day
        self._desk.ask(
            _save,
            self._again,
            self._refused,
            self._person.id,
            post.id if post else None,
            unit.id,
            line_of(self._position).text(),
            self._since.day,
            until + _DAY if until else None,
        )

    def _take_away(self) -> None:
        if self._post is not None:
            self._desk.ask(remove_side_post, self._again, self._refused, self._post.id)

    def _again(self, _done: object) -> None:
        self._desk.ask(_form, self._take, None, self._person.id)

    def _take(self, found: PostsForm | None) -> None:
        chosen = self._list.currentRow() if self._post else None
        self._show(found.posts if found else (), chosen)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
