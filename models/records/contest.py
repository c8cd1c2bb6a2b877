"""The contest, its stages and prizes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.records.kinds import LevelTone, Mark, ScoreRule, StageKind


class ContestTerms(NamedTuple):
    """By what of the contest a file is judged: the score that passes (None: as the files say), and
    its first day (None: unknown)."""

    pass_mark: float | None = None
    begins: date | None = None


NO_TERMS = ContestTerms()


@dataclass(frozen=True, slots=True)
class Stage:
    """Chặng of a contest. `internal_ends_on` is the commune's own, earlier deadline."""

    number: int
    name: str
    starts_on: date
    ends_on: date
    internal_ends_on: date | None = None
    task: str = ""
    kind: StageKind = StageKind.EACH


@dataclass(frozen=True, slots=True)
class Prize:
    """Giải: how many, of what rank, worth how many đồng each, and what goes with the money
    ("Giấy khen của …"). `id` is 0 until it is in a file."""

    rank: str
    count: int
    amount: int
    id: int = field(default=0, compare=False)
    honour: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """What a rate is called from `least` per cent on, and in which colour it is shown."""

    least: float
    word: str
    tone: LevelTone


@dataclass(frozen=True, slots=True)
class Contest:
    """Cuộc thi. `target` is the share of people who must take part, in per cent.

    `score_rule` says which attempt counts, `pass_mark` from which score it completes; None: as
    the files say. `stage` is the number of the stage that is worked on. The words of the two marks
    are "" where the usual ones hold; with `one_mark` only completing is counted. From `closed_on`
    on nothing of it is marked any more; on `purged_on` its personal data was taken away for good.
    `levels` are those of its own, the lowest first. After `escalate_after` reminders, or
    `escalate_days` days after the first, the chairman is to be told of a unit; 0: not by that.
    `organizer` is the body that is reported to, `report_url` the sheet it wants filled,
    `entry_address` where entries are sent. `purpose` says what the personal data of it is for, ""
    the usual; from the day after `keep_until` on nobody needs it any more.
    """

    id: int
    code: str
    name: str
    short_name: str
    platform: str
    course_url: str
    target: int
    stages: tuple[Stage, ...] = ()
    prizes: tuple[Prize, ...] = ()
    score_rule: ScoreRule = ScoreRule.BEST
    pass_mark: float | None = None
    stage: int = 1
    registered_word: str = ""
    completed_word: str = ""
    one_mark: bool = False
    closed_on: date | None = None
    levels: tuple[Level, ...] = ()
    escalate_after: int = 2
    escalate_days: int = 3
    purged_on: date | None = None
    organizer: str = ""
    report_url: str = ""
    entry_address: str = ""
    purpose: str = ""
    keep_until: date | None = None

    @property
    def marked_stage(self) -> Stage | None:
        """The stage whose marks are worked on; None without stages."""
        named = (each for each in self.stages if each.number == self.stage)
        return next(named, self.stages[0] if self.stages else None)

    def stage_on(self, day: date) -> Stage | None:
        """The stage that `day` falls in, else the next one, else the last one."""
        for stage in self.stages:
            if day <= stage.ends_on:
                return stage
        return self.stages[-1] if self.stages else None


class Attended(StrEnum):
    """What somebody did: answered a form, was in a meeting, or merely stands in a list."""

    FORM = "form"
    MEETING = "meeting"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """What answering or attending comes to, as the officer chose; None: not chosen yet.

    `least_minutes` is how long somebody must have been in a meeting; 0: any time will do.
    """

    mark: Mark | None = None
    least_minutes: float = 0.0
