"""Finding out, for a whole column, in which old encoding it was typed.

One name cannot tell: `Hoà` is a name and also what VNI writes for Hồ. So the words of a column
are weighed together: an encoding is believed when it turns words that cannot be Vietnamese into
words that are. Cells that hold letters only Unicode has are never evidence and never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.text.legacy.codec import (
    ENCODING_NAMES,
    OLD_ENCODINGS,
    ONLY_UNICODE,
    VIETNAMESE_LETTERS,
    LegacyEncoding,
    decode_legacy,
    encoding_of_font,
    font_draws_capitals,
    words_of,
)
from models.text.legacy.twice import how_many_mended
from models.text.names import storage_form
from models.text.syllables import is_plain_syllable, is_syllable

_NEW_WORDS_NEEDED = 3
_NEW_WORDS_NEEDED_WITH_FONT = 1
_MOST_UNICODE = 4
_MOST_WORDS_WEIGHED = 4000
_MEASURE = re.compile("[kcdm]?m[²³]")
_MAYBE_UNICODE = VIETNAMESE_LETTERS | set("\u0300\u0301\u0303\u0309\u0323")


TWICE = "Có {count} ô là văn bản Unicode bị mã hóa hai lần; đọc lại thì đúng tiếng Việt."


@dataclass(frozen=True, slots=True)
class Detection:
    """What a column was typed in; `encoding` is None when it should be left as it is.

    `confidence` lies between 0 and 1, `why` is for the officer, `capitals` says that most of
    the fonts drew small letters as capitals, `code_page` that the bytes were read through the
    Vietnamese Windows code page (1258). Hand both to `convert`.
    """

    encoding: LegacyEncoding | None
    confidence: float
    why: str
    capitals: bool = False
    code_page: bool = False


@dataclass(slots=True)
class _Words:
    """Distinct words to weigh, plain words beside them, and how many cells are surely Unicode."""

    accented: dict[str, None] = field(default_factory=dict)
    plain: dict[str, None] = field(default_factory=dict)
    unicode_cells: int = 0
    other_cells: int = 0


@dataclass(frozen=True, slots=True)
class _Weight:
    """How an encoding reads the words: changed by it, then valid, newly valid, spoilt.

    `strange`: words that are no Vietnamese either way.

    `mixed_up`: words with ă, đ, ơ, ư or loose marks that only make sense when decoded. They may
    be abbreviations ("CĐ"), so they never decide; they tell the code page of a decided column.
    """

    encoding: LegacyEncoding
    changed: int
    strange: int
    valid: int
    gained: int
    spoilt: int
    mixed_up: int

    def convinces(self, needed: int) -> bool:
        return (
            self.gained >= needed
            and (self.gained >= _NEW_WORDS_NEEDED or not self.strange)
            and self.valid >= 0.85 * self.changed
            and self.gained >= 0.5 * self.changed
            and self.spoilt <= 0.05 * self.changed
        )


def detect(samples: Sequence[str], fonts: Sequence[str] = ()) -> Detection:
    """Decide for the cells of one column; `fonts` are the names of its cells' fonts, a hint."""
    if twice := how_many_mended(samples):
        return Detection(LegacyEncoding.TWICE, 1.0, TWICE.format(count=twice))
    words = _words(samples)
    if not words.accented or words.unicode_cells > _MOST_UNICODE * words.other_cells:
        return Detection(None, 1.0, _nothing_to_read(words.unicode_cells))
    hinted = _hint(fonts)
    if not hinted and not _is_vietnamese(words.plain):
        return Detection(None, 0.9, "Cột này không giống văn bản tiếng Việt dùng phông chữ cũ.")
    weights = [_weigh(encoding, words.accented) for encoding in OLD_ENCODINGS]
    convincing = [
        weight
        for weight in weights
        if weight.convinces(
            _NEW_WORDS_NEEDED_WITH_FONT if weight.encoding is hinted else _NEW_WORDS_NEEDED
        )
    ]
    best = _clear_winner(convincing, hinted)
    if best is None:
        return Detection(None, 0.8 if not convincing else 0.5, _why_not(convincing))
    capitals = sum(map(font_draws_capitals, fonts)) * 2 > len(fonts)
    by_font = best.encoding is hinted
    return Detection(
        best.encoding,
        _confidence(best, by_font),
        _why(best, by_font),
        capitals,
        best.mixed_up > 0,
    )


def _words(samples: Iterable[str]) -> _Words:
    words = _Words()
    for text in samples:
        if text.isascii():
            continue
        if ONLY_UNICODE.search(text):
            words.unicode_cells += 1
            continue
        words.other_cells += 1
        for word in words_of(text):
            if word.isascii():
                words.plain[word] = None
            elif _may_tell(word) and len(words.accented) < _MOST_WORDS_WEIGHED:
                words.accented[word] = None
    return words


def _may_tell(word: str) -> bool:
    return len(word) > 1 and not _MEASURE.fullmatch(word)


def _hint(fonts: Iterable[str]) -> LegacyEncoding | None:
    hints = Counter(filter(None, map(encoding_of_font, fonts)))
    return hints.most_common(1)[0][0] if hints else None


def _is_vietnamese(plain: Iterable[str]) -> bool:
    """Words without marks must look Vietnamese too, or the column holds another language."""
    words = [word for word in plain if word.isalpha() and len(word) > 1 and not word.isupper()]
    return len(words) < 4 or 2 * sum(map(is_plain_syllable, words)) >= len(words)


def _weigh(encoding: LegacyEncoding, words: Iterable[str]) -> _Weight:
    changed = strange = valid = gained = spoilt = mixed_up = 0
    for word in words:
        decoded = decode_legacy(word, encoding)
        was_valid = is_syllable(storage_form(word))
        is_valid = is_syllable(decoded)
        strange += not was_valid and not is_valid
        if not was_valid and not _MAYBE_UNICODE.isdisjoint(word):
            mixed_up += is_valid
            continue
        if decoded == word:
            continue
        changed += 1
        valid += is_valid
        gained += is_valid and not was_valid
        spoilt += was_valid and not is_valid
    return _Weight(encoding, changed, strange, valid, gained, spoilt, mixed_up)


def _clear_winner(convincing: Sequence[_Weight], hinted: LegacyEncoding | None) -> _Weight | None:
    ranked = sorted(
        convincing, key=lambda weight: (weight.encoding is hinted, weight.gained), reverse=True
    )
    if len(ranked) > 1 and ranked[0].encoding is not hinted:
        return ranked[0] if ranked[1].gained < ranked[0].gained else None
    return ranked[0] if ranked else None


def _confidence(weight: _Weight, by_font: bool) -> float:
    enough = min(1.0, weight.gained / 8)
    share = weight.valid / weight.changed
    return round(share * (0.9 + 0.1 * enough if by_font else 0.6 + 0.4 * enough), 2)


def _why(weight: _Weight, by_font: bool) -> str:
    name = ENCODING_NAMES[weight.encoding]
    font = " Tên phông chữ trong tệp cũng cho thấy điều đó." if by_font else ""
    return (
        f"Đọc theo bảng mã {name} thì {weight.valid}/{weight.changed} từ có dấu là tiếng Việt "
        f"đúng; để nguyên thì chỉ {weight.valid - weight.gained}/{weight.changed} từ.{font}"
    )


def _why_not(convincing: Sequence[_Weight]) -> str:
    if convincing:
        names = " và ".join(ENCODING_NAMES[weight.encoding] for weight in convincing)
        return f"Cột này có thể đọc theo {names}; cần người dùng chọn."
    return "Không thấy dấu hiệu của bảng mã cũ; để nguyên."


def _nothing_to_read(unicode_cells: int) -> str:
    if unicode_cells:
        return "Văn bản đã là Unicode; không chuyển đổi."
    return "Cột này không có chữ có dấu; không cần chuyển đổi."
