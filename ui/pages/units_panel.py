"""The side panel of one unit: khối, head, contact, other names, and the way to its people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models.contests.mark_names import MarkNames
from models.records import UNIT_KIND_NAMES, Contact, Figures, Mark, Unit, UnitFigures, UnitKind
from models.text.formats import number, percent
from models.text.phones import display_phone
from ui.calls.reminding import UnitReminders
from ui.reminding.log_lines import ReminderLog
from ui.theme.pieces import button, column_in, label, link, named, restyle, roomy
from ui.theme.quiet_combo import QuietCombo

ROLES = (("head", "Người đứng đầu"), ("contact", "Đầu mối liên hệ"))
FIELDS = (
    ("name", "Họ và tên"),
    ("position", "Chức vụ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
)


class ContactFields(QWidget):
    """The four fields of one contact. `typed` tells of each letter, `left` that the cursor has
    gone or Enter was pressed."""

    typed = Signal()
    left = Signal()

    def __init__(self, role: str, title: str) -> None:
        super().__init__()
        self._role = role
        self._stored: Contact | None = None
        self._fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(label(title, "heading"))
        for key, words in FIELDS:
            field = QLineEdit()
            field.setObjectName(f"{role}-{key}")
            field.setAccessibleName(f"{title}: {words}")
            field.textEdited.connect(self.typed)
            field.editingFinished.connect(self.left)
            self._fields[key] = field
            form.addRow(words, field)

    def show_contact(self, stored: Contact | None, typed: Contact | None) -> None:
        """Show what somebody has `typed` as it was typed, which is the stored one else."""
        self._stored = stored
        for key, field in self._fields.items():
            words = _field_words(key, typed, is_typed=typed != stored)
            if field.text().strip() != words:
                field.setText(words)

    def contact(self) -> Contact | None:
        """What the fields hold; None when they are empty."""
        held = {key: field.text().strip() for key, field in self._fields.items()}
        # A number that nobody has touched stays as it is stored.
        if self._stored and held["phone"] == display_phone(self._stored.phone):
            held["phone"] = self._stored.phone
        return Contact(self._role, **held) if any(held.values()) else None


class UnitPanel(QFrame):
    """One unit's own data, and below it how that stands in the file.

    `kind_chosen` carries the new khối, `typed` the unit and its contacts as they are typed,
    `left` the unit whose field was left; `people_wanted` asks for the people that are counted,
    `own_wanted` for the unit's own, `heads_wanted` for the heads that the posts propose.
    `reminders` is the log of its reminders.
    """

    kind_chosen = Signal(object)
    typed = Signal(object, object)
    left = Signal(int)
    people_wanted = Signal()
    own_wanted = Signal()
    heads_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("unitPanel")
        self._unit: Unit | None = None
        self._name = label(role="title", wrap=True, name="unitName")
        self._counts = label(role="muted", wrap=True, name="unitCounts")
        self._people = link("Xem danh sách", "unitPeople")
        self._own = link("Chỉ người của chính đơn vị", "unitOwnPeople")
        self._kind = named(QuietCombo(), "unitKind", "Khối")
        for kind, words in UNIT_KIND_NAMES.items():
            self._kind.addItem(words, kind)
        self._contacts = [ContactFields(role, title) for role, title in ROLES]
        self._heads = link("Đề nghị theo chức vụ…", "unitHeads")
        self._heads.setToolTip("Người đứng đầu của mọi đơn vị, theo chức vụ trong danh sách")
        self.reminders = ReminderLog()
        self._aliases = label(role="muted", wrap=True, name="unitAliases")
        self._state = label(role="muted", name="unitSaved")
        self._save = button("&Lưu", "unitSave")
        self._save.setToolTip("Rời khỏi ô đang gõ cũng được lưu")
        self._lay_out()
        self._people.clicked.connect(self.people_wanted)
        self._own.clicked.connect(self.own_wanted)
        self._heads.clicked.connect(self.heads_wanted)
        self._kind.activated.connect(self._choose_kind)
        self._save.clicked.connect(self._leave)
        for fields in self._contacts:
            fields.typed.connect(self._tell)
            fields.left.connect(self._leave)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(8)
        form = QFormLayout()
        form.addRow("Khối", self._kind)
        for words in (self._name, self._counts, self._people, self._own):
            column.addWidget(words)
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
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self._state, 1)
        foot.addWidget(self._save)
        whole = column_in(self, 0)
        whole.setContentsMargins(1, 1, 1, 1)
        area = roomy(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for paper in (inside, area.viewport()):
            paper.setAutoFillBackground(False)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def show_unit(
        self,
        unit: Unit | None,
        own: UnitFigures,
        whole: UnitFigures,
        marks: MarkNames,
        typed: Sequence[Contact] | None = None,
    ) -> None:
        """Show `unit` with the figures of its own people, and those with everything below it, in
        the words of the contest; `typed` are contacts that are not written yet.

        None shows an empty panel.
        """
        self._unit = unit
        self.setEnabled(unit is not None)
        self._name.setText(unit.name if unit else "Chọn một đơn vị")
        self._counts.setText(_counts_words(own, whole, marks) if unit else "")
        self._people.setVisible(bool(unit and whole.total + whole.exempt))
        mixed = 0 < own.total + own.exempt < whole.total + whole.exempt
        self._own.setVisible(bool(unit) and mixed)
        self._kind.setCurrentIndex(self._kind.findData(unit.kind) if unit else -1)
        held = unit.contacts if unit else ()
        shown = held if typed is None else typed
        for (role, _), fields in zip(ROLES, self._contacts, strict=True):
            fields.show_contact(_of_role(held, role), _of_role(shown, role))
        self._aliases.setText(_alias_words(unit.aliases if unit else ()))

    def show_state(self, words: str, *, unsaved: bool) -> None:
        """Say whether what the fields hold is in the file."""
        self._state.setText(words)
        self._state.setProperty("role", "attention" if unsaved else "muted")
        restyle(self._state)
        self._save.setEnabled(unsaved)

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

    def _tell(self) -> None:
        if self._unit is None:
            return
        shown = [fields.contact() for fields in self._contacts]
        kept = _not_shown(self._unit.contacts)
        self.typed.emit(self._unit, (*(each for each in shown if each is not None), *kept))

    def _leave(self) -> None:
        if self._unit is not None:
            self.left.emit(self._unit.id)


def _of_role(contacts: Sequence[Contact], role: str) -> Contact | None:
    return next((each for each in contacts if each.role == role), None)


def _field_words(key: str, contact: Contact | None, *, is_typed: bool) -> str:
    held = str(getattr(contact, key)) if contact is not None else ""
    return held if is_typed or key != "phone" else display_phone(held)


def _not_shown(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts that the two forms do not show, such as a second one of the same role."""
    seen: set[str] = set()
    kept = []
    for each in contacts:
        if each.role in seen or each.role not in dict(ROLES):
            kept.append(each)
        seen.add(each.role)
    return kept


def _counts_words(own: UnitFigures, whole: UnitFigures, marks: MarkNames) -> str:
    if not whole.total + whole.exempt:
        return "Chưa có người. Nhập danh sách hoặc thêm người ở trang Danh sách."
    together = line_words(whole, marks)
    if not own.total + own.exempt or own.total + own.exempt == whole.total + whole.exempt:
        return together
    return f"{together}.\nTrong đó của chính đơn vị: {line_words(own, marks)}."


def line_words(counted: UnitFigures | Figures, marks: MarkNames) -> str:
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
