"""Names inside a piece of text: those of the roster first, then what is written like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from models.intake.shape.looks import PLAIN_SURNAMES, SURNAMES, is_person, looks_like_unit
from models.marking.words import (
    BODIES,
    DENIED,
    NEVER_IN_NAMES,
    NEVER_NAMES,
    NO_NAMES,
    TALK,
    TITLES,
    WHY_JOINED,
    WHY_REPAIRED,
)
from models.text.names import is_plausible_name, match_key, search_fold

MOST_WORDS = 7
MOST_OF_A_UNIT = 10
MOST_CALLED = 4

_MIXED = re.compile(r"(?=.*[^\W\d_])(?=.*[01|]).*")
_AS_LETTERS = str.maketrans({"0": "o", "1": "l", "|": "l"})
_SPEAKS = frozenset({"em", "mình", "tôi", "có", "đã", "chưa", "xong", "hết", "đăng", "đk", "gửi"})
_AROUND = " .,:;!?*~^%#@\\'’`"


class Lexicon(Protocol):
    """What is known of the roster: its names, marks aside, and its units."""

    def is_name(self, words: Sequence[str]) -> bool:
        """Whether these words, with or without their marks, are the whole name of somebody."""
        ...

    def is_unit(self, text: str) -> bool:
        """Whether a text names a unit."""
        ...

    def is_short_unit(self, word: str) -> bool:
        """Whether one word in capitals is how a unit is called: "TYT"."""
        ...

    def ends_a_name(self, words: str) -> bool:
        """Whether somebody's name ends with these one or two words."""
        ...


class Name(NamedTuple):
    """A name; `written` with its digits for letters. `partial`: a title with a part of a name."""

    text: str
    written: str
    doubt: str = ""
    phone_settles: bool = True
    partial: bool = False


class NamesInPiece(NamedTuple):
    """What a piece holds: its names in order, and the unit that is named among them."""

    names: tuple[Name, ...] = ()
    unit: str = ""


class _Word(NamedTuple):
    text: str
    written: str = ""
    repaired: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def talk(self) -> bool:
        titled = self.text.istitle() and len(self.text) > 1
        return self.low in (NEVER_IN_NAMES if titled else TALK)


def names_in(text: str, lexicon: Lexicon) -> NamesInPiece:
    """The names of a piece of text without separators."""
    words = [_word(each) for each in text.split()]
    words = [each for each in words if each.text]
    windows = _windows(words, lexicon)
    taken = {at for start, end in windows for at in range(start, end)}
    unit, of_unit = _unit_in(words, taken, lexicon)
    edges = _Edges({start for start, _ in windows} | of_unit, {end for _, end in windows})
    found = [(start, _window(words, edges, start, end)) for start, end in windows]
    runs = _runs(words, taken | of_unit)
    whole = len(runs) == 1 and not windows and not of_unit
    for start, end in runs:
        name = _written_name(words, start, end, whole=whole)
        if name is not None:
            found.append((start, name))
    speaks = any(word.low in _SPEAKS for word in words)
    if not (unit or found or speaks) and len(words) > 1 and _is_body(words):
        unit = text
    return NamesInPiece(tuple(name for _, name in sorted(found, key=lambda pair: pair[0])), unit)


def given_name(text: str, lexicon: Lexicon) -> Name | None:
    """A piece that is nothing but a given name of the roster ("An", "Lan Anh")."""
    words = text.split()
    named = 1 <= len(words) <= 2 and all(each.isalpha() and each.istitle() for each in words)
    if not named or words[0].lower() in NEVER_IN_NAMES | TITLES or not lexicon.ends_a_name(text):
        return None
    return Name(text, text, partial=True)


def name_beside_phone(text: str) -> str:
    """What stands beside a lone phone as if it were a name ("Lan", "minh thư"); "" for talk."""
    words = [each for each in map(_word, text.split()) if each.text]
    kept = [each for each in words if not each.talk and each.low not in TITLES]
    bare = " ".join(each.text for each in kept)
    if not 1 <= len(kept) <= MOST_CALLED or not all(each.text.isalpha() for each in kept):
        return ""
    return "" if _is_no_name(kept, bare, titled=False) or _is_body(kept) else bare


def _word(text: str) -> _Word:
    bare = text.strip(_AROUND)
    if bare and not any(map(str.isalpha, bare)):
        return _Word("")
    if _MIXED.fullmatch(bare):
        return _Word(bare.translate(_AS_LETTERS), bare, repaired=True)
    return _Word(bare, bare)


def _windows(words: Sequence[_Word], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The longest names of the roster, from left to right."""
    found = []
    at = 0
    while at < len(words):
        for end in range(min(at + MOST_WORDS, len(words)), at + 1, -1):
            if lexicon.is_name([word.text for word in words[at:end]]):
                found.append((at, end))
                at = end - 1
                break
        at += 1
    return found


class _Edges(NamedTuple):
    """Where other names or the unit begin, and where names end."""

    starts: set[int]
    ends: set[int]


def _window(words: Sequence[_Word], edges: _Edges, start: int, end: int) -> Name:
    """A name of the roster; doubtful when a word beside it may belong to it."""
    part = words[start:end]
    capitals = any(word.capital for word in part)
    before = words[start - 1] if start and start not in edges.ends else None
    after = words[end] if end < len(words) and end not in edges.starts else None
    joined = (
        before is not None and before.low not in TITLES and _may_belong(before, capitals=capitals)
    ) or (after is not None and _may_belong(after, capitals=capitals))
    repaired = any(word.repaired for word in part)
    doubt = WHY_JOINED if joined else WHY_REPAIRED if repaired else ""
    return _name(part, doubt)


def _name(part: Sequence[_Word], doubt: str, *, partial: bool = False) -> Name:
    text = " ".join(word.text for word in part)
    return Name(text, " ".join(word.written for word in part), doubt, partial=partial)


def _may_belong(word: _Word, *, capitals: bool) -> bool:
    return not word.talk and (word.capital or not capitals)


def _unit_in(
    words: Sequence[_Word], taken: set[int], lexicon: Lexicon
) -> tuple[str, frozenset[int]]:
    """The longest unit among the words that belong to no name."""
    whole_capitals = all(word.text.isupper() for word in words)
    for start in range(len(words)):
        if start in taken:
            continue
        if not whole_capitals and lexicon.is_short_unit(words[start].text):
            return words[start].text, frozenset({start})
        if not looks_like_unit(" ".join(word.text for word in words[start : start + 2])):
            continue
        last = next((at for at in range(start, len(words)) if at in taken), len(words))
        for end in range(min(last, start + MOST_OF_A_UNIT), start + 1, -1):
            text = " ".join(word.text for word in words[start:end])
            if lexicon.is_unit(text):
                return text, frozenset(range(start, end))
    return "", frozenset()


def _runs(words: Sequence[_Word], taken: set[int] | frozenset[int]) -> list[tuple[int, int]]:
    """Stretches of words that belong to nothing yet and are no talk."""
    runs: list[tuple[int, int]] = []
    start = None
    capitals = any(word.capital for word in words)
    for at in range(len(words) + 1):
        fits = at < len(words) and at not in taken and _fits_a_run(words[at], capitals=capitals)
        if fits and start is None:
            start = at
        elif not fits and start is not None:
            runs.append((start, at))
            start = None
    return runs


def _fits_a_run(word: _Word, *, capitals: bool) -> bool:
    return not word.talk and (word.capital or not capitals)


def _written_name(words: Sequence[_Word], start: int, end: int, *, whole: bool) -> Name | None:
    """A stretch of words as a name, when it is written like one."""
    titled = start > 0 and (words[start - 1].low in TITLES or words[start - 1].low == "đc")
    while end - start > 1 and words[start].low in TITLES and not _begins_name(words[start:end]):
        titled, start = True, start + 1
    part = words[start:end]
    text = " ".join(word.text for word in part)
    doubt = WHY_REPAIRED if any(word.repaired for word in part) else ""
    if _is_no_name(part, text, titled=titled):
        return None
    if len(part) >= 2 and (is_person(text) or _all_capital_name(part, text, whole=whole)):
        return _name(part, doubt)
    capital = all(word.capital for word in part)
    if titled and len(part) <= 2 and capital and part[0].text.isalpha():
        return _name(part, doubt, partial=True)
    return None


def _is_no_name(part: Sequence[_Word], text: str, *, titled: bool) -> bool:
    """Whether a stretch is a header, a post or a body; "chị Phong" is none of them."""
    folded, first = search_fold(text), part[0].low
    if NEVER_NAMES.match(folded):
        return True
    found = NO_NAMES.match(folded)
    if found is None or first in SURNAMES:
        return False
    if titled and len(part) == 1:
        return first in BODIES
    return " " in found[0] or text.isascii() or first in BODIES


def _is_body(words: Sequence[_Word]) -> bool:
    """Whether words begin like a body and are not all written like a name: Trầm Thị Thu."""
    text = " ".join(word.text for word in words)
    titled = len(words) > 2 and all(word.text.istitle() for word in words)
    return looks_like_unit(text) and (text.isascii() or words[0].low in BODIES or not titled)


def _begins_name(part: Sequence[_Word]) -> bool:
    first = match_key(part[0].text)
    return len(part) >= 3 and (first in SURNAMES or first in PLAIN_SURNAMES) and part[0].capital


def _all_capital_name(part: Sequence[_Word], text: str, *, whole: bool) -> bool:
    """A name without a known family name, when nothing else stands in the piece."""
    return (
        whole
        and 2 <= len(part) <= 6
        and all(word.capital for word in part)
        and not _is_body(part)
        and not DENIED.search(text)
        and is_plausible_name(text)
    )
