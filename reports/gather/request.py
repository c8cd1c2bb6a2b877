"""Which document is wanted, and what every document is written on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.records import Contest, Unit
from models.records.choices import NOTHING_CHOSEN, DocumentChoices
from models.records.moment import Moment, as_moment, moment_at
from reports.catalog import kind_of
from reports.nothing import NothingToList
from reports.occasion import Occasion

if TYPE_CHECKING:
    from models.papers.periods import ReportPeriod
    from models.store.store import Store

PAPER_SIZES = ("A4", "A5")


@dataclass(frozen=True, slots=True)
class Request:
    """Which document: its kind, as of when, one unit or all, phones masked or not.

    `as_of` is a day (its end) or a minute; None: the end of today. Of a `period` the figures are
    those of its last day, or of today while it lasts. `choices` hold for this once, over those that
    are remembered for the kind. `number` and `issued_on` are what the clerk has given; without
    them both stay blank. `reason` says why phones are shown. `paper` is that of a poster.
    `as_usual` is without what is remembered for the kind. `person_id` is whose sheet of data it is.
    """

    kind: str
    as_of: date | Moment | None = None
    unit_id: int | None = None
    masked: bool = True
    period: ReportPeriod | None = None
    choices: DocumentChoices | None = None
    number: int | None = None
    issued_on: date | None = None
    reason: str = ""
    paper: str = "A4"
    as_usual: bool = False
    person_id: int | None = None


def settled(file: Store, request: Request) -> Request:
    """The request with what it leaves open: the period, or the minute, of a kind that has one.

    Of a period it is then that of the last month that had ended by the day.
    """
    from models.papers.periods import PeriodSpan, last_ended

    kind, now = kind_of(request.kind), moment_at(file.clock())
    if request.period is not None:
        return request
    if kind.of_period:
        day = as_moment(request.as_of or now.day).day
        return replace(request, period=last_ended(PeriodSpan.MONTH, day))
    if kind.of_minute and request.as_of in (None, now.day, Moment(now.day)):
        return replace(request, as_of=now)
    return request


def occasion_of(file: Store, request: Request) -> Occasion:
    """The figures, the contest and the issuer that `request` asks for.

    Raises `AppError` when there is no contest.
    """
    from models.contests.current import current_contest
    from models.figures.figures import figures
    from models.office.choices import choices_of, chosen
    from models.office.issuer import COMMITTEE, issuer_of
    from models.office.whose import the_commune

    contest = current_contest(file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi nên chưa lập được văn bản.", "Hãy chọn cuộc thi trước.")
    today = file.clock().date()
    kept = NOTHING_CHOSEN if request.as_usual else choices_of(file, request.kind)
    choices = chosen(kept, request.choices)
    issuer = issuer_of(file, choices.issuer or COMMITTEE, choices.signer)
    commune = the_commune(file)
    period, name, remarks, beside = request.period, "", tuple[str, ...](), None
    if period is None:
        found = figures(file, request.as_of or today)
    else:
        from models.papers.period_change import change_in_period, day_of_period, period_notes

        found = figures(file, day_of_period(period, today))
        change = change_in_period(file, period, found)
        name, beside = period.name, change.comparison
        remarks = period_notes(period, change, today, mark_names(contest))
    return Occasion(
        figures=found,
        issuer=issuer,
        commune=commune,
        contest=contest,
        issued_on=request.issued_on,
        period=name,
        remarks=remarks,
        choices=choices,
        number=request.number,
        beside=beside,
        drafted_on=None if period is None else today,
    )


def compared_occasion(file: Store, request: Request) -> Occasion:
    """The same beside the figures that were reported last, where there are any.

    Raises `NothingToList` in a contest of entries alone.
    """
    from models.figures.comparing import compared_with_earlier

    occasion = occasion_of(file, request)
    refuse_uncounted(occasion.contest)
    if occasion.beside is not None:
        return occasion
    return replace(occasion, beside=compared_with_earlier(file, occasion.figures))


def refuse_uncounted(contest: Contest) -> None:
    """Raise `NothingToList` where no stage is a matter of each person: nobody is counted."""
    from models.figures.board import of_entries_note

    if note := of_entries_note(contest, contest.stage):
        raise NothingToList(note, "Hãy lập hồ sơ bài dự thi, hoặc thêm chặng của từng người.")


def refuse_nameless(contest: Contest) -> None:
    """Raise `NothingToList` where names are gone: nobody can be told to have done anything."""
    from models.contests.closed import data_purged

    if contest.purged_on is not None:
        purged = data_purged(contest.short_name, contest.purged_on)
        raise NothingToList(purged.sentence, purged.advice)


def asked_unit(file: Store, request: Request) -> Unit | None:
    """The unit that the document is limited to. Raises `AppError` when it is gone."""
    from models.roster.unit_tree import list_units

    if request.unit_id is None:
        return None
    found = next((unit for unit in list_units(file) if unit.id == request.unit_id), None)
    if found is None:
        raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    return found
