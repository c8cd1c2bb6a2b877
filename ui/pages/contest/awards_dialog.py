"""Prizes of the table and to whom they were given: written down, mended, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from models.campaign.awards import award_book, edit_award, give_award, remove_award
from models.campaign.entry_rows import entry_book
from models.errors import AppError
from models.records import Person, Unit
from models.records.awards import Award, AwardBook, AwardDraft, PrizeShare
from models.records.entries import ContestEntry
from models.store.store import Store
from models.text.amounts import money_words
from models.text.formats import number, short_date
from ui.desk import Desk
from ui.pages.contest.edit_dialog import line_field
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.people.pick_dialog import PickPeopleDialog
from ui.people.unit_field import UnitField
from ui.theme.letters import keep_lines
from ui.theme.pieces import button, label, named, row_in
from ui.theme.quiet_combo import QuietCombo

LINES_SHOWN = 5
ENTRY_LETTERS = 24
NEW = "+ Ghi thêm một giải"
NO_TABLE = "Cuộc thi chưa có cơ cấu giải thưởng: hãy thêm giải ở tab Chặng."
ENTRY, PERSON, UNIT = "entry", "person", "unit"
KINDS = {ENTRY: "Bài dự thi", PERSON: "Cá nhân", UNIT: "Tập thể, đơn vị"}


@dataclass(frozen=True, slots=True)
class AwardsLook:
    """The prizes with what was given, and the entries that may get one."""

    book: AwardBook
    entries: tuple[ContestEntry, ...]


def awards_look(file: Store) -> AwardsLook:
    """Everything that the dialog shows."""
    book = entry_book(file)
    return AwardsLook(award_book(file), book.entries if book else ())


def save_award(file: Store, award_id: int | None, draft: AwardDraft) -> None:
    """Give a prize, or set the award with this id."""
    if award_id is None:
        give_award(file, draft)
    else:
        edit_award(file, award_id, draft)


class _PersonField(QWidget):
    """Somebody of the roster, found by letters."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person_id: int | None = None
        self._name = label("", wrap=True)
        self._pick = button("C&họn người…", "award-person")
        self._pick.setAutoDefault(False)
        self._pick.clicked.connect(self._ask_whom)
        self.setFocusProxy(self._pick)
        row = row_in(self)
        row.addWidget(self._pick)
        row.addWidget(self._name, 1)

    def choose(self, person_id: int | None, words: str) -> None:
        """This person from now on."""
        self.person_id = person_id
        self._name.setText(words)
        self.changed.emit()

    def _ask_whom(self) -> None:
        dialog = PickPeopleDialog(self._desk, "Ai được trao giải?", "Chọn", self)
        dialog.picked.connect(self._take)
        dialog.open()

    def _take(self, people: Sequence[Person]) -> None:
        self.choose(people[0].id, f"{people[0].name} · {people[0].unit}")


class AwardsDialog(ActDialog):
    """Saves one award at a time and stays open; each is an entry of the history."""

    def __init__(
        self,
        desk: Desk,
        units: Sequence[Unit],
        look: AwardsLook,
        entry_id: int | None,
        parent: QWidget,
    ) -> None:
        super().__init__("Giải thưởng", "Lưu", parent)
        self.setObjectName("awards-dialog")
        self._desk, self._wanted = desk, entry_id
        self._look = look
        self._list = named(QListWidget(), "awards", "Các giải đã ghi")
        self._prize = QuietCombo()
        self._prize_field = FormField(self._prize, "award-prize", "Giải")
        self._kind = named(QuietCombo(), "award-kind", "Trao cho")
        for key, words in KINDS.items():
            self._kind.addItem(words, key)
        self._entry = named(QuietCombo(), "award-entry", "Bài dự thi")
        # The longest title must not make the dialog wider than the screen.
        self._entry.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._entry.setMinimumContentsLength(ENTRY_LETTERS)
        self._person = _PersonField(desk)
        self._unit = UnitField("award-unit", "Đơn vị", units)
        self._given = DateField("award-day", "Ngày trao", desk.today())
        self._decision, decision = line_field("award-decision", "Quyết định")
        self._decision.setPlaceholderText("số, ngày của quyết định khen thưởng")
        self._note, note = line_field("award-note", "Ghi chú")
        self._remove = button("&Xóa giải này", "award-remove")
        self.add_button(self._remove)
        self.form.addRow(self._list)
        self.form.addRow("&Giải *", self._prize_field)
        self.form.addRow("&Trao cho", self._kind)
        self.form.addRow("&Bài dự thi *", self._entry)
        self.form.addRow("Họ và tê&n *", self._person)
        self.form.addRow("Đơn &vị *", self._unit)
        self.form.addRow("&Ngày trao", self._given)
        self.form.addRow("&Quyết định", decision)
        self.form.addRow("Ghi &chú", note)
        self._connect()
        self._show(look)
        self._prize.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._choose)
        self._prize.currentIndexChanged.connect(self._tell_prize)
        self._kind.currentIndexChanged.connect(self._follow)
        for changed in (self._person.changed, self._unit.changed, self._given.changed):
            changed.connect(self._check)
        self._remove.clicked.connect(self._take_away)

    def _show(self, look: AwardsLook) -> None:
        """Show the prizes as they stand; the line of a new one is chosen."""
        self._look = look
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([*(award_words(each) for each in look.book.awards), NEW])
        shown = min(LINES_SHOWN, max(2, len(look.book.awards) + 1))
        keep_lines(self._list, shown)
        self._list.setCurrentRow(len(look.book.awards))
        self._list.blockSignals(False)
        self._prize.blockSignals(True)
        self._prize.clear()
        for prize in look.book.prizes:
            self._prize.addItem(prize_words(prize), prize.id)
        self._prize.blockSignals(False)
        self._entry.clear()
        for entry in look.entries:
            self._entry.addItem(f"{entry.title} ({entry.unit})", entry.id)
        self._choose()

    @property
    def _award(self) -> Award | None:
        row = self._list.currentRow()
        awards = self._look.book.awards
        return awards[row] if 0 <= row < len(awards) else None

    def _choose(self) -> None:
        """Fill the fields with the chosen award; a new one is proposed for what is left."""
        award = self._award
        kind, entry_id = ENTRY if self._look.entries else UNIT, self._wanted
        if award is None:
            left = next((each for each in self._look.book.prizes if each.left), None)
            prize_id = left.id if left else None
        else:
            kind = ENTRY if award.entry_id else PERSON if award.person_id else UNIT
            entry_id, prize_id = award.entry_id, award.prize_id
        self._prize.setCurrentIndex(max(0, self._prize.findData(prize_id)))
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._entry.setCurrentIndex(max(0, self._entry.findData(entry_id)))
        self._person.choose(
            award.person_id if award else None, award.to if award and award.person_id else ""
        )
        self._unit.clear()
        if award is not None and award.unit_id is not None:
            self._unit.choose(award.unit_id)
        given = award.given_on if award else None
        self._given.show_iso(given.isoformat() if given else "")
        self._decision.setText(award.decision if award else "")
        self._note.setText(award.note if award else "")
        self._remove.setEnabled(award is not None)
        self._follow()
        self._tell_prize()

    def _follow(self) -> None:
        kind = self._kind.currentData()
        for key, field in ((ENTRY, self._entry), (PERSON, self._person), (UNIT, self._unit)):
            self.form.setRowVisible(field, key == kind)
        self._check()

    def _tell_prize(self) -> None:
        """The sum in words below the prize."""
        chosen = self._prize.currentData()
        prize = next((each for each in self._look.book.prizes if each.id == chosen), None)
        self._prize_field.say(
            f"{number(prize.amount)} đồng (bằng chữ: {money_words(prize.amount)})" if prize else ""
        )

    def _check(self) -> None:
        self.tell("" if self._look.book.prizes else NO_TABLE)
        whole = self.draft is not None and self._given.valid
        self.act.setEnabled(whole and bool(self._look.book.prizes))

    @property
    def draft(self) -> AwardDraft | None:
        """What the fields say; None while nobody is named."""
        kind = self._kind.currentData()
        unit = self._unit.unit
        whom = {
            ENTRY: self._entry.currentData(),
            PERSON: self._person.person_id,
            UNIT: unit.id if unit else None,
        }
        if whom[kind] is None or self._prize.currentData() is None:
            return None
        return AwardDraft(
            self._prize.currentData(),
            entry_id=whom[ENTRY] if kind == ENTRY else None,
            person_id=whom[PERSON] if kind == PERSON else None,
            unit_id=whom[UNIT] if kind == UNIT else None,
            given_on=self._given.day,
            decision=self._decision.text(),
            note=self._note.text(),
        )

    def accept(self) -> None:
        """Save the award, and show all of them anew."""
        draft, award = self.draft, self._award
        if draft is not None and self.act.isEnabled():
            own = award.id if award else None
            self._desk.ask(save_award, self._again, self._refused, own, draft)

    def _take_away(self) -> None:
        if self._award is not None:
            self._desk.ask(remove_award, self._again, self._refused, self._award.id)

    def _again(self, _done: object) -> None:
        self._desk.ask(awards_look, self._show, None)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def prize_words(prize: PrizeShare) -> str:
    """ "Giải Nhì – còn 1/2 giải"."""
    return f"{prize.rank} – còn {number(prize.left)}/{number(prize.count)} giải"


def award_words(award: Award) -> str:
    """ "Giải Nhì · Trợ lý hồ sơ · Trạm Y tế · 25/06/2026"."""
    told = (award.rank, award.to, award.unit, short_date(award.given_on))
    return " · ".join(dict.fromkeys(filter(None, told)))
