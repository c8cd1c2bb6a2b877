"""What all mark columns of one row come to together; pure.

One column may say yes, another no, a third only give a day. A mark is set when nobody speaks
against it. A yes beside a no or a doubt is asked about, and a day counts beside nothing or
beside words that mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.records import Mark


class Part(StrEnum):
    """What a column has to say in the matter.

    A `WITNESS` only speaks against others: a second column of the same meaning, a remark; so do
    `POINTS`. A `DAY` is that of the mark itself, an `ATTEMPT` the day of a try, which may fail.
    """

    WORD = "word"
    WITNESS = "witness"
    POINTS = "points"
    DAY = "day"
    ATTEMPT = "attempt"


class Voice(NamedTuple):
    """What one cell says of the two marks; None where it says nothing of one.

    `asked` are marks that the cell leaves open, `unclear` says that it holds words of which nobody
    knows what they mean for the contest, `failed` that its no is a try without success. `overall`
    says that the column tells of everything, so that being registered there is all that was done.
    `unpassed`: the words say that the person took part and did not pass.
    """

    part: Part
    registered: bool | None = None
    completed: bool | None = None
    asked: tuple[Mark, ...] = ()
    unclear: bool = False
    failed: bool = False
    overall: bool = False
    unpassed: bool = False

    def says(self, mark: Mark) -> bool | None:
        """Yes, no or nothing of one mark."""
        return self.registered if mark is Mark.REGISTERED else self.completed


class MarksVerdict(NamedTuple):
    """What the row comes to; `asked` must be decided, and `clash` are the places of the two voices
    that do not agree. `failed`: a column says that the person took part without passing."""

    registered: bool | None = None
    completed: bool | None = None
    asked: tuple[Mark, ...] = ()
    clash: tuple[int, int] | None = None
    failed: bool = False


class _Finding(NamedTuple):
    said: bool | None
    asked: bool = False
    clash: tuple[int, int] | None = None


_DAYS = (Part.DAY, Part.ATTEMPT)


@lru_cache(8192)
def voices_verdict(voices: tuple[Voice, ...]) -> MarksVerdict:
    """What the voices of a row come to."""
    completed = _of_mark(Mark.COMPLETED, voices)
    registered = _of_mark(Mark.REGISTERED, voices)
    refusal = _first(voices, lambda each: each.registered is False or _leaves_open(each))
    if refusal is not None and (done := _done(voices, refusal)) is not None:
        # Nobody completes what they have not registered for.
        both = completed.said or completed.asked
        said = False if both else completed.said
        return MarksVerdict(
            False,
            said,
            (Mark.REGISTERED, Mark.COMPLETED) if both else (Mark.REGISTERED,),
            (refusal, done),
        )
    if registered.said is None and _beside_a_day(completed.clash, voices):
        # Where words that nobody understands stand beside a mere day, nothing is known.
        registered = _Finding(False, True)
    asked = tuple(
        mark
        for mark, found in ((Mark.REGISTERED, registered), (Mark.COMPLETED, completed))
        if found.asked
    )
    clash = completed.clash or registered.clash
    unpassed = completed.said is False and any(each.unpassed for each in voices)
    failed = unpassed and not asked and clash is None and registered.said is not False
    return MarksVerdict(registered.said, completed.said, asked, clash, failed)


def _beside_a_day(clash: tuple[int, int] | None, voices: Sequence[Voice]) -> bool:
    return clash is not None and voices[clash[0]].part in _DAYS and voices[clash[1]].unclear


def _leaves_open(voice: Voice) -> bool:
    return voice.registered is None and Mark.REGISTERED in voice.asked


def _done(voices: Sequence[Voice], refusal: int) -> int | None:
    """The place of another voice by which the person has taken part after all."""
    return _first(voices, lambda each: each.completed is True, refusal)


def _of_mark(mark: Mark, voices: Sequence[Voice]) -> _Finding:
    words = [at for at, each in enumerate(voices) if each.part is Part.WORD]
    yes = next((at for at in words if voices[at].says(mark)), None)
    open_ = _first(voices, lambda each: mark in each.asked)
    day = _first(voices, lambda each: each.part in _DAYS and bool(each.says(mark)))
    if open_ is not None:
        other = yes if yes is not None else day
        return _Finding(False, True, None if other is None else (other, open_))
    against = _first(voices, lambda each: each.says(mark) is False)
    if yes is not None:
        return _Finding(True) if against is None else _Finding(False, True, (yes, against))
    if against is not None:
        return _of_denial(mark, voices, against, day)
    return _of_day(mark, voices, day) if day is not None else _Finding(None)


def _of_denial(mark: Mark, voices: Sequence[Voice], against: int, day: int | None) -> _Finding:
    """A no that no word contradicts: a day of a try goes with it, what is done does not."""
    denial = voices[against]
    parts = {Part.POINTS} if denial.failed else {Part.WITNESS, Part.POINTS, Part.DAY}
    contrary = _first(voices, lambda each: each.part in parts and bool(each.says(mark)))
    if contrary is None and day is not None and denial.unclear:
        contrary = day
    if contrary is not None:
        return _Finding(False, True, (contrary, against))
    # A remark that denies leaves open what no other column speaks of.
    return _Finding(None if denial.part is Part.WITNESS and day is None else False)


def _of_day(mark: Mark, voices: Sequence[Voice], day: int) -> _Finding:
    """A day alone is a yes where no column holds other words."""
    doubt = _first(voices, lambda each: each.unclear or bool(each.asked))
    if doubt is None and mark is Mark.COMPLETED:
        doubt = _first(voices, _is_only_registered)
    return _Finding(True) if doubt is None else _Finding(False, True, (day, doubt))


def _is_only_registered(voice: Voice) -> bool:
    return voice.overall and voice.registered is True and voice.completed is None


def _first(voices: Sequence[Voice], holds: Callable[[Voice], bool], but: int = -1) -> int | None:
    """The place of the first voice of which something holds, apart from one of them."""
    return next((at for at, each in enumerate(voices) if at != but and holds(each)), None)
