"""What a rate is called and how it looks in a contest: "thấp", "đạt", "chưa có ai"."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Contest, Level, LevelTone

NOBODY_YET = Level(0, "chưa có ai", LevelTone.NONE)


def levels_in_force(contest: Contest | None) -> tuple[Level, ...]:
    """The levels of the contest itself, or the usual ones of its target."""
    if contest is None:
        return usual_levels(100)
    return contest.levels or usual_levels(contest.target)


def usual_levels(target: int) -> tuple[Level, ...]:
    """The levels of a contest that has none of its own: reached is what reaches `target` per cent,
    fair is from half of the way on, but from 50 per cent at the latest."""
    return (
        NOBODY_YET,
        Level(0, "thấp", LevelTone.LOW),
        Level(min(50.0, target / 2), "khá", LevelTone.FAIR),
        Level(target, "đạt", LevelTone.GOOD),
    )


def level_of(levels: Sequence[Level], part: int, whole: int) -> Level | None:
    """What the rate part/whole is called; None where nobody has to take part.

    A level with the tone NONE names 0 people. Rates are compared exactly: 499 of 1000 are below 50
    per cent, however the rate is rounded where it is shown.
    """
    if not whole:
        return None
    if not part:
        return next((each for each in levels if each.tone is LevelTone.NONE), NOBODY_YET)
    reached = [
        each
        for each in levels
        if each.tone is not LevelTone.NONE and 100 * part >= each.least * whole
    ]
    return max(reached, key=lambda each: each.least, default=None)
