"""What one cell may be, whatever stands above it: each kind is one bit."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from models.intake.grid import Cell
from models.intake.shape.addressing import without_titles
from models.intake.shape.beside_names import bare_name
from models.intake.shape.boxes import has_box, ticked_words
from models.intake.shape.cells import read_gender, read_score, read_staff_type
from models.intake.shape.evidence.given import is_given
from models.intake.shape.looks import (
    POSTS,
    UNIT_WORDS,
    is_date,
    is_email,
    is_identity_number,
    is_person,
    is_phone,
)
from models.intake.shape.statuses import is_mark
from models.text.names import search_fold

FIRST_BIRTH, LAST_BIRTH = 1930, 2020
OLDEST, YOUNGEST = 1940, 2012
LONG = 9
SHORT = 40
"""Letters of the longest mark, kind of staff, kinship or date in words."""


class Trait:
    """What a cell may be: plain bits, for they are counted by the ten thousand."""

    PERSON = 1
    SYLLABLE = 1 << 1
    GIVEN = 1 << 2
    PHONE = 1 << 3
    DIGITS = 1 << 4
    DATE = 1 << 5
    BIRTH = 1 << 6
    EMAIL = 1 << 7
    IDENTITY = 1 << 8
    NUMBER = 1 << 9
    SMALL = 1 << 10
    CODE = 1 << 11
    GENDER = 1 << 12
    STAFF = 1 << 13
    UNIT = 1 << 14
    POSITION = 1 << 15
    MARK = 1 << 16
    WORDS = 1 << 17
    LONG = 1 << 18
    ADDRESS = 1 << 19
    SCORE = 1 << 20
    KIN = 1 << 21
    DAY = 1 << 22
    MONTH = 1 << 23
    ONE_WORD = 1 << 24
    BODY = 1 << 25


_ANYTHING = re.compile(r"[^\W_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"[/.\- ](\d\d)\s*$")
_CODE = re.compile(r"(?=[^\s@]*\d)[A-Za-zĐ0-9][A-Za-zĐ0-9./_-]{2,19}")
_LOOSE_PHONE = re.compile(r"\+?[\d*xX]{8,12}")
_NOISE = re.compile(r"[\s.\-()\u00a0]+")
_ADDRESS = re.compile(
    r"^(?:số |so )?\d+\S*[ ,/].*(?:đường|phố|ngõ|ngách|hẻm|thôn|xã|phường|quận|huyện|ấp|khóm|tổ)\b"
    r"|,.*(?:xã|phường|quận|huyện|thị trấn|tỉnh|thành phố|tp)\b|(?:thôn|tổ|ấp|khu phố|xóm).*,",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thành phố|tp\.?|thị xã|sở|bộ|cục|chi cục"
    r"|tổng cục|ủy ban|uỷ ban|hội đồng|công ty|tập đoàn|ngân hàng|bệnh viện|đại học|học viện)\s",
    re.IGNORECASE,
)
"""Names of places and bodies that are no units of a commune, and no people."""

KIN = frozenset(
    {
        "con", "vo", "chong", "bo", "me", "cha", "chau", "ong", "ba", "anh", "chi", "em", "chu ho",
        "con trai", "con gai", "con de", "bo de", "me de", "bo vo", "me vo", "bo chong", "me chong",
        "ong noi", "ba noi", "ong ngoai", "ba ngoai", "em trai", "em gai", "anh trai", "chi gai",
        "chau noi", "chau ngoai", "con re", "con dau", "than nhan", "phu huynh", "con ruot",
        "cha ruot", "me ruot", "anh ruot", "chi ruot", "em ruot", "vo chong", "bo me",
    }
)  # fmt: skip
"""How relatives are called, folded."""


def cell_kinds(cell: Cell) -> int:
    """The kinds of a cell that holds something."""
    if isinstance(cell, bool):
        return Trait.MARK
    if isinstance(cell, date):
        plausible = OLDEST <= cell.year <= YOUNGEST
        return Trait.DATE | (Trait.BIRTH if plausible else 0)
    if isinstance(cell, str):
        return _of_text(cell)
    return _of_number(cell) if cell is not None else 0


@lru_cache(65536)
def _of_number(value: int | float) -> int:
    kinds = Trait.NUMBER
    whole = float(value).is_integer()
    if 0 <= value < 1000:
        kinds |= Trait.SMALL
    if whole and 1 <= value <= 31:
        kinds |= Trait.DAY | (Trait.MONTH if value <= 12 else 0)
    if whole and FIRST_BIRTH <= value <= LAST_BIRTH:
        kinds |= Trait.DATE | (Trait.BIRTH if OLDEST <= value <= YOUNGEST else 0)
    if whole and value >= 1000:
        kinds |= Trait.CODE
    if value in {0, 1}:
        kinds |= Trait.MARK
    if 0 <= value <= 1000:
        kinds |= Trait.SCORE
    return kinds | _of_digits(str(int(value)) if whole else "", value)


def _of_digits(digits: str, cell: Cell) -> int:
    if len(digits) < 8:
        return 0
    kinds = 0
    if is_phone(cell) and not (digits[0] == "2" and len(digits) == 10):
        kinds |= Trait.PHONE
    if is_identity_number(cell):
        kinds = Trait.IDENTITY
    return kinds | (Trait.DIGITS if len(digits) <= 12 else 0)


@lru_cache(65536)
def _of_text(text: str) -> int:
    said = ticked_words(text) if has_box(text) else text
    bare = said.replace("\u00a0", " ").strip(" \t\n'")
    if not _ANYTHING.search(bare):
        return 0
    if bare[0].isdigit() or bare[0] in "+(*":
        return _of_numeric_text(bare)
    kinds = 0
    words = bare.split()
    if is_email(bare):
        return Trait.EMAIL | Trait.ONE_WORD
    if len(words) > 1 and (is_person(bare) or is_person(without_titles(bare_name(bare)).text)):
        kinds |= Trait.PERSON
    if len(words) == 1:
        kinds |= _of_one_word(bare)
    elif len(words) <= 3 and all(map(is_given, words)):
        kinds |= Trait.GIVEN
    more = _of_words(bare, len(words))
    return (kinds & ~Trait.PERSON if more & Trait.BODY else kinds) | more


def _of_one_word(word: str) -> int:
    kinds = Trait.ONE_WORD
    if word.isalpha() and len(word) <= 7:
        kinds |= Trait.SYLLABLE
        if is_given(word):
            kinds |= Trait.GIVEN
    if _CODE.fullmatch(word):
        kinds |= Trait.CODE
    return kinds


def _of_words(bare: str, count: int) -> int:
    kinds = Trait.WORDS
    if count >= LONG:
        kinds |= Trait.LONG
    key = search_fold(bare)
    if len(bare) <= SHORT:
        kinds |= _of_short_words(bare, key)
    if UNIT_WORDS.match(key):
        kinds |= Trait.UNIT
    if _BODY.match(bare):
        kinds |= Trait.BODY
    if POSTS.match(key):
        kinds |= Trait.POSITION
    if _ADDRESS.search(bare):
        kinds |= Trait.ADDRESS
    return kinds


def _of_short_words(bare: str, key: str) -> int:
    """What only a short text can be."""
    kinds = 0
    if len(bare) <= len("Female") and read_gender(bare):
        kinds |= Trait.GENDER
    if read_staff_type(bare):
        kinds |= Trait.STAFF
    if is_mark(bare):
        kinds |= Trait.MARK
    if key in KIN:
        kinds |= Trait.KIN
    if is_date(bare):
        kinds |= Trait.DATE | Trait.BIRTH
    return kinds


def _of_numeric_text(bare: str) -> int:
    kinds = 0
    squeezed = _NOISE.sub("", bare)
    if squeezed.isdecimal():
        kinds |= Trait.NUMBER
        if len(squeezed) < 4:
            kinds |= Trait.SMALL | Trait.SCORE
        if len(squeezed) <= 2 and 1 <= int(squeezed) <= 31:
            kinds |= Trait.DAY | (Trait.MONTH if int(squeezed) <= 12 else 0)
        if len(squeezed) >= 4:
            kinds |= Trait.CODE
    if is_date(bare):
        return kinds | Trait.DATE | (Trait.BIRTH if _is_birth(bare) else 0)
    if is_phone(bare) and not (squeezed[0] == "2" and len(squeezed) == 10):
        kinds |= Trait.PHONE
    if is_identity_number(bare):
        return (kinds & ~Trait.PHONE) | Trait.IDENTITY | Trait.DIGITS
    if _LOOSE_PHONE.match(squeezed):
        kinds |= Trait.DIGITS
    if _CODE.fullmatch(bare):
        kinds |= Trait.CODE
    if read_score(bare) is not None:
        kinds |= Trait.SCORE
    return kinds | _of_words(bare, len(bare.split())) if not kinds & Trait.NUMBER else kinds


def _is_birth(text: str) -> bool:
    if found := _YEAR.search(text):
        return OLDEST <= int(found[0]) <= YOUNGEST
    short = _SHORT_YEAR.search(text)
    return bool(short) and not 15 <= int(short[1] if short else 0) <= 39
