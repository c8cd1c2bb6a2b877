"""Reading a text into mentions: which names, phones and units it holds, and what goes together.

Pure. The roster helps only to see where a name begins and ends; whom it means is decided later.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import NamedTuple

from models.intake.shape.list_titles import heads_another_matter
from models.marking.line_reader import LineReader
from models.marking.lines import MessageLine, cut_line, whole_lines
from models.marking.names import Lexicon
from models.marking.records import Mention, Reading
from models.marking.talk import (
    NAME,
    Heading,
    denies_above,
    doubt_of,
    heading_in,
    is_hour,
    is_label_of_unit,
    is_sender,
    is_ticked,
    without_names,
)
from models.marking.words import (
    AFFIRMED,
    DENIED,
    SIGNED,
    WHY_ADDRESSED,
    WHY_ANSWERED,
    WHY_BROKEN,
    WHY_SENDER,
    WHY_UNDER_DENIAL,
    WHY_UNTICKED,
)

LONGEST_TEXT = 1_000_000
SHOWN_OF_A_LINE = 40
LONGEST_CARD = 4
"""So far below a name its unit may stand in a form."""


def read_mentions(text: str, lexicon: Lexicon) -> Reading:
    """Everybody of whom `text` speaks, line by line; other lines are told as passed over."""
    reader = _Reader(lexicon)
    composed = unicodedata.normalize("NFC", text[:LONGEST_TEXT])
    for number, written, broken in whole_lines(composed.splitlines(), lexicon):
        reader.read(number, written, broken=broken)
    return Reading(tuple(reader.told()), tuple(reader.passed_over))


class _Doubt(NamedTuple):
    """Why nobody is taken without asking; `denied`: the text says that they have not done it."""

    why: str = ""
    denied: bool = False

    def __bool__(self) -> bool:
        return bool(self.why)


class _Above(NamedTuple):
    """The line of names right above: where it ends, and from which mention on it reaches."""

    number: int
    first: int
    sender: bool = False


class _Reader:
    """Goes through the lines and keeps what headings say of those below them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.passed_over: list[str] = []
        self._mentions: list[Mention] = []
        self._lexicon = lexicon
        self._unit = ""
        self._doubt = _Doubt()
        self._above = _Above(-LONGEST_CARD - 1, 0)
        self._ticks: dict[int, bool] = {}

    def told(self) -> list[Mention]:
        """The mentions; who lacks the tick that others have is to be asked about."""
        if not any(self._ticks.values()):
            return self._mentions
        lacking = {at for at, ticked in self._ticks.items() if not ticked}
        return [
            _doubted(each, _Doubt(WHY_UNTICKED)) if at in lacking and not each.doubt else each
            for at, each in enumerate(self._mentions)
        ]

    def read(self, number: int, written: str, *, broken: bool) -> None:
        line = cut_line(written, self._lexicon.is_unit)
        found = LineReader(number, line, self._lexicon).mentions()
        first = len(self._mentions)
        known_sender = self._lexicon.is_name(line.sender.split())
        if known_sender:
            self._mentions.append(_sender(number, line.sender, written))
        if not found and known_sender and not written.rstrip().endswith(":"):
            return
        if not found:
            self._take_heading(number, written, line)
            return
        bare = without_names(written, found)
        heading = heading_in(bare)
        if heading is Heading.AFFIRMS:
            self._doubt = _Doubt()
        doubt = _doubt_of(bare) or self._doubt or _Doubt(WHY_BROKEN if broken else "")
        if heading is Heading.DENIES:
            self._doubt = _under(bare.partition(NAME)[0], denied=True)
        if len(found) == 1:
            self._ticks[len(self._mentions)] = is_ticked(written)
        for each in found:
            unit = each.unit or (self._unit if each.name else "")
            told = replace(each, unit=unit, birth=line.birth if len(found) == 1 else "")
            self._mentions.append(_doubted(told, doubt) if doubt else told)
        self._above = _Above(number, first, is_sender(bare))

    def _take_heading(self, number: int, written: str, line: MessageLine) -> None:
        shown = written.strip()
        self.passed_over.append(shown)
        below = self._above.number == number - 1
        if below and is_hour(written):
            self._above = self._above._replace(number=number, sender=True)
            return
        if below and denies_above(written):
            why = WHY_ANSWERED.format(line=shown[:SHOWN_OF_A_LINE])
            self._doubt_above(_Doubt(why, denied=True))
        elif below and self._above.sender:
            self._doubt_above(_Doubt(WHY_SENDER))
        units = [each.text for each in line.pieces if self._names_unit(each.text)]
        if len(units) == 1:
            self._take_unit(number, units[0], written)
        denied = DENIED.search(written) is not None or heads_another_matter(written)
        if denied or SIGNED.match(written):
            self._doubt = _under(shown, denied=denied)
        elif not units and AFFIRMED.search(written):
            self._doubt = _Doubt()

    def _names_unit(self, text: str) -> bool:
        return self._lexicon.is_unit(text) or self._lexicon.is_short_unit(text)

    def _take_unit(self, number: int, unit: str, written: str) -> None:
        """A unit is a heading, or a field of who stands above; then those below have another."""
        near = number - self._above.number
        field = is_label_of_unit(written) and 0 < near <= LONGEST_CARD
        trails = near == 1 and not written.rstrip().endswith(":")
        if self._unit or not (field or trails):
            self._unit = unit
        elif field and len(self._mentions) - self._above.first == 1:
            above = self._mentions[-1]
            self._mentions[-1] = replace(above, unit=above.unit or unit)

    def _doubt_above(self, doubt: _Doubt) -> None:
        for at in range(self._above.first, len(self._mentions)):
            self._mentions[at] = _doubted(self._mentions[at], doubt)


def _under(line: str, *, denied: bool) -> _Doubt:
    return _Doubt(WHY_UNDER_DENIAL.format(line=line.strip()[:SHOWN_OF_A_LINE]), denied)


def _doubt_of(bare: str) -> _Doubt:
    why = doubt_of(bare)
    return _Doubt(why, denied=why not in ("", WHY_ADDRESSED))


def _sender(number: int, name: str, written: str) -> Mention:
    doubt = _doubt_of(written)
    return _doubted(Mention(text=name, line=number, name=name), doubt or _Doubt(WHY_SENDER))


def _doubted(mention: Mention, doubt: _Doubt) -> Mention:
    return replace(mention, doubt=doubt.why, denied=doubt.denied, phone_settles=False)
