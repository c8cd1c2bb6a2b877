"""What the words of one title mean: the thing that stands first, and whose or which it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.evidence.folding import spoken_words, without_brackets, without_number
from models.intake.shape.evidence.vocabulary import GLUED, PHRASES, Word, places_of_phrases
from models.intake.shape.fields import Field

WHOLE = 6.0
"""The weight of a title that is known as a whole; later entries of a field weigh less."""

WORDS = 5.0
A_WORD_LESS = 0.7
MOST_LESS = 3.5
OFFICE = "office"
SOMEBODY_ELSE = 2.0
BY_ADDRESS = 3.5
MOST_WORDS = 12
MOST_IN_BRACKETS = 5
"""What is longer explains, and names nothing."""

_OTHERS = frozenset({Word.OTHER, Word.KIN})
OF_SOMEBODY = frozenset(
    {Field.FULL_NAME, Field.PHONE, Field.BIRTH, Field.POSITION, Field.EMAIL, Field.GENDER,
     Field.FAMILY_NAME, Field.GIVEN_NAME, Field.UNIT, Field.STAFF_CODE, Field.NATIONAL_ID}
)  # fmt: skip
_SOMEBODY = re.compile(
    r"\bnguoi (?!(?:lao dong|du thi|tham gia|tham du|hoc|dang ky|duoc cu|benh|dung|du hoc|tap huan"
    r"|viet|dan|lam|cao tuoi|khuyet tat)\b)(?=[a-z])\w+(?: \w+)?"
)
""" "Người …" is somebody else, unless it is one of those that lists are made of."""

_ADDRESS = re.compile(
    r"(?:cac |quy )?(?:(?:ong|thay|anh)(?: va| hoac)? (?:ba|co|chi)(?: giao)?|dong chi|d c|dc)"
    r"(?: (?:ho va ten|ho ten|ten))?"
)
_ADDRESSED = re.compile(r"(?<=ten) (?:cua )?(?:cac )?ong(?: hoac| va)? ba\b(?! noi| ngoai)")
"""How people are spoken to: above a column it means those of the list, whoever they are."""
OWN_NUMBER = re.compile(r"\b(?:ca nhan|ban than|chinh chu|personal)\b")
OFFICE_NUMBER = re.compile(
    r"(?<!cua )\bban\b|\b(?:co quan|nha(?: rieng|$)|co dinh|cong ty|cong vu|don vi cap|noi bo"
    r"|may le|fax|office|work|home|landline|extension|ext)\b"
)
"""A number that is not the person's own: of the office, of the house, given for the work."""

_OF_A_BANK = frozenset({Field.NATIONAL_ID, Field.ORDER_NUMBER, Word.MONEY})
"""With these an account is one of a bank: "tài khoản lương", "account no"."""

_WEAK_ALONE = frozenset({Word.LEVEL, Word.PLACE, Word.ROOM, Word.KIN, Word.COUNT})
_WEAKER = ("nghe nghiep", "title", "to chuc", "phu trach cong viec")
"""What names a thing less surely than other words for it."""


class WordsSaid(NamedTuple):
    """What words say: the meanings with their weights, the thing, and whether of another."""

    scores: dict[Field, float]
    thing: str = ""
    other: bool = False


def names_phone(folded: str) -> bool:
    """Whether folded words name a phone, whosever it is."""
    places = places_of_phrases(folded)
    return any(PHRASES[folded[start:end]] is Field.PHONE for start, end in places)


def without_owner(text: str) -> WordsSaid:
    """What a title would mean if it were the person's own."""
    words = _apart(spoken_words(text))
    kinds = [PHRASES[words[start:end]] for start, end in places_of_phrases(words)]
    own = [kind for kind in kinds if kind not in _OTHERS and kind is not Word.FILLER]
    return WordsSaid(*_meaning(own, "")) if own else WordsSaid({})


@lru_cache(8192)
def said_by_words(text: str) -> WordsSaid | None:
    """What the words of one text say; None when none is known."""
    bare = spoken_words(without_brackets(text))
    outside = _said_by(bare)
    whole = spoken_words(text) if "(" in text or "[" in text else bare
    bracket = len(whole.split()) - len(bare.split())
    inside = _said_by(whole) if 0 < bracket <= MOST_IN_BRACKETS else None
    if outside is None:
        return inside
    if inside and inside.other and not outside.other and OF_SOMEBODY & outside.scores.keys():
        return WordsSaid(of_another(outside.scores), outside.thing, other=True)
    return outside


def _said_by(folded: str) -> WordsSaid | None:
    words = without_number(_apart(folded))
    if not words or len(words.split()) > MOST_WORDS:
        return WordsSaid({}, "sentence") if words else None
    if _ADDRESS.fullmatch(words):
        return WordsSaid({Field.FULL_NAME: BY_ADDRESS, Field.GENDER: SOMEBODY_ELSE}, Word.ROLE)
    words = _ADDRESSED.sub("", words)
    words = _SOMEBODY.sub("nguoi phu trach", words)
    places = places_of_phrases(words)
    kinds = [PHRASES[words[start:end]] for start, end in places]
    ends = [0, *(end for _, end in places)]
    starts = [*(start for start, _ in places), len(words)]
    rest = " ".join(words[end:start] for end, start in zip(ends, starts, strict=True))
    unknown = sum(1 for word in rest.split() if not word.isdecimal())
    kinds = [kind for kind in kinds if kind is not Word.FILLER]
    # Words that only say when or how name nothing; nor do a few known ones among many.
    if not kinds or kinds[0] is Word.WHEN:
        return None
    before = len(words[: starts[0]].split())
    if unknown * 2 > len(words.split()) and (before or kinds[0] in _WEAK_ALONE):
        return None
    scores, thing = _meaning(kinds, words)
    # What stands before the thing may turn it round: "mẹ tên gì", "xe của ai".
    less = min(A_WORD_LESS * (unknown + before), MOST_LESS)
    scores = {each: score - less for each, score in scores.items()}
    other = bool(_OTHERS.intersection(kinds)) and bool(OF_SOMEBODY & scores.keys())
    return WordsSaid(of_another(scores) if other else scores, thing, other)


def _apart(folded: str) -> str:
    """The words, those taken apart that are known without their blanks: "hoten sv"."""
    return " ".join(_split(word) for word in folded.split())


def _split(word: str) -> str:
    if word in PHRASES or len(word) < 4:
        return word
    if word in GLUED:
        return GLUED[word]
    for cut in range(len(word) - 2, 1, -1):
        left, right = word[:cut], word[cut:]
        left = GLUED.get(left, left)
        right = GLUED.get(right, right)
        if left in PHRASES and right in PHRASES and len(word) > 4:
            return f"{left} {right}"
    return word


def of_another(scores: Mapping[Field, float]) -> dict[Field, float]:
    """The meanings of a column that is somebody else's: of the row only where it has nobody."""
    return {
        each: min(score, SOMEBODY_ELSE) if each is Field.FULL_NAME else score - WHOLE
        for each, score in scores.items()
    }


def _meaning(kinds: Sequence[Field | Word], words: str) -> tuple[dict[Field, float], str]:
    """The meanings by the kinds of words in their order, and the thing that is named."""
    if Word.SIGN in kinds:
        return {}, Word.SIGN
    head, rest = kinds[0], kinds[1:]
    if isinstance(head, Field):
        return _of_field(head, rest, words)
    reader = _READERS.get(head)
    return reader(rest, words) if reader else ({}, head)


def _of_field(
    head: Field, rest: Sequence[Field | Word], words: str
) -> tuple[dict[Field, float], str]:
    if head is Field.FULL_NAME:
        return _named(WORDS + 0.6), head
    if head is Field.LOGIN and _OF_A_BANK.intersection(rest):
        return {Field.NATIONAL_ID: WORDS}, Field.NATIONAL_ID
    if other := _other_thing(head, rest, words):
        return {}, other
    if head is Field.UNIT and Word.PLACE in rest:
        return {head: WORDS - 3.0}, head
    own = 0.3 if Word.OWN in rest else 0.0
    weaker = 2.5 if words.startswith(_WEAKER) else 0.0
    return {head: WORDS + own - weaker}, head


def _other_thing(head: Field, rest: Sequence[Field | Word], words: str) -> str:
    """What a title names that only begins like a field: "sinh tại", "department id"."""
    if head is Field.BIRTH and Word.PLACE in rest:
        return Word.PLACE
    if head is Field.UNIT and Word.CODE in rest and words.endswith((" id", " code")):
        return Word.CODE
    return OFFICE if head is Field.PHONE and is_of_office(words) else ""


def is_of_office(folded: str) -> bool:
    """Whether the words beside a phone say that it is the office's and not one's own."""
    return bool(OFFICE_NUMBER.search(folded)) and not OWN_NUMBER.search(folded)


def _named(score: float) -> dict[Field, float]:
    return {
        Field.FULL_NAME: score,
        Field.FAMILY_NAME: score - 1.5,
        Field.GIVEN_NAME: score - 2.0,
    }


def _after_name(rest: Sequence[Field | Word], words: str) -> tuple[dict[Field, float], str]:
    """ "Tên …": of a person, of a unit, or of something else."""
    which = rest[0] if rest else None
    if which is None:
        return {Field.FULL_NAME: 4.5, Field.GIVEN_NAME: 5.3, Field.FAMILY_NAME: 3.0}, Word.NAME
    if which in {Word.ROLE, Word.OTHER, Word.KIN, Field.FULL_NAME}:
        return _named(WORDS), Field.FULL_NAME
    if which is Field.UNIT:
        return {Field.UNIT: WORDS}, Field.UNIT
    if which is Field.LOGIN:
        return {Field.LOGIN: WORDS}, Field.LOGIN
    if which is Field.POSITION:
        return {Field.POSITION: WORDS}, Field.POSITION
    return {}, Word.NAME if which is Word.FILLER else str(which)


def _after_code(rest: Sequence[Field | Word], _words: str) -> tuple[dict[Field, float], str]:
    if not rest or rest[0] in {Word.ROLE, Word.CODE, Field.FULL_NAME}:
        return {Field.STAFF_CODE: WORDS, Field.LOGIN: 2.0}, Field.STAFF_CODE
    if rest[0] is Field.NATIONAL_ID:
        return {Field.NATIONAL_ID: WORDS}, Field.NATIONAL_ID
    if rest[0] in _OTHERS:
        return {Field.STAFF_CODE: WORDS}, Field.STAFF_CODE
    return {}, Word.CODE


def _after_role(rest: Sequence[Field | Word], _words: str) -> tuple[dict[Field, float], str]:
    """ "Giáo viên" above names is their column; "Student ID" is a code."""
    if rest and rest[0] in {Word.NAME, Field.FULL_NAME}:
        return _named(WORDS), Field.FULL_NAME
    if rest and rest[0] is Word.CODE:
        return {Field.STAFF_CODE: WORDS, Field.LOGIN: 2.0}, Field.STAFF_CODE
    if rest and isinstance(rest[0], Field):
        return {rest[0]: WORDS - 1.0}, rest[0]
    if rest and rest[0] in {Word.LEVEL, Word.COUNT, Word.MONEY, Word.DATE, Word.MATTER}:
        return {}, rest[0]
    return {Field.FULL_NAME: 3.0, Field.STAFF_TYPE: 1.0}, Word.ROLE


def _after_other(rest: Sequence[Field | Word], _words: str) -> tuple[dict[Field, float], str]:
    held = next((each for each in rest if isinstance(each, Field)), None)
    if held is not None:
        return {held: WORDS}, held
    if Word.CODE in rest:
        return {Field.STAFF_CODE: WORDS}, Field.STAFF_CODE
    return {Field.FULL_NAME: WORDS}, Field.FULL_NAME


def _after_date(rest: Sequence[Field | Word], words: str) -> tuple[dict[Field, float], str]:
    if Word.BORN in rest or Field.BIRTH in rest:
        return {Field.BIRTH: WORDS}, Field.BIRTH
    if any(isinstance(each, Field) for each in rest) or rest:
        return {}, Word.WHEN
    return ({Field.BIRTH: 1.0}, Word.DATE) if words in {"ngay", "nam"} else ({}, Word.DATE)


_READERS = {
    Word.NAME: _after_name,
    Word.CODE: _after_code,
    Word.ROLE: _after_role,
    Word.OTHER: _after_other,
    Word.KIN: _after_other,
    Word.DATE: _after_date,
}
