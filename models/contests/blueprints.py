"""What a new contest begins as: a preset, another contest with its days moved, or one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta

from models.errors import AppError
from models.records import Contest, Prize, ScoreRule, Stage, StageKind
from models.text.names import search_fold, storage_form
from resources.catalog import contest_codes, contest_preset

SHORT_LETTERS = 40
_NOT_IN_CODES = re.compile(r"[^a-z0-9]+")


def preset_contest(code: str) -> Contest:
    """The contest of the preset `code`, not yet in a file. Raises `AppError` for no preset's."""
    if code not in contest_codes():
        known = ", ".join(contest_codes())
        raise AppError(f"Không có cuộc thi mẫu nào mang mã {code}.", f"Hãy dùng mã {known}.")
    preset = contest_preset(code)
    return Contest(
        id=0,
        code=preset.code,
        name=preset.name,
        short_name=preset.short_name,
        platform=preset.platform,
        course_url=preset.course_url,
        target=preset.target,
        stages=tuple(
            Stage(each.number, each.name, each.starts_on, each.ends_on, None, each.task,
                  StageKind(each.kind))
            for each in preset.stages
        ),
        prizes=tuple(Prize(each.rank, each.count, each.amount, honour=each.honour)
            for each in preset.prizes),
        score_rule=ScoreRule(preset.score_rule),
        pass_mark=preset.pass_mark,
        organizer=preset.organizer,
        entry_address=preset.entry_address,
    )  # fmt: skip


def own_contest(name: str, starts_on: date, ends_on: date, *, one_mark: bool = False) -> Contest:
    """A contest of one stage, in which each person takes part."""
    clean = storage_form(name)
    stage = Stage(1, clean, starts_on, ends_on)
    return Contest(0, "", clean, short_of(clean), "", "", 100, (stage,), one_mark=one_mark)


def tidied(contest: Contest) -> Contest:
    """The contest with its texts as they are kept."""
    return replace(
        contest,
        name=storage_form(contest.name),
        short_name=storage_form(contest.short_name),
        platform=storage_form(contest.platform),
        course_url=contest.course_url.strip(),
        organizer=storage_form(contest.organizer),
        report_url=contest.report_url.strip(),
        entry_address=storage_form(contest.entry_address),
        purpose=storage_form(contest.purpose),
        registered_word=storage_form(contest.registered_word),
        completed_word=storage_form(contest.completed_word),
        stages=tuple(
            replace(each, name=storage_form(each.name), task=storage_form(each.task))
            for each in contest.stages
        ),
        prizes=tuple(
            replace(each, rank=storage_form(each.rank), honour=storage_form(each.honour))
            for each in contest.prizes
        ),
        levels=tuple(
            sorted(
                (replace(each, word=storage_form(each.word)) for each in contest.levels),
                key=lambda each: each.least,
            )
        ),
    )


def short_of(name: str) -> str:
    """The beginning of a name, by whole words, as a contest is called where room is scarce."""
    if len(name) <= SHORT_LETTERS:
        return name
    return name[: SHORT_LETTERS + 1].rsplit(" ", 1)[0]


def moved_to(contest: Contest, first: date) -> Contest:
    """The contest with all its days moved so that its first stage begins on `first`."""
    by = first - contest.stages[0].starts_on if contest.stages else timedelta()
    return _anew(contest, lambda day: day + by)


def moved_by_years(contest: Contest, years: int = 1) -> Contest:
    """The contest on the same days `years` later; 29 February becomes the 28th."""
    return _anew(contest, lambda day: _years_later(day, years))


def _anew(contest: Contest, move: Callable[[date], date]) -> Contest:
    """Another contest like this one: open, with a code still to be given, its year in its name."""
    stages = tuple(
        replace(
            each,
            starts_on=move(each.starts_on),
            ends_on=move(each.ends_on),
            internal_ends_on=each.internal_ends_on and move(each.internal_ends_on),
        )
        for each in contest.stages
    )
    before, after = (each[0].starts_on.year if each else 0 for each in (contest.stages, stages))
    return replace(
        contest,
        id=0,
        code="",
        name=contest.name.replace(str(before), str(after)),
        short_name=contest.short_name.replace(str(before), str(after)),
        stages=stages,
        stage=first_stage(stages),
        prizes=tuple(replace(each, id=0) for each in contest.prizes),
        closed_on=None,
        purged_on=None,
        keep_until=None,
    )


def first_stage(stages: tuple[Stage, ...]) -> int:
    """The number of the first stage that is each person's, else of the first one at all."""
    each = [stage.number for stage in stages if stage.kind is StageKind.EACH]
    return next(iter(each), 1)


def code_for(short_name: str, taken: Collection[str]) -> str:
    """The code of a contest by its short name: "chu-ky-so-2026"; a number sets it apart."""
    wanted = _NOT_IN_CODES.sub("-", search_fold(short_name)).strip("-") or "cuoc-thi"
    codes = [wanted, *(f"{wanted}-{at}" for at in range(2, len(taken) + 3))]
    return next(each for each in codes if each not in taken)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
