"""How alike two names are, and what separates them in words.

A variant (missing marks, i/y, one letter, a missing đệm …) needs a second field to mean the same
person. Names that differ in a tone are two names; only a shared phone makes them worth a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from models.matching.spelling import (
    Gap,
    anatomy,
    loose_syllable,
    one_edit_apart,
    syllable_form,
    syllable_gap,
)
from models.text.names import match_key, split_namesake_suffix

# fmt: off
FAMILY_NAMES = frozenset({
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đào", "đinh", "đoàn", "lâm", "trịnh", "mai", "trương", "vương",
    "tạ", "phùng", "cao", "tô", "lương", "hà", "thái", "châu", "quách", "lưu", "la", "lã",
    "kiều", "tăng", "chu", "nghiêm", "triệu", "đồng", "quang", "vi", "vy", "hứa", "giáp",
    "tống", "thân", "thiều", "trà", "tôn", "từ", "ông", "âu", "bạch", "bành", "bế", "biện",
    "ca", "cầm", "chử", "cù", "cung", "chung", "công", "diệp", "doãn", "đàm", "đậu", "đèo",
    "đới", "đường", "giang", "hầu", "hoa", "hán", "khổng", "khúc", "khương", "kha", "kim",
    "lại", "lều", "liễu", "lò", "lỗ", "lộ", "lục", "ma", "mạc", "mạch", "mã", "mẫn", "mông",
    "nhan", "nhâm", "ninh", "nông", "ôn", "phí", "phó", "phương", "quan", "quàng", "sái", "sầm",
    "sùng", "tán", "tào", "thạch", "thẩm", "thi", "thập", "tiêu", "tiết", "tòng", "tưởng", "ty",
    "uông", "ứng", "văn", "viên", "vòng", "xa", "yên", "giàng", "vàng", "hạ", "mùa", "lầu", "cứ",
})
# fmt: on


NAMES_REMEMBERED = 1 << 12
TONE = "họ tên khác dấu thanh"


class Likeness(IntEnum):
    """How much else must agree for two names to be worth a thought."""

    FAR = 0
    PHONE_NEEDED = 1
    SECOND_FIELD_NEEDED = 2
    MARKS_ONLY = 3
    EQUAL = 4


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name taken apart. `words` and `loose_words` run alike; `suffix` tells namesakes apart."""

    words: tuple[str, ...]
    loose_words: tuple[str, ...]
    form: str
    suffix: str
    unmarked: bool


@dataclass(frozen=True, slots=True)
class NameVerdict:
    """The likeness and, unless the names are equal or far apart, what separates them."""

    likeness: Likeness
    reason: str = ""


EQUAL = NameVerdict(Likeness.EQUAL, "cùng họ tên")
FAR = NameVerdict(Likeness.FAR, "họ tên khác hẳn nhau")

_OF_ONE_KIND = {
    frozenset({Gap.LETTER}): (Likeness.SECOND_FIELD_NEEDED, "họ tên khác một chữ cái"),
    frozenset({Gap.SHORTENED}): (Likeness.SECOND_FIELD_NEEDED, "họ tên viết tắt"),
    frozenset({Gap.TONE}): (Likeness.PHONE_NEEDED, TONE),
}
_OF_MANY_KINDS = Likeness.PHONE_NEEDED, "họ tên khác nhiều chỗ"


def name_form(name_key: str) -> str:
    """Equal for one name however its tones were placed; the namesake suffix is left out."""
    bare = name_key if name_key[-1:].isalpha() else split_namesake_suffix(name_key)[0]
    if "." in bare:
        bare = bare.replace(".", ". ")
    return " ".join([syllable_form(word) for word in bare.split()])


@lru_cache(NAMES_REMEMBERED)
def written_name(name_key: str) -> WrittenName:
    """Take the match key of a name apart."""
    bare, suffix = split_namesake_suffix(name_key)
    words = tuple(bare.replace(".", ". ").split())
    return WrittenName(
        words=words,
        loose_words=tuple(map(loose_syllable, words)),
        form=" ".join(map(syllable_form, words)),
        suffix=match_key(suffix),
        unmarked=all(anatomy(word).form == anatomy(word).plain for word in words),
    )


def compare_names(a: WrittenName, b: WrittenName) -> NameVerdict:
    """How alike two names are, without their suffixes. Symmetric."""
    if a.form == b.form:
        return EQUAL
    if len(a.words) == len(b.words):
        verdict = _word_by_word(a, b)
        return verdict if verdict is not FAR else _swapped_or_misspelt(a, b)
    if _without_spaces(a) == _without_spaces(b):
        return NameVerdict(Likeness.SECOND_FIELD_NEEDED, "chỉ khác khoảng trắng trong họ tên")
    return _words_missing(*sorted((a, b), key=lambda name: len(name.words)))


def one_word_apart(a: WrittenName, b: WrittenName) -> bool:
    """Whether all words but one are the same."""
    pairs = zip(form_words(a), form_words(b), strict=False)
    return len(a.words) == len(b.words) and sum(one != other for one, other in pairs) == 1


def _word_by_word(a: WrittenName, b: WrittenName) -> NameVerdict:
    gaps = [syllable_gap(one, other) for one, other in zip(a.words, b.words, strict=True)]
    apart = [at for at, found in enumerate(gaps) if found is not Gap.NONE]
    kinds = {gaps[at] for at in apart}
    if Gap.FAR in kinds or gaps[-1] is Gap.SHORTENED or gaps.count(Gap.LETTER) > 1:
        return FAR
    pairs = ", ".join(_pair(a.words[at], b.words[at]) for at in apart)
    if kinds <= {Gap.MARKS_LACKING, Gap.TONE_LACKING, Gap.I_OR_Y}:
        return _without_marks(a, b, apart, gaps, pairs)
    likeness, words = _OF_ONE_KIND.get(frozenset(kinds), _OF_MANY_KINDS)
    return NameVerdict(likeness, f"{words}: {pairs}")


def _without_marks(
    a: WrittenName, b: WrittenName, apart: Sequence[int], gaps: Sequence[Gap], pairs: str
) -> NameVerdict:
    """Marks left out. One tone left out of a name written with its marks is another tone."""
    if all(gaps[at] is Gap.I_OR_Y for at in apart):
        return NameVerdict(Likeness.MARKS_ONLY, f"chỉ khác i và y: {pairs}")
    lacking = [at for at in apart if gaps[at] is not Gap.I_OR_Y]
    if not (a.unmarked or b.unmarked):
        if len(lacking) == 1:
            return _one_word_without_marks(a, b, lacking[0], gaps[lacking[0]], pairs)
        if len({_barer(a.words[at], b.words[at]) == a.words[at] for at in lacking}) > 1:
            return NameVerdict(Likeness.PHONE_NEEDED, f"họ tên khác dấu ở nhiều chữ: {pairs}")
    return NameVerdict(Likeness.MARKS_ONLY, f"họ tên thiếu dấu: {pairs}")


def _one_word_without_marks(
    a: WrittenName, b: WrittenName, at: int, found: Gap, pairs: str
) -> NameVerdict:
    if found is Gap.TONE_LACKING and not (at == 0 and _mark_lost_from_family_name(a, b)):
        return NameVerdict(Likeness.PHONE_NEEDED, f"{TONE}: {pairs}")
    return NameVerdict(Likeness.SECOND_FIELD_NEEDED, f"họ tên thiếu dấu: {pairs}")


def _mark_lost_from_family_name(a: WrittenName, b: WrittenName) -> bool:
    return (a.words[0] in FAMILY_NAMES) != (b.words[0] in FAMILY_NAMES)


def _swapped_or_misspelt(a: WrittenName, b: WrittenName) -> NameVerdict:
    """The other order ("An Nguyễn Văn"), or a wrong letter in a name without marks."""
    if _is_rotation(form_words(a), form_words(b)):
        return NameVerdict(Likeness.SECOND_FIELD_NEEDED, "đảo thứ tự họ và tên")
    if not (a.unmarked or b.unmarked):
        return FAR
    if _is_rotation(a.loose_words, b.loose_words):
        return NameVerdict(Likeness.PHONE_NEEDED, "đảo thứ tự họ và tên, thiếu dấu")
    pairs = [pair for pair in zip(a.loose_words, b.loose_words, strict=True) if len(set(pair)) > 1]
    if len(pairs) == 1 and one_edit_apart(*pairs[0]) and min(map(len, pairs[0])) > 1:
        return NameVerdict(Likeness.PHONE_NEEDED, "họ tên thiếu dấu và khác một chữ cái")
    return FAR


def _words_missing(short: WrittenName, full: WrittenName) -> NameVerdict:
    forms = form_words(short), form_words(full)
    if len(short.words) >= 2 and _ends_alike(*forms) and _is_part(*forms):
        missing = " ".join(_missing(*forms, full.words))
        return NameVerdict(Likeness.SECOND_FIELD_NEEDED, f"thiếu đệm “{_shown(missing)}”")
    if len(short.words) >= 2 and forms[1][-len(forms[0]) :] == forms[0]:
        return NameVerdict(Likeness.PHONE_NEEDED, "thiếu họ")
    if len(short.words) == 2 and _ends_alike(forms[0][::-1], forms[1]):
        return NameVerdict(Likeness.PHONE_NEEDED, "đảo thứ tự họ và tên, thiếu đệm")
    loose_words = short.loose_words, full.loose_words
    unmarked = short.unmarked or full.unmarked
    if unmarked and len(short.words) >= 2 and _ends_alike(*loose_words) and _is_part(*loose_words):
        return NameVerdict(Likeness.PHONE_NEEDED, "thiếu đệm và thiếu dấu")
    return FAR


def _without_spaces(name: WrittenName) -> tuple[str, str]:
    taken = [anatomy(word) for word in name.words]
    return "".join(each.letters for each in taken), "".join(each.tone for each in taken)


def form_words(name: WrittenName) -> tuple[str, ...]:
    """The words of a name with their tones at the end, for comparing."""
    return tuple(name.form.split(" "))


def _is_rotation(one: Sequence[str], other: Sequence[str]) -> bool:
    return sorted(one) == sorted(other) and any(
        (*one[at:], *one[:at]) == tuple(other) for at in range(1, len(one))
    )


def _ends_alike(short: Sequence[str], full: Sequence[str]) -> bool:
    return short[0] == full[0] and short[-1] == full[-1]


def _is_part(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


def _missing(short: Sequence[str], full: Sequence[str], shown: Sequence[str]) -> list[str]:
    """The shown words of `full` that `short` lacks."""
    at, missing = 0, list[str]()
    for word, as_shown in zip(full, shown, strict=True):
        if at < len(short) and short[at] == word:
            at += 1
        else:
            missing.append(as_shown)
    return missing


def _barer(one: str, other: str) -> str:
    """The one of two words that carries fewer marks."""
    return min(one, other, key=lambda word: (_marks(word), word))


def _marks(word: str) -> int:
    taken = anatomy(word)
    hats = sum(a != b for a, b in zip(taken.letters, taken.plain, strict=False))
    return hats + len(taken.tone)


def _pair(one: str, other: str) -> str:
    first = _barer(one, other)
    return f"“{_shown(first)}” và “{_shown(other if first == one else one)}”"


def _shown(words: str) -> str:
    return " ".join(word.capitalize() for word in words.split())
