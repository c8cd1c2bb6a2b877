"""What becomes of one case of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """RIGHT and WRONG are taken without asking; APART and VAIN are cases of nobody: left alone, or
    asked about all the same."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"
    MISSED = "missed"
    APART = "apart"
    VAIN = "vain"


class Case(NamedTuple):
    """One case: what it is, what became of it, and the best that a careful colleague could do."""

    label: str
    outcome: Outcome
    best: Outcome = Outcome.RIGHT


class Corpus(NamedTuple):
    """Cases of one kind; `about` is "people" or "units". No two cases have one label."""

    name: str
    about: str
    cases: tuple[Case, ...]


def corpus(name: str, about: str, cases: Iterable[Case]) -> Corpus:
    """A corpus in which cases that are written alike are told apart by a number."""
    return Corpus(name, about, tuple(_told_apart(cases)))


def _told_apart(cases: Iterable[Case]) -> Iterator[Case]:
    seen = Counter[str]()
    for case in cases:
        seen[case.label] += 1
        count = seen[case.label]
        yield case if count == 1 else case._replace(label=f"{case.label} #{count}")


def found(sure: object | None, offered: Iterable[object], truth: object | None) -> Outcome:
    """The outcome of looking for `truth` (None: nobody) when `sure` was taken or some offered."""
    if sure is not None:
        return Outcome.RIGHT if sure == truth else Outcome.WRONG
    offered = list(offered)
    if truth is None:
        return Outcome.VAIN if offered else Outcome.APART
    return Outcome.ASKED if truth in offered else Outcome.MISSED
