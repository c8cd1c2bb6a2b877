"""What was reported of a moment, and what is known of it now: how many differ, and who."""

from __future__ import annotations

from collections.abc import Mapping

from models.contests.mark_names import capitalised, mark_names
from models.contests.wording import mark_word
from models.figures.comparing import difference_of
from models.figures.figures import load_figures
from models.figures.frozen_reports import (
    frozen_report,
    load_frozen_names,
    refuse_other_contest,
)
from models.figures.names import load_people_then
from models.records import STATUS_NAMES, Contest, Mark, Status
from models.records.comparing import Basis, PersonChange, Recheck
from models.records.denominator import OUTSIDE_NAMES, Outside
from models.records.frozen import PersonThen
from models.roster.periods import some_names
from models.store.snapshot import snapshot
from models.store.store import Store
from models.text.formats import day_month, inside_words, number

NOT_THERE = "Không có trong danh sách"


def recheck(data_file: Store, report_id: int, contest: Contest | None = None) -> Recheck:
    """A frozen report of the contest being run beside the same moment as it is known now.

    `contest` gives the marks their words. Raises `AppError` for a report that does not exist, and
    for one of another contest, of which other marks are known.
    """
    with snapshot(data_file) as store, store.reading() as connection:
        report = frozen_report(store, report_id)
        refuse_other_contest(connection, report_id)
        moment, stage = report.figures.moment, report.figures.stage
        if report.nameless:
            # Nothing else is known of that moment than what was reported.
            told = report.figures
            same = difference_of(told, told, Basis(moment, report_id)).whole
            return Recheck(report, told, same, ())
        now = load_figures(connection, moment, data_file.clock().date(), stage)
        before = {each.uid: each for each in load_frozen_names(connection, report_id)}
        after = {each.uid: each for each in load_people_then(connection, moment, stage)}
    whole = difference_of(now, report.figures, Basis(moment, report_id)).whole
    return Recheck(report, now, whole, told_otherwise(before, after, contest))


def told_otherwise(
    before: Mapping[str, PersonThen], after: Mapping[str, PersonThen], contest: Contest | None
) -> tuple[PersonChange, ...]:
    """Who counts otherwise, by uid: in or out, in another unit, or with another mark."""
    found = []
    for uid in dict.fromkeys([*before, *after]):
        then, now = before.get(uid), after.get(uid)
        if _counted(then) != _counted(now):
            name = now.name if now is not None else then.name if then is not None else ""
            words = _words(then, now, contest)
            found.append(PersonChange(uid, name, then, now, words))
    return tuple(found)


def _counted(person: PersonThen | None) -> tuple[object, ...] | None:
    """In which number somebody is counted; None for whoever is in none, for whatever reason."""
    if person is None or person.outside not in (None, Outside.EXEMPT):
        return None
    return person.unit_code, person.outside, person.mark if person.counts else None


def _words(before: PersonThen | None, after: PersonThen | None, contest: Contest | None) -> str:
    """ "Chưa đăng ký → Đã đăng ký", with the units where those differ."""
    moved = before is not None and after is not None and before.unit_code != after.unit_code
    return " → ".join(_told(each, contest, moved) for each in (before, after))


def _told(person: PersonThen | None, contest: Contest | None, moved: bool) -> str:
    place = f" ({person.unit})" if moved and person is not None and person.counts else ""
    return state_then(person, contest) + place


def state_then(person: PersonThen | None, contest: Contest | None) -> str:
    """How somebody stood in words: "Đã đăng ký", "Không thuộc đối tượng (nghỉ thai sản)"."""
    if person is None:
        return NOT_THERE
    if person.outside is not None:
        why = f" ({inside_words(person.reason)})" if person.reason else ""
        return OUTSIDE_NAMES[person.outside] + why
    if person.mark is Mark.FAILED:
        return STATUS_NAMES[Status.FAILED]
    if person.mark is not None:
        return mark_word(person.mark, contest)
    names = mark_names(contest)
    return capitalised(names.undone(names.counted[0]))


def recheck_words(found: Recheck) -> str:
    """ "Số liệu ngày 06/6 theo dữ liệu hiện nay khác báo cáo đã chốt ở 3 người: …"; "" where
    nothing differs."""
    if not found.differs:
        return ""
    day = day_month(found.report.figures.as_of)
    who = f"{number(len(found.people))} người: {some_names([each.name for each in found.people])}"
    return f"Số liệu ngày {day} theo dữ liệu hiện nay khác báo cáo đã chốt ở {who}."
