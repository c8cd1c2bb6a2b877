"""The texts by which one person is known, and how they are taken out of other texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from models.text.names import match_key, search_fold, storage_form

TAKEN_OUT = "(đã xóa)"
LEAST_CODE = 5
"""Letters of a staff code or an account that is looked for in running text; a shorter one may be
any number."""
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_]|[\u0300-\u036f])"
_BETWEEN = {True: r"[\s\u00a0_.,-]+", False: r"[\s\u00a0]+"}
_DIGITS_BETWEEN = r"[\s\u00a0.\-–()]*"
NOWHERE = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Terms:
    """`own` finds the person in what is known to be of them, `everywhere` only by what nobody else
    has, so that it holds in any text, and `contact` is that of it which is no name."""

    own: re.Pattern[str]
    everywhere: re.Pattern[str]
    contact: re.Pattern[str]
    needles: tuple[str, ...]

    def cleaned(self, text: str, *, own: bool = False) -> str:
        """The text without the person."""
        if not self._may_be_in(text):
            return text
        return (self.own if own else self.everywhere).sub(TAKEN_OUT, text)

    def found_in(self, text: str) -> bool:
        """Whether the text surely speaks of the person."""
        return self._may_be_in(text) and self.everywhere.search(text) is not None

    def reached_in(self, text: str) -> bool:
        """Whether a phone, an address or a code in the text is the person's."""
        return self._may_be_in(text) and self.contact.search(text) is not None

    def _may_be_in(self, text: str) -> bool:
        lowered = text.lower()
        return any(needle in lowered for needle in self.needles)


@dataclass(frozen=True, slots=True)
class KnownBy:
    """Names, phones (digits), and addresses and codes of somebody."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def terms_of(everything: KnownBy, alone: KnownBy, folded: Iterable[str]) -> Terms:
    """`everything` is known of the person, `alone` of nobody else; `folded` are those of the names
    that nobody shares even without diacritics."""
    contact = [*map(_phone, alone.phones), *map(_code, alone.codes)]
    of_names = [form for name in alone.names for form in _written(name)]
    of_folded = [_name(search_fold(name), loose=True) for name in folded if " " in name]
    whole = [form for name in everything.names for form in _written(name)]
    whole += [_name(search_fold(name), loose=True) for name in everything.names if " " in name]
    whole += [*map(_phone, everything.phones), *map(_code, everything.codes)]
    return Terms(
        _any(whole),
        _any([*of_names, *of_folded, *contact]),
        _any(contact),
        tuple(sorted(_needles(everything))),
    )


def _written(name: str) -> list[str]:
    """The patterns of the ways in which a name of several words is written with its diacritics."""
    if " " not in name:
        return []
    stored = storage_form(name)
    forms = {stored, match_key(stored), unicodedata.normalize("NFD", stored)}
    forms.add(unicodedata.normalize("NFD", match_key(stored)))
    return [_name(each, loose=False) for each in sorted(forms)]


def _name(name: str, *, loose: bool) -> str:
    return _BEFORE + _BETWEEN[loose].join(map(re.escape, name.split())) + _AFTER


def _phone(number: str) -> str:
    """A number however it is grouped, also with +84."""
    digits = number.removeprefix("0")
    spread = _DIGITS_BETWEEN.join(digits)
    return rf"(?<!\d)(?:\+?84{_DIGITS_BETWEEN}0?|0)?{_DIGITS_BETWEEN}{spread}(?!\d)"


def _code(code: str) -> str:
    return _BEFORE + re.escape(code) + _AFTER


def _any(patterns: list[str]) -> re.Pattern[str]:
    found = sorted(set(patterns), key=lambda each: (-len(each), each))
    return re.compile("|".join(found), re.IGNORECASE) if found else NOWHERE


def _needles(known: KnownBy) -> set[str]:
    """Without one of these, in lower case, a text need not be looked at closely."""
    found: set[str] = set()
    for name in known.names:
        last = storage_form(name).split()[-1:]
        for word in last:
            forms = (word, match_key(word), search_fold(word))
            found |= {unicodedata.normalize("NFC", form).lower() for form in forms}
            found |= {unicodedata.normalize("NFD", form).lower() for form in forms}
    found |= {number[-2:] for number in known.phones}
    return found | {code.lower() for code in known.codes}
