"""Phone numbers inside a running text, also where a photo's text has letters for digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.text.phones import normalise_phone

_DIGIT = "[0-9OolI|]"
_GAP = r"[ .\-–·()]{0,3}"
_PREFIX = rf"(?:(?:\+|00)?84{_GAP}(?:\(?0\)?{_GAP})?|[0Oo]{_GAP})"
_BODY = (
    rf"(?:[35789](?:{_GAP}{_DIGIT}){{8}}"
    rf"|1{_GAP}[2689](?:{_GAP}{_DIGIT}){{8}}"
    rf"|2(?:{_GAP}{_DIGIT}){{9}})"
)
_LOST_ZERO = r"[35789]\d{8}|[35789]\d{2}[ .]\d{3}[ .]\d{3}"
_PHONE = re.compile(rf"(?<![0-9])(?:\(?{_PREFIX}{_BODY}|{_LOST_ZERO})(?![0-9])")
_LEAST_DIGITS = 7
_AS_DIGITS = str.maketrans("OolI|", "00111")
_DOUBTFUL = frozenset("lI|")


class WrittenPhone(NamedTuple):
    """A number from `start` to `end` of a line; `repaired`: letters were read as digits."""

    number: str
    start: int
    end: int
    repaired: bool


def phones_in(line: str) -> list[WrittenPhone]:
    """The numbers of a line in its order."""
    found = []
    for match in _PHONE.finditer(line):
        written = match[0]
        if sum(each.isdigit() for each in written) < _LEAST_DIGITS or _cuts_a_word(line, match):
            continue
        number = normalise_phone(written.translate(_AS_DIGITS)).number
        if number:
            repaired = not _DOUBTFUL.isdisjoint(written)
            found.append(WrittenPhone(number, match.start(), match.end(), repaired))
    return found


def _cuts_a_word(line: str, match: re.Match[str]) -> bool:
    """Whether a letter at an end of the number belongs to the word beside it."""
    before, after = line[: match.start()][-1:], line[match.end() :][:1]
    return (match[0][0].isalpha() and before.isalnum()) or (
        match[0][-1].isalpha() and after.isalpha()
    )
