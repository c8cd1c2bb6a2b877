"""One person added or edited, with checks as the officer types; nothing typed is rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from models.errors import AppError
from models.records import (
    GENDER_NAMES,
    STAFF_TYPE_NAMES,
    Gender,
    Person,
    PersonDraft,
    StaffType,
    Unit,
)
from models.records.person_columns import PERSON_TITLES, written_of
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.checks import (
    Verdict,
    judge_email,
    judge_name,
    judge_phone,
    namesakes_words,
    owners_words,
)
from ui.people.choices import choice_box, choose_value, chosen_value, line_of
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.people.move_dialog import MoveChoice
from ui.people.posts_dialog import open_posts
from ui.people.saving import namesakes, people_with_phone, save_person
from ui.people.unit_field import UnitField
from ui.theme.keys import bound_keys
from ui.theme.pieces import button

PAUSE_MS = 200


class PersonDialog(ActDialog):
    """Edits `person`, or adds one. `saved` carries the id; "Lưu và thêm tiếp" keeps it open."""

    saved = Signal(int)

    def __init__(
        self, desk: Desk, units: Sequence[Unit], person: Person | None, parent: QWidget
    ) -> None:
        title = f"Sửa thông tin {person.name}" if person else "Thêm người vào danh sách"
        super().__init__(title, "Lưu", parent, "Không lưu")
        self.setObjectName("person-dialog")
        self._desk = desk
        self._person = person
        self._go_on = False
        self._make_fields(units)
        self._add_rows()
        self._connect()
        if person:
            self._show(person)
            self._add_posts_button(person.id)
        else:
            self._add_more_button()
        self._name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _make_fields(self, units: Sequence[Unit]) -> None:
        today = self._desk.today()
        self._name = FormField(QLineEdit(), "name", PERSON_TITLES["name"])
        self._unit = UnitField("unit", PERSON_TITLES["unit"], units)
        self._move = MoveChoice(today)
        self._position = FormField(QLineEdit(), "position", PERSON_TITLES["position"])
        self._phone = FormField(QLineEdit(), "phone", PERSON_TITLES["phone"])
        self._staff_type = FormField(
            choice_box(STAFF_TYPE_NAMES), "staff-type", PERSON_TITLES["staff_type"]
        )
        self._gender = FormField(choice_box(GENDER_NAMES), "gender", PERSON_TITLES["gender"])
        self._birth = DateField("birth", PERSON_TITLES["birth"], today, partial=True)
        self._email = FormField(QLineEdit(), "email", PERSON_TITLES["email"])
        self._staff_code = FormField(QLineEdit(), "staff-code", PERSON_TITLES["staff_code"])
        self._came_on = DateField("came-on", PERSON_TITLES["came_on"], today)
        self._note = FormField(QLineEdit(), "note", PERSON_TITLES["note"])

    def _add_rows(self) -> None:
        self.form.addRow("&Họ và tên *", self._name)
        self.form.addRow("Đơn &vị *", self._unit)
        self.form.addRow("", self._move)
        self.form.setRowVisible(self._move, False)
        self.form.addRow("&Chức vụ", self._position)
        self.form.addRow("Đ&iện thoại", self._phone)
        self.form.addRow("&Loại", self._staff_type)
        self.form.addRow("&Giới tính", self._gender)
        self.form.addRow("&Ngày sinh", self._birth)
        self.form.addRow("Thư điện &tử", self._email)
        self.form.addRow("&Mã cán bộ", self._staff_code)
        self.form.addRow("Ngà&y vào", self._came_on)
        self.form.addRow("Ghi ch&ú", self._note)

    def _add_more_button(self) -> None:
        self._more = button("Lưu và thêm tiếp", "act-and-more")
        shortcut = QShortcut(self)
        shortcut.setKeys(bound_keys("Ctrl+Return"))
        shortcut.activated.connect(self._more.click)
        self._more.setToolTip("Ctrl+Enter")
        self._more.clicked.connect(self._accept_and_go_on)
        self.add_button(self._more, acts=True)

    def _add_posts_button(self, person_id: int) -> None:
        posts = button("&Kiêm nhiệm…", "person-posts")
        posts.clicked.connect(lambda: open_posts(self._desk, person_id, self))
        self.add_button(posts)

    def _connect(self) -> None:
        for field, ask in ((self._name, self._ask_namesakes), (self._phone, self._ask_owners)):
            pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
            pause.timeout.connect(ask)
            line_of(field).textChanged.connect(partial(self._wait, pause))
        for field in (self._name, self._phone, self._email):
            line_of(field).textChanged.connect(partial(self._judge, field))
        self._unit.changed.connect(self._ask_move)
        for changed in (self._birth.changed, self._came_on.changed, self._move.changed):
            changed.connect(self._check)

    def _ask_move(self) -> None:
        """Another unit: since when, or was the old one written wrongly."""
        self.form.setRowVisible(self._move, self._moved)
        self._check()

    @property
    def _moved(self) -> bool:
        unit = self._unit.unit
        return self._person is not None and unit is not None and unit.id != self._person.unit_id

    def _wait(self, pause: QTimer, _text: str) -> None:
        pause.start()

    def _show(self, person: Person) -> None:
        line_of(self._name).setText(person.name)
        self._unit.choose(person.unit_id)
        line_of(self._position).setText(person.position)
        line_of(self._phone).setText(written_of(person, "phone"))
        choose_value(self._staff_type, person.staff_type)
        choose_value(self._gender, person.gender)
        self._birth.show_iso(person.birth)
        line_of(self._email).setText(person.email)
        line_of(self._staff_code).setText(person.staff_code)
        self._came_on.show_iso(person.came_on.isoformat() if person.came_on else "")
        line_of(self._note).setText(person.note)

    def choose_unit(self, unit_id: int) -> None:
        """Propose the unit that the officer is working at."""
        self._unit.choose(unit_id)

    @property
    def draft(self) -> PersonDraft | None:
        """What the form says; None while something cannot be kept."""
        unit = self._unit.unit
        if unit is None or not self._valid():
            return None
        return PersonDraft(
            name=line_of(self._name).text(),
            unit_id=unit.id,
            position=line_of(self._position).text(),
            staff_type=chosen_value(self._staff_type, StaffType),
            gender=chosen_value(self._gender, Gender),
            birth=self._birth.parsed.text,
            phone=line_of(self._phone).text(),
            email=line_of(self._email).text(),
            staff_code=line_of(self._staff_code).text(),
            note=line_of(self._note).text(),
            came_on=self._came_on.day,
        )

    def _verdict(self, field: FormField) -> Verdict:
        judges = {self._name: judge_name, self._phone: judge_phone, self._email: judge_email}
        return judges[field](line_of(field).text())

    def _judge(self, field: FormField, _text: str) -> None:
        verdict = self._verdict(field)
        field.say(verdict.words, problem=verdict.problem)
        self._check()

    def _valid(self) -> bool:
        dates = self._birth.valid and self._came_on.valid
        fields = (self._name, self._phone, self._email)
        moves = self._move.valid or not self._moved
        return dates and moves and all(self._verdict(field).valid for field in fields)

    def _check(self) -> None:
        ready = self.draft is not None
        self.act.setEnabled(ready)
        if self._person is None:
            self._more.setEnabled(ready)

    def _ask_owners(self) -> None:
        text = line_of(self._phone).text()
        take = partial(self._show_owners, text)
        self._desk.ask(people_with_phone, take, None, text)

    def _show_owners(self, text: str, owners: tuple[Person, ...]) -> None:
        others = self._without_me(owners)
        if others and text == line_of(self._phone).text():
            self._phone.say(owners_words(others), problem=True)

    def _ask_namesakes(self) -> None:
        text = line_of(self._name).text()
        if judge_name(text).valid:
            self._desk.ask(namesakes, partial(self._show_namesakes, text), None, text)

    def _show_namesakes(self, text: str, people: tuple[Person, ...]) -> None:
        if text == line_of(self._name).text():
            self._name.say(namesakes_words(self._without_me(people)))

    def _without_me(self, people: tuple[Person, ...]) -> list[Person]:
        return [p for p in people if self._person is None or p.id != self._person.id]

    def _accept_and_go_on(self) -> None:
        self._go_on = True
        self.accept()

    def accept(self) -> None:
        """Save; close only when the file has it."""
        draft = self.draft
        if draft is None:
            return
        self.act.setEnabled(False)
        person_id = self._person.id if self._person else None
        moved = self._move.day.day, self._move.mistaken.isChecked()
        self._desk.ask(save_person, self._saved, self._refused, draft, person_id, *moved)

    def _saved(self, person_id: int) -> None:
        self.saved.emit(person_id)
        if not self._go_on:
            super().accept()
            return
        self._go_on = False
        for field in (self._name, self._position, self._phone, self._email, self._staff_code):
            line_of(field).clear()
        self._birth.show_iso("")
        self._name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: AppError) -> None:
        self._go_on = False
        self.refuse(error)
        self._check()
