"""Rules of closed contests: frozen when they were closed, and no mark changed since."""

from __future__ import annotations

from typing import Any

from models.checking.findings import RESTORE, Flaw
from models.checking.sight import CheckRule, Flaws, Sight, mark_moment
from models.contests.rows import read_contest
from models.figures.closing import counted_stages
from models.figures.frozen_text import figures_from_text, names_from_text
from models.journal.closed_marks import MERGE
from models.records import Mark
from models.records.frozen import FrozenKind, PersonThen
from models.records.moment import Moment
from models.roster.registration import holds_by
from models.text.formats import short_date

_WORDS = {
    None: "chưa đăng ký",
    Mark.REGISTERED: "đã đăng ký",
    Mark.FAILED: "đã thi, chưa đạt",
    Mark.COMPLETED: "đã hoàn thành",
}
MarksNow = dict[str, tuple[int, Mark | None]]


def _frozen_at_closing(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, closed_on FROM contests WHERE closed_on IS NOT NULL"):
        contest = read_contest(look.connection, row.id)
        frozen = {figures.stage for figures, _ in _closings(look, row.id)}
        for number in counted_stages(contest):
            if number not in frozen:
                yield Flaw(
                    "Cuộc thi đã đóng nhưng không có số liệu chốt khi đóng.",
                    look.contest(row.id, number),
                    advice=RESTORE,
                )


def _closings(look: Sight, contest_id: int) -> list[tuple[Any, str]]:
    """What was frozen at closings of a contest: figures and names, the newest last."""
    rows = look.rows(
        "SELECT figures, names FROM frozen_reports WHERE contest_id = :contest AND kind = :kind"
        " ORDER BY id",
        contest=contest_id,
        kind=str(FrozenKind.CLOSING),
    )
    return [(figures_from_text(row.figures), row.names) for row in rows]


def _unchanged(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT id FROM contests WHERE closed_on IS NOT NULL AND purged_on IS NULL"
    ):
        newest = {figures.stage: (figures, names) for figures, names in _closings(look, row.id)}
        for stage, (figures, names) in newest.items():
            then = names_from_text(names) if names else ()
            now = _marks(look, row.id, stage, figures.moment)
            merged = _merged(look) if then else frozenset()
            for each in then:
                yield from _compared(look, each, now, merged, (row.id, stage, figures))


def _compared(
    look: Sight, then: PersonThen, now: MarksNow, merged: frozenset[int], of: tuple[int, int, Any]
) -> Flaws:
    contest_id, stage, figures = of
    person_id, mark = now.get(then.uid, (0, then.mark))
    if mark is then.mark or person_id in merged:
        return
    yield Flaw(
        f"Khi đóng cuộc thi ngày {short_date(figures.as_of)} người này {_WORDS[then.mark]}, "
        f"nay lại ghi là {_WORDS[mark]}.",
        f"{look.person(person_id)}; {look.contest(contest_id, stage)}",
        advice=RESTORE,
    )


def _marks(look: Sight, contest_id: int, stage: int, at: Moment) -> MarksNow:
    """By uid the person's id and how far they had come at that moment, as the marks say today."""
    rows = look.rows(
        "SELECT people.uid, people.id AS person_id, registered_on, registered_minute, failed_on,"
        " failed_minute, completed_on, completed_minute FROM people LEFT JOIN participations"
        " ON participations.person_id = people.id AND contest_id = :contest AND stage = :stage",
        contest=contest_id,
        stage=stage,
    )
    found: MarksNow = {}
    for row in rows:
        held = (mark for mark in reversed(Mark) if holds_by(mark_moment(row, mark), at))
        found[row.uid] = row.person_id, next(held, None)
    return found


def _merged(look: Sight) -> frozenset[int]:
    """Whose entry took in another one: they have the marks of both."""
    rows = look.rows(
        "SELECT DISTINCT change_rows.row_id FROM changes JOIN change_rows"
        " ON change_rows.change_id = changes.id"
        " WHERE changes.kind = :kind AND change_rows.table_name = 'people'",
        kind=MERGE,
    )
    return frozenset(row.row_id for row in rows)


CLOSED_RULES = (
    CheckRule("closed", "Cuộc thi đã đóng có số liệu chốt", _frozen_at_closing),
    CheckRule("closed-marks", "Dấu của cuộc thi đã đóng giữ nguyên", _unchanged),
)
