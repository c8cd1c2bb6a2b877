"""The side panel of one unit: khối, head, contact, other names, and the way to its people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames
from models.records import UNIT_KIND_NAMES, Contact, Mark, Unit, UnitFigures, UnitKind
from models.text.formats import number, percent
from models.text.phones import display_phone
from ui.calls.reminding import UnitReminders
from ui.reminding.log_lines import ReminderLog
from ui.theme.pieces import label, link

ROLES = (("head", "Người đứng đầu"), ("contact", "Đầu mối liên hệ"))
FIELDS = (
    ("name", "Họ và tên"),
    ("position", "Chức vụ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
)


class ContactFields(QWidget):
    """The four fields of one contact. `edited` tells that somebody has changed one of them."""

    edited = Signal()

    def __init__(self, role: str, title: str) -> None:
        super().__init__()
        self._role = role
        self._fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.addRow(label(title, "heading"))
        for key, words in FIELDS:
            field = QLineEdit()
            field.setObjectName(f"{role}-{key}")
            field.setAccessibleName(f"{title}: {words}")
            field.editingFinished.connect(lambda f=field: self._finished(f))
            self._fields[key] = field
            form.addRow(f"{words}:", field)

    def show_contact(self, contact: Contact | None) -> None:
        """Fill the fields; a field that is being typed in is left alone."""
        for key, field in self._fields.items():
            if not (field.hasFocus() and field.isModified()):
                stored = str(getattr(contact, key)) if contact is not None else ""
                field.setText(display_phone(stored) if key == "phone" else stored)

    def contact(self) -> Contact | None:
        """What the fields hold; None when they are empty."""
        held = {key: field.text().strip() for key, field in self._fields.items()}
        return Contact(self._role, **held) if any(held.values()) else None

    def _finished(self, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self.edited.emit()


class UnitPanel(QFrame):
    """One unit's own data.

    `kind_chosen` carries the new khối, `contacts_edited` the new contacts, `people_wanted`
    asks for the unit's people, `heads_wanted` for the heads that the posts propose. `reminders`
    is the log of its reminders.
    """

    kind_chosen = Signal(object)
    contacts_edited = Signal(object)
    people_wanted = Signal()
    heads_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("unitPanel")
        self._unit: Unit | None = None
        self._name = label(role="title", wrap=True)
        self._name.setObjectName("unitName")
        self._counts = label(role="muted", wrap=True)
        self._counts.setObjectName("unitCounts")
        self._people = link("Xem danh sách người", "unitPeople")
        self._kind = QComboBox()
        self._kind.setObjectName("unitKind")
        self._kind.setAccessibleName("Khối")
        for kind, words in UNIT_KIND_NAMES.items():
            self._kind.addItem(words, kind)
        self._contacts = [ContactFields(role, title) for role, title in ROLES]
        self._heads = link("Đề nghị theo chức vụ…", "unitHeads")
        self._heads.setToolTip("Người đứng đầu của mọi đơn vị, theo chức vụ trong danh sách")
        self._heads.clicked.connect(self.heads_wanted)
        self.reminders = ReminderLog()
        self._aliases = label(role="muted", wrap=True)
        self._aliases.setObjectName("unitAliases")
        self._lay_out()
        self._people.clicked.connect(self.people_wanted)
        self._kind.activated.connect(self._choose_kind)
        for fields in self._contacts:
            fields.edited.connect(self._edited)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._counts)
        column.addWidget(self._people)
        form = QFormLayout()
        form.addRow("Khối:", self._kind)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(self.reminders)
        for fields in self._contacts:
            column.addSpacing(8)
            column.addWidget(fields)
            if fields is self._contacts[0]:
                column.addWidget(self._heads)
        column.addSpacing(8)
        column.addWidget(label("Tên khác trong các danh sách", "heading"))
        column.addWidget(self._aliases)
        column.addStretch(1)

    def show_unit(
        self, unit: Unit | None, counted: UnitFigures, whole: UnitFigures, marks: MarkNames
    ) -> None:
        """Show `unit` with the figures that are looked at, and those with everything below it, in
        the words of the contest.

        None shows an empty panel.
        """
        self._unit = unit
        self.setEnabled(unit is not None)
        self._name.setText(unit.name if unit else "Chọn một đơn vị")
        self._counts.setText(_counts_words(counted, whole, marks) if unit else "")
        self._people.setVisible(bool(unit and whole.total + whole.exempt))
        self._kind.setCurrentIndex(self._kind.findData(unit.kind) if unit else -1)
        held = unit.contacts if unit else ()
        for (role, _), fields in zip(ROLES, self._contacts, strict=True):
            fields.show_contact(next((each for each in held if each.role == role), None))
        self._aliases.setText(_alias_words(unit.aliases if unit else ()))

    def show_reminders(self, found: UnitReminders | None, whole: UnitFigures) -> None:
        """Show the log of the unit's reminders; without a contest nothing of it."""
        self.reminders.setVisible(found is not None and self._unit is not None)
        if found is not None and self._unit is not None:
            log = found.by_unit.get(self._unit.id, ())
            self.reminders.show_log(log, found.marks, missing=whole.completed < whole.total)

    def _choose_kind(self) -> None:
        kind = self._kind.currentData()
        if self._unit is not None and kind != self._unit.kind:
            self.kind_chosen.emit(UnitKind(kind))

    def _edited(self) -> None:
        if self._unit is None:
            return
        shown = [fields.contact() for fields in self._contacts]
        kept = _not_shown(self._unit.contacts)
        self.contacts_edited.emit((*(each for each in shown if each is not None), *kept))


def _not_shown(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts that the two forms do not show, such as a second one of the same role."""
    seen: set[str] = set()
    kept = []
    for each in contacts:
        if each.role in seen or each.role not in dict(ROLES):
            kept.append(each)
        seen.add(each.role)
    return kept


def _counts_words(counted: UnitFigures, whole: UnitFigures, marks: MarkNames) -> str:
    if not whole.total + whole.exempt:
        return "Chưa có người. Nhập danh sách hoặc thêm người ở trang Danh sách."
    if counted.total + counted.exempt == whole.total + whole.exempt:
        return _line_words(counted, marks)
    own = _line_words(counted, marks) if counted.total + counted.exempt else "không có"
    return f"Người của chính đơn vị: {own}.\nKể cả đơn vị trực thuộc: {_line_words(whole, marks)}."


def _line_words(counted: UnitFigures, marks: MarkNames) -> str:
    """Rates are of those who have to take part; whoever does not is said apart."""
    first, rate = marks.first_of(counted), percent(marks.first_of(counted), counted.total)
    words = [
        f"{number(counted.total)} người phải tham gia",
        f"{number(first)} {marks.done(marks.counted[0])} ({rate})",
    ]
    if not marks.one:
        words.append(f"{number(counted.completed)} {marks.done(Mark.COMPLETED)}")
    if counted.exempt:
        words.append(f"{number(counted.exempt)} không thuộc đối tượng")
    return " · ".join(words)


def _alias_words(aliases: Sequence[str]) -> str:
    if not aliases:
        return "Chưa có. Tên cũ và tên viết tắt được ghi nhớ khi đổi tên hoặc khi nhập danh sách."
    return "\n".join(aliases)
