"""The columns of the rows of a plan, and of people who are not in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from models.intake.plan_records import (
    Decision,
    ImportBox,
    ImportPlan,
    PersonCandidate,
    PlanRow,
)
from models.records import Mark
from models.text.formats import partial_date, short_date
from models.text.phones import display_phone
from ui.deciding.answers import UNDECIDED
from ui.importing.words import CHOICE_WORDS, changes_words, reasons_words
from ui.table.column import A_DAY, A_PHONE, Column, Kind


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a tab: a row of the plan with what was decided about it."""

    id: int
    row: PlanRow
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class AbsentLine:
    """Somebody on the roster whom no row speaks of."""

    id: int
    person: PersonCandidate


def _reasons(line: PlanLine) -> str:
    return reasons_words(line.row.reasons)


def _position(line: PlanLine) -> str:
    return str(line.row.values.get("position") or "")


def _birth(line: PlanLine) -> str:
    return partial_date(str(line.row.values.get("birth") or ""))


def _mark(mark: Mark, line: PlanLine) -> str:
    day = line.row.marks.get(mark)
    return f"✓ {short_date(day)}" if day else ""


def _changes(line: PlanLine) -> str:
    return changes_words(line.row)


def _decision(line: PlanLine) -> str:
    if line.decision is None:
        return UNDECIDED
    return CHOICE_WORDS[line.decision.choice]


def row_columns(plan: ImportPlan, box: ImportBox) -> tuple[Column[PlanLine], ...]:
    """The columns of one box; the file and the sheet are named when there are several."""
    several_files = len(plan.files) > 1
    several_sheets = plan.sheets > len(plan.files)
    people = box not in (ImportBox.REJECTED, ImportBox.SKIPPED)
    columns: tuple[tuple[bool, Column[PlanLine]], ...] = (
        (several_files, Column("file", "Tệp", 18, lambda line: line.row.file)),
        (several_sheets, Column("sheet", "Trang", 12, lambda line: line.row.sheet)),
        (True, Column("row", "Dòng", 6, lambda line: str(line.row.row), Kind.NUMBER)),
        (True, Column("name", "Họ và tên", 24, lambda line: line.row.name, Kind.STRONG)),
        (
            people,
            Column(
                "phone",
                "Điện thoại",
                15,
                lambda line: display_phone(line.row.phone),
                never_cut=A_PHONE,
            ),
        ),
        (people, Column("unit", "Đơn vị", 30, lambda line: line.row.unit)),
        (box is ImportBox.NEW, Column("position", "Chức vụ", 24, _position)),
        (box is ImportBox.NEW, Column("birth", "Ngày sinh", 13, _birth, never_cut=A_DAY)),
        (
            box is ImportBox.NEW,
            Column("registered", "Đăng ký", 14, partial(_mark, Mark.REGISTERED), never_cut=A_DAY),
        ),
        (
            box is ImportBox.NEW,
            Column("completed", "Hoàn thành", 14, partial(_mark, Mark.COMPLETED), never_cut=A_DAY),
        ),
        (box is ImportBox.UPDATED, Column("changes", "Cũ → mới", 60, _changes, tooltip=_changes)),
        (
            box not in (ImportBox.NEW, ImportBox.UNCHANGED)
            and (box is not ImportBox.UPDATED or any(row.reasons for row in plan.in_box(box))),
            Column("reasons", "Lý do", 60, _reasons, Kind.WARNING, tooltip=_reasons),
        ),
    )
    return tuple(column for wanted, column in columns if wanted)


QUEUE_COLUMNS: tuple[Column[PlanLine], ...] = (
    Column("row", "Dòng", 6, lambda line: str(line.row.row), Kind.NUMBER),
    Column(
        "name", "Họ và tên", 20, lambda line: line.row.name, Kind.STRONG, fills=True, least=17,
        tooltip=lambda line: line.row.name,
    ),
    Column(
        "decision", "Quyết định", 15, _decision, Kind.STRONG,
        kind_of=lambda line: Kind.QUIET if line.decision is None else Kind.STRONG,
    ),
)  # fmt: skip
"""Beside the one row that is decided about."""

ABSENT_COLUMNS: tuple[Column[AbsentLine], ...] = (
    Column("name", "Họ và tên", 24, lambda line: line.person.name, Kind.STRONG),
    Column("unit", "Đơn vị", 30, lambda line: line.person.unit),
    Column(
        "phone", "Điện thoại", 16, lambda line: display_phone(line.person.phone), never_cut=A_PHONE
    ),
)
