"""The roster as reading a text needs it: by name, by phone, by near names and given names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from models.matching.identity import Identity
from models.matching.likeness import Likeness, compare_names, name_form, written_name
from models.matching.spelling import Gap, anatomy, is_unmarked, loose_syllable, syllable_gap
from models.matching.units import UnitFinder
from models.text.names import match_key, search_fold

LEAST_WORDS_NEAR = 3
_SCHOOL = re.compile(r"(?:mam non|tieu hoc|mn|th|thcs|thpt)\b")
_LACKING = (Gap.MARKS_LACKING, Gap.TONE_LACKING, Gap.I_OR_Y)

NearName = tuple[Identity, str]


class RosterLexicon:
    """Everybody by the forms of their names. Built once for a roster; asked for every line."""

    def __init__(self, people: Sequence[Identity], units: UnitFinder) -> None:
        self._units = units
        self._by_phone: dict[str, list[Identity]] = {}
        self._by_form: dict[str, list[Identity]] = {}
        self._by_loose: dict[tuple[str, ...], list[Identity]] = {}
        self._by_end: dict[tuple[str, ...], list[Identity]] = {}
        self._by_rest: dict[tuple[str, ...], list[Identity]] = {}
        for each in people:
            self._add(each)

    def _add(self, who: Identity) -> None:
        form = name_form(who.name_key)
        words = _loose_words(form.split(" "))
        if who.phone:
            self._by_phone.setdefault(who.phone, []).append(who)
        self._by_form.setdefault(form, []).append(who)
        self._by_loose.setdefault(words, []).append(who)
        for end in {words[-1:], words[-2:]}:
            self._by_end.setdefault(end, []).append(who)
        if len(words) >= LEAST_WORDS_NEAR:
            for rest in _rests(words):
                self._by_rest.setdefault(rest, []).append(who)

    def is_name(self, words: Sequence[str]) -> bool:
        """Whether these words, with or without their marks, are the whole name of somebody."""
        return _loose_words(match_key(" ".join(words)).split(" ")) in self._by_loose

    def is_unit(self, text: str) -> bool:
        """Whether a text names exactly one unit."""
        return " " in text.strip() and self.unit_id(text) is not None

    def is_short_unit(self, word: str) -> bool:
        """Whether one word in capitals is how a unit is called: "TYT"."""
        return len(word) > 1 and word.isupper() and self.unit_id(word) is not None

    def unit_id(self, text: str) -> int | None:
        """The unit that a text surely names; a school also without the word for it."""
        if not text:
            return None
        found = self._units.find(text).unit_id
        if found is None and _SCHOOL.match(search_fold(text)):
            found = self._units.find(f"Trường {text}").unit_id
        return found

    def ends_a_name(self, words: str) -> bool:
        """Whether somebody's name ends with these one or two words."""
        return bool(self.ending(words))

    def owners(self, phone: str) -> Sequence[Identity]:
        """Who has this phone, also those who left."""
        return self._by_phone.get(phone, ()) if phone else ()

    def namesakes(self, name: str) -> Sequence[Identity]:
        """Who has exactly this name."""
        return self._by_form.get(name_form(match_key(name)), ())

    def alike(self, name: str) -> Sequence[Identity]:
        """Who has this name when marks are left aside."""
        return self._by_loose.get(_loose_words(name_form(match_key(name)).split(" ")), ())

    def near(self, name: str) -> Iterator[NearName]:
        """Who has a name worth a question, and what separates the names, in words."""
        written = written_name(match_key(name))
        words = _loose_words(name_form(match_key(name)).split(" "))
        met = {id(each): each for each in self._meeting(words)}
        for each in met.values():
            other = written_name(each.name_key)
            verdict = compare_names(written, other)
            if verdict.likeness >= Likeness.SECOND_FIELD_NEEDED:
                yield each, verdict.reason
            elif _lacks_marks(written.words, other.words):
                yield each, "họ tên thiếu dấu"
            elif other.words[:-1] == written.words and len(other.words[-1]) == 1:
                yield each, "thiếu ký hiệu phân biệt người trùng tên"

    def _meeting(self, words: tuple[str, ...]) -> Iterable[Identity]:
        yield from self._by_loose.get(words, ())
        yield from self._by_rest.get(words, ())
        if len(words) >= LEAST_WORDS_NEAR:
            for rest in _rests(words):
                yield from self._by_loose.get(rest, ())
                yield from self._by_rest.get(rest, ())

    def ending(self, name: str) -> Sequence[Identity]:
        """Whose name ends with these one or two words; marks count where they are written."""
        form = name_form(match_key(name)).split(" ")
        met = self._by_end.get(_loose_words(form), ())
        if is_name_unmarked(name):
            return met
        return [each for each in met if name_form(each.name_key).split(" ")[-len(form) :] == form]


def is_name_unmarked(name: str) -> bool:
    """Whether a name has no marks at all, so that An, Ân and Ấn may be meant alike."""
    return is_unmarked(match_key(name).split(" "))


def _lacks_marks(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether all that differs are marks and tones which `words` do not have."""
    return len(words) == len(full) and all(
        syllable_gap(one, other) is Gap.NONE
        or (syllable_gap(one, other) in _LACKING and not anatomy(one).tone)
        for one, other in zip(words, full, strict=True)
    )


def _loose_words(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(loose_syllable, words))


def _rests(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The words with one of them left out."""
    return {words[:at] + words[at + 1 :] for at in range(len(words))}
