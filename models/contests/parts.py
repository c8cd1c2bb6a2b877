"""A contest with one part of it set anew, added or taken away: pure, for whoever edits it."""

from __future__ import annotations

from dataclasses import replace

from models.contests.levels import levels_in_force
from models.errors import AppError
from models.records import Contest, Level, Prize, Stage


def with_stage(stage: Stage, contest: Contest) -> Contest:
    """The contest with this stage in the place of the one of its number, or after the others."""
    others = [each for each in contest.stages if each.number != stage.number]
    ordered = sorted([*others, stage], key=lambda each: each.number)
    return replace(contest, stages=tuple(ordered))


def without_stage(number: int, contest: Contest) -> Contest:
    """The contest without the stage `number`; the first one is worked on if that one was."""
    left = tuple(each for each in contest.stages if each.number != number)
    return replace(contest, stages=left, stage=1 if contest.stage == number else contest.stage)


def next_stage_number(contest: Contest) -> int:
    """The number of a stage that is added."""
    return max((each.number for each in contest.stages), default=0) + 1


def with_prize(prize: Prize, contest: Contest) -> Contest:
    """The contest with this prize in the place of the one of its id; a new one comes last."""
    if not prize.id:
        return replace(contest, prizes=(*contest.prizes, prize))
    # Prizes are equal whatever their id: they are told apart here.
    changed = tuple(prize if each.id == prize.id else each for each in contest.prizes)
    return replace(contest, prizes=changed)


def without_prize(prize_id: int, contest: Contest) -> Contest:
    """The contest without the prize of this id."""
    return replace(contest, prizes=tuple(p for p in contest.prizes if p.id != prize_id))


def with_level(level: Level, before: Level | None, contest: Contest) -> Contest:
    """The contest with this level in the place of `before`, or beside the others.

    The usual levels become its own with the first that is set.
    """
    others = (each for each in levels_in_force(contest) if each != before)
    ordered = sorted([*others, level], key=lambda each: each.least)
    return replace(contest, levels=tuple(ordered))


def without_level(level: Level, contest: Contest) -> Contest:
    """The contest without this level."""
    left = tuple(each for each in levels_in_force(contest) if each != level)
    return replace(contest, levels=left)


def working_on(number: int, contest: Contest) -> Contest:
    """The contest with the stage `number` as the one whose marks are worked on."""
    return replace(contest, stage=number)


def the_stage(number: int, contest: Contest) -> Stage:
    """The stage `number`. Raises `AppError` when there is none."""
    found = next((each for each in contest.stages if each.number == number), None)
    if found is None:
        raise AppError(
            f"Cuộc thi {contest.short_name} không có chặng {number}.",
            f"Hãy ghi số chặng từ 1 đến {len(contest.stages)}.",
        )
    return found
