"""Whether a word is a possible Vietnamese syllable: onset, rhyme and tone that go together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_RHYMES_BY_NUCLEUS = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch nh",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "-",
    "yê": "m n ng t u",
}
_RHYMES = {
    nucleus + coda.removeprefix("-")
    for nucleus, codas in _RHYMES_BY_NUCLEUS.items()
    for coda in codas.split()
}
_AFTER_QU = {rhyme for rhyme in _RHYMES if rhyme[0] in "aăâeêiyơ"} | {
    "ô", "ôc", "ôi", "yn", "ynh", "yt", "yp", "ych", "yên", "yêt"
}  # fmt: skip
_FRONT = "eêiy"
_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("c", "ch", "p", "t")
_TONES_BEFORE_STOP = {"\u0301", "\u0323"}


@lru_cache(1 << 15)
def is_syllable(word: str) -> bool:
    """Whether a word, in either case, is a well-formed syllable with its marks."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [part for part in parts if part in _TONES]
    letters = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    if len(tones) > 1 or not _is_built(letters, _RHYMES, _AFTER_QU):
        return False
    return not letters.endswith(_STOPS) or bool(tones and tones[0] in _TONES_BEFORE_STOP)


@lru_cache(1 << 15)
def is_plain_syllable(word: str) -> bool:
    """Whether a word without any marks can be a syllable whose marks were left out."""
    return _is_built(word.lower(), _PLAIN_RHYMES, _PLAIN_AFTER_QU)


def _is_built(letters: str, rhymes: set[str], after_qu: set[str]) -> bool:
    return any(
        letters[len(onset) :] in (after_qu if onset == "qu" else rhymes)
        and _spelt_together(onset, letters[len(onset) :])
        for onset in _ONSETS
        if letters.startswith(onset)
    )


def _spelt_together(onset: str, rhyme: str) -> bool:
    """k, gh, ngh stand before e, ê, i, y; c, g, ng before the others, but "gì", "giếng"."""
    if rhyme == "uơ":
        return onset in {"th", "h"}
    if onset in {"k", "gh", "ngh"}:
        return rhyme[0] in _FRONT
    if onset in {"c", "ng"}:
        return rhyme[0] not in _FRONT
    return onset != "g" or rhyme[0] not in "eêy"


def _without_marks(text: str) -> str:
    return "".join(
        part for part in unicodedata.normalize("NFD", text) if not unicodedata.combining(part)
    ).replace("đ", "d")


_PLAIN_RHYMES = {_without_marks(rhyme) for rhyme in _RHYMES}
_PLAIN_AFTER_QU = {_without_marks(rhyme) for rhyme in _AFTER_QU}
