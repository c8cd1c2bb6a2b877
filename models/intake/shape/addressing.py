"""Words before a name: titles that are sure, and those that may be a family name as well.

"Ông", "Bà", "Cô" and the like are judged by the whole column: by what follows them in all its
cells. Before "Nguyễn Văn An" such a word is a title; before "Ích Khiêm" and "Thị Thế Lam" it is
the family name. Before "Kim Anh" it is a title only where the column addresses its people so;
where nobody else has a title it stays, and is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from models.intake.shape.looks import PLAIN_SURNAMES, SURNAMES, is_person
from models.records import Gender
from models.text.names import match_key
from models.text.syllables import is_syllable

# A word is a title only where it ends: Công, Bàng and Bàn are surnames.
_SURE = re.compile(
    r"^(?:(?P<sure>(?:đồng chí|mrs|mr|ms)\b|đ/c)|(?:ông|anh)\s*(?:/\s*|\()(?:bà|chị)\)?"
    r"|(?:gs|pgs|ts|ths|th\.s|bs|ks|cn|ds|đd|bscki|bsckii|nsưt)(?=\.)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)\b|(?:thượng|trung|hạ) (?:sĩ|sỹ)\b"
    r"|(?:bác|y|dược|tiến|thạc) (?:sĩ|sỹ)\b|(?:kỹ|kĩ) sư\b|cử nhân\b"
    # Without a full stop only what has no vowel, or is written in a way of its own, is no name.
    r"|(?-i:PGS|GS|TS|ThS|THS|Ths|BS|KS|CN|DS|ĐD|BSCKI|BSCKII|CKI|CKII|GV|NV|CB|HT|PHT)\b"
    r"|(?:đoàn|đảng|giáo|nhân|hội) viên\b"
    r"|(?-i:Th\.[sS]|TH\.S))[\s.:]*(?=\w)",
    re.IGNORECASE,
)
_GENDERS = {
    "ông": Gender.MALE, "thầy": Gender.MALE, "anh": Gender.MALE, "chú": Gender.MALE,
    "bà": Gender.FEMALE, "cô": Gender.FEMALE, "chị": Gender.FEMALE,
    "bác": None, "cụ": None, "em": None, "giáo": None,
}  # fmt: skip
"""The words that the column judges, and the gender that they tell as titles."""

_SURE_GENDERS = {"mr": Gender.MALE, "ms": Gender.FEMALE, "mrs": Gender.FEMALE}
_UNMARKED = {"ong": "ông", "thay": "thầy", "anh": "anh", "ba": "bà", "co": "cô", "chi": "chị"}
_WORD = re.compile(r"^([^\W\d_]+)(?:\s+giáo(?=\s))?[\s.:]+(?=\w)", re.IGNORECASE)
_REAL_FAMILY = "ông"
"""The one among the words that many people bear as a family name."""

_PLAINLY_FAMILY = frozenset({
    "nguyễn", "trần", "lê", "phạm", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "lí", "đoàn", "đinh", "trịnh", "đào", "lương", "lưu", "tạ", "tô", "phùng",
    "trương", "vương", "quách", "kiều", "tống", "đàm", "nghiêm", "nông", "lò", "hứa", "khổng",
    "doãn", "đậu", "tăng", "tôn", "chử", "giáp", "vi", "bế", "lục", "thân", "ninh", "triệu", "lã",
    "uông", "mạc",
})  # fmt: skip
"""Family names that hardly anybody has as a middle name."""

_PLAINLY_FAMILY_UNMARKED = frozenset({
    "nguyen", "tran", "le", "pham", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
    "duong", "ly", "doan", "dinh", "trinh", "dao", "luong", "luu", "ta", "to", "phung", "truong",
    "vuong", "quach", "kieu", "tong", "dam", "nghiem", "nong", "lo", "hua", "khong", "dau",
})  # fmt: skip
_MIDDLES = frozenset({"thị", "văn", "thi", "van"})
_OF_THE_HIGHLANDS = frozenset({"y", "a", "h", "k"})


HABIT = 4
"""Titles are a habit of a column when one name in so many has one."""


class _Rest(Enum):
    """What stands behind the word."""

    FULL_NAME = "a whole name with a family name of its own"
    PERHAPS = "a name that begins with what may be a family name or a middle name"
    NO_FAMILY = "two words or more without a family name"
    GIVEN = "one word"


class NamesColumn(NamedTuple):
    """What a column says of its words: which are `family` names, and whether people are
    addressed in it by titles."""

    family: frozenset[str] = frozenset()
    titled: bool = False


ALONE = NamesColumn()


class Bared(NamedTuple):
    """A name without its titles. `told` is a Vietnamese sentence about a word that was open;
    `given_only` when a title stands before a given name, which is no whole name."""

    text: str
    gender: Gender | None = None
    told: str = ""
    given_only: bool = False


def names_column_of(texts: Sequence[str], others: int = 0) -> NamesColumn:
    """What all cells of a column together say of the words before its names.

    `others` are names without such a word: where they are many, nobody is addressed by a title.
    """
    counted: dict[_Rest, Counter[str]] = {each: Counter() for each in _Rest}
    for text in texts:
        if (found := _address(_without_sure(text)[0])) is not None:
            word, rest = found
            counted[_rest_of(rest)][word] += 1
    whole, bare = counted[_Rest.FULL_NAME], counted[_Rest.NO_FAMILY]
    addressed = sum(each.total() for each in counted.values())
    habit = whole.total() * HABIT >= addressed + others
    everybody = not others and len(whole | counted[_Rest.PERHAPS]) > 1
    titled = (habit and whole.total() > bare.total()) or (everybody and not bare)
    family = {word for word, count in bare.items() if count >= 2 and not whole[word]}
    if bare[_REAL_FAMILY] > whole[_REAL_FAMILY]:
        family.add(_REAL_FAMILY)
    return NamesColumn(frozenset(family), titled)


def without_titles(text: str, column: NamesColumn = ALONE) -> Bared:
    """The text behind its titles, as the column tells titles from family names."""
    text, gender = _without_sure(text)
    found = _address(text)
    if found is None:
        return Bared(text, gender)
    word, rest = found
    kind = _rest_of(rest)
    if kind is _Rest.FULL_NAME or _is_title(word, rest, kind, column):
        behind, more = _without_sure(rest)
        told = "" if kind in (_Rest.FULL_NAME, _Rest.PERHAPS) else _taken_off(text, rest)
        return Bared(behind, gender or _GENDERS[word] or more, told)
    if kind is _Rest.GIVEN and not _is_family(word, column):
        return Bared(text, gender, given_only=True)
    sure = word in column.family or word == _REAL_FAMILY
    quiet = sure and not column.titled and kind is not _Rest.PERHAPS
    return Bared(text, gender, "" if quiet else _kept(text))


def begins_like_title(name: str) -> bool:
    """Whether a name begins with a word that may be a title or a family name."""
    return _address(name) is not None


def is_whole_name(text: str) -> bool:
    """Whether a text is a name that begins with what is plainly a family name."""
    return _rest_of(text) is _Rest.FULL_NAME and is_person(text)


def _is_title(word: str, rest: str, kind: _Rest, column: NamesColumn) -> bool:
    if kind is _Rest.GIVEN or word in column.family:
        return False
    if not column.titled:
        return False
    if kind is _Rest.PERHAPS:
        return True
    return word != _REAL_FAMILY and rest.split(maxsplit=1)[0].lower() not in _MIDDLES


def _is_family(word: str, column: NamesColumn) -> bool:
    return word in column.family or (word == _REAL_FAMILY and not column.titled)


def _without_sure(text: str) -> tuple[str, Gender | None]:
    gender: Gender | None = None
    while (title := _SURE.match(text)) and len(text[title.end() :].split()) > 1:
        text = text[title.end() :]
        gender = gender or _SURE_GENDERS.get((title["sure"] or "").lower())
    return text, gender


def _address(text: str) -> tuple[str, str] | None:
    """The word that a column has to judge, and what follows it."""
    found = _WORD.match(text)
    if found is None:
        return None
    word, rest = found[1].lower(), text[found.end() :]
    if text.isascii():
        word = _UNMARKED.get(word, "")
        if word != "ông" and _rest_of(rest) is not _Rest.FULL_NAME:
            return None
    return (word, rest) if word in _GENDERS and rest else None


def _rest_of(rest: str) -> _Rest:
    words = match_key(_without_sure(rest)[0]).replace("'", " ").split()
    if len(words) < 2:
        return _Rest.GIVEN
    first, plain = words[0], rest.isascii()
    if first in (_PLAINLY_FAMILY_UNMARKED if plain else _PLAINLY_FAMILY):
        return _Rest.FULL_NAME
    foreign = not plain and not all(map(is_syllable, filter(str.isalpha, words)))
    if foreign or first in _OF_THE_HIGHLANDS:
        return _Rest.FULL_NAME
    if first in _MIDDLES or first not in (PLAIN_SURNAMES if plain else SURNAMES):
        return _Rest.NO_FAMILY
    return _Rest.FULL_NAME if len(words) > 2 and words[1] in _MIDDLES else _Rest.PERHAPS


def _kept(text: str) -> str:
    word = text.split(maxsplit=1)[0]
    return f"“{word}” ở đây được hiểu là họ; nếu là danh xưng thì hãy bỏ chữ này đi."


def _taken_off(text: str, rest: str) -> str:
    word = text.split(maxsplit=1)[0]
    return f"“{word}” được hiểu là danh xưng; “{rest}” có thể còn thiếu họ, hãy xem lại."
