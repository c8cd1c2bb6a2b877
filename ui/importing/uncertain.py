"""Rows that may be somebody on the roster, or a new person of another row: who each of them is."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from models.intake.plan_records import (
    FIELD_TITLES,
    Choice,
    Decision,
    ImportBox,
    ImportPlan,
    PersonCandidate,
    PlanRow,
)
from models.text.formats import number, partial_date
from models.text.phones import display_phone
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.candidates import possible_person, told_alike
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.importing.plan_columns import QUEUE_COLUMNS, PlanLine
from ui.importing.words import BOX_HINTS, reasons_words

CHOICES = {Answer.NOBODY: Choice.SKIP, Answer.NEW: Choice.NEW}


class UncertainRows(ChoosingFlow[Decision]):
    """Begins with decisions that were made before."""

    name = ImportBox.UNCERTAIN.value
    hint = BOX_HINTS[ImportBox.UNCERTAIN]
    answers = {
        Answer.THIS: "Là người này",
        Answer.NOBODY: "Bỏ qua",
        Answer.NEW: "Người mới",
        Answer.BACK: TAKE_BACK,
    }
    tooltips = {
        Answer.THIS: "Dòng này là người đang chọn bên phải",
        Answer.NOBODY: "Không nhập dòng này",
        Answer.NEW: "Đưa người này vào danh sách như người mới",
    }

    def __init__(self, plan: ImportPlan, made: Mapping[int, Decision]) -> None:
        super().__init__(made)
        self.columns = QUEUE_COLUMNS
        self._all, self._several = plan.rows, len(plan.files) > 1
        self._rows = {row.ordinal: row for row in plan.in_box(ImportBox.UNCERTAIN)}
        self._ids = list(self._rows)

    def ids(self) -> Sequence[int]:
        """The rows by their ordinals."""
        return self._ids

    def line(self, row_id: int) -> PlanLine:
        """A row with what was decided of it."""
        return PlanLine(row_id, self._rows[row_id], self.made.get(row_id))

    def kept(self, row_id: int) -> Decision | None:
        """What is decided of a row."""
        return self.made.get(row_id)

    def same(self, choice: PersonCandidate) -> Decision:
        """A row is somebody on the roster, or a new person of another row."""
        return Decision(Choice.SAME, choice.person_id if choice.row is None else None, choice.row)

    def otherwise(self, row_id: int, answer: Answer) -> Decision:
        """Left out, or somebody new."""
        return Decision(CHOICES[answer])

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Rows are alike that are asked about for the same reasons."""
        return told_alike(self._rows[row_id].reasons, self._rows[row_id].candidates)

    def facts(self, row_id: int) -> RowFacts:
        """What the file says."""
        row = self._rows[row_id]
        told = "" if row.candidates else reasons_words(row.reasons)
        where = f"“{row.file}”" if self._several else "tệp"
        return RowFacts(f"Trong {where}, dòng {number(row.row)}", told, row_facts(row))

    def choices(self, row_id: int) -> Sequence[PersonCandidate]:
        """The candidates."""
        return self._rows[row_id].candidates

    def shown(self, row_id: int, choice: PersonCandidate) -> Possible:
        """Those who stand in the file themselves are shown with their line."""
        return possible_person(choice, self._place_of(self._rows[row_id], choice))

    def _place_of(self, row: PlanRow, candidate: PersonCandidate) -> str:
        if candidate.row is None:
            return ""
        first = self._all[candidate.row]
        where = "" if first.file == row.file else f" của tệp “{first.file}”"
        return f"Dòng {number(first.row)}{where}, người mới: "


def row_facts(row: PlanRow) -> tuple[tuple[str, str], ...]:
    """What the file says of a person, with the names of the fields."""
    values = row.values
    facts = (
        ("name", row.name),
        ("unit", row.unit),
        ("position", str(values.get("position") or "")),
        ("phone", display_phone(row.phone)),
        ("birth", partial_date(str(values.get("birth") or ""))),
    )
    return tuple((FIELD_TITLES[name], value) for name, value in facts if value)
