"""Names as people write them: the form that is stored and the keys by which they are found.

`storage_form` keeps what was typed and mends only what no eye can see. The keys are for
comparing and searching; they are never shown and never replace a name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from models.text.hyphens import plain_hyphens
from models.text.patterns import later

WORDS_REMEMBERED = 1 << 15
TEXTS_REMEMBERED = 1 << 13

APOSTROPHES = "'’‘ʼʻ`´′＇"
_SAME_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
_CLEAN = later(
    f"[A-Za-z{VOWELS}{VOWELS.upper()}đĐ0-9'()./-]+"
    f"(?: [A-Za-z{VOWELS}{VOWELS.upper()}đĐ0-9'()./-]+)*"
)

ONLY_WORDS = later(f"[A-Za-z{VOWELS}{VOWELS.upper()}đĐ]+(?: [A-Za-z{VOWELS}{VOWELS.upper()}đĐ]+)*")
"""Most names: words of Vietnamese letters with single spaces between them, and nothing else."""

# U+0085 is left alone on purpose: in VISCII and VPS text it is a letter. So is U+00AD in TCVN3.
_SPACES = later("[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = later("[\x00-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_LOOKALIKE_D = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_MARK_RUN = later("[\u0300\u0301\u0302\u0303\u0306\u0309]{2,}")
_HATS = "\u0302\u0306"

# Open syllables oa, oe, uy that carry their tone on the last letter (new style); not after q.
_NEW_STYLE_TONE = later("(?<!q)(?:o[àảãáạ]|o[èẻẽéẹ]|u[ỳỷỹýỵ])(?![^\\W\\d_]|[\u00ad\u0300-\u036f])")
_OLD_STYLE = {
    first + last: toned + plain
    for first, plain, toned_firsts, lasts in (
        ("o", "a", "òỏõóọ", "àảãáạ"),
        ("o", "e", "òỏõóọ", "èẻẽéẹ"),
        ("u", "y", "ùủũúụ", "ỳỷỹýỵ"),
    )
    for toned, last in zip(toned_firsts, lasts, strict=True)
}

_BRACKETED_SUFFIX = later(r"^(.+?) ?[(\[]([^()\[\]]*)[)\]]$")
_BARE_SUFFIX = later(
    r"^(.*(?:[^\W\d_]|[)\]]))[ ,]*[-–]? ?(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,4})$", re.DOTALL
)
_BORN = later(r"(?:^|[ ,])(?:sn|ns|sinh năm|năm sinh)[ .:]*(?=\d)|[ .,:]+$", re.IGNORECASE)
_BORN_AT_END = later(r"[ ,(-]+(?:sn|ns|sinh năm|năm sinh)[ .:]*$", re.IGNORECASE)

_TITLE = later(
    r"^(?:đ/c|(?:đồng chí|ông|bà|anh|chị|cô|thầy)\b"
    r"|(?:gs|pgs|ts|ths|bs|ks|cn|ds|gs\.ts|pgs\.ts)\.) ?"
    r"(?=\w)",
    re.IGNORECASE,
)
_LETTER = r"(?:[^\W\d_]|\ufffd)"
_NAME_WORD = later(rf"{_LETTER}+(?:[{APOSTROPHES}-]{_LETTER}*)*")
"""A spoilt letter (U+FFFD) is one all the same: the person is there, and the cell is told."""

_NOT_A_PERSON = later(
    r"(?:(?:tổng|cộng)(?:$| (?:cộng|số|hợp|quân|toàn|chung|dồn|lại|nam|nữ|giáo|người|cán|công chức"
    r"|viên chức|nhân viên|phòng|trường|trạm|khối|thôn|xã|đơn|các|bộ|tổ|ban|trang|phụ|bí thư|giám"
    r"|thanh tra|cục|công ty|liên đoàn|hòa xã|hoà xã))|danh sách"
    r"|người (?:lập|ký|tổng hợp|duyệt)|thủ trưởng"
    r"|ủy ban|văn phòng|phòng|trường|trạm|trung tâm|công an|đảng ủy|khối|hội|thôn|tổ dân phố|xã"
    r"|phường|ban (?:chỉ|tổ|xây|tuyên|dân|nội|quản|chấp|thường)|họ và tên|họ tên|nơi nhận"
    r"|ghi chú|chủ tịch|phó chủ tịch)(?: |$)"
)
_DOUBTFUL_FIRST_WORDS = frozenset({
    "tổng", "cộng", "danh", "người", "thủ", "ủy", "uỷ", "văn", "phòng", "trường", "trạm", "trung",
    "công", "đảng", "khối", "hội", "thôn", "tổ", "xã", "phường", "ban", "họ", "nơi", "ghi", "chủ",
    "phó", "đồng", "ông", "bà", "anh", "chị", "cô", "thầy",
})  # fmt: skip
"""All that `_NOT_A_PERSON` and `_TITLE` begin with: only these names need a close look."""

_LETTERS = later(r"[^\W\d_]+")
_MARKS = frozenset({"Mn", "Mc", "Me", "Sk"})
_DEAD_KEYS = frozenset("~°·“”„")


def storage_form(text: str) -> str:
    """The text as it is kept: NFC, marks in order, Đ for its look-alikes, single plain spaces.

    Never changes tone placement, case or U+00AD, and never applies NFKC, because in text of the
    old TCVN3 fonts the characters that NFKC replaces are letters.
    """
    if _CLEAN.fullmatch(text):
        return text
    text = _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(" ").translate(_LOOKALIKE_D)
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _MARK_RUN.sub(_hat_first, decomposed))


@lru_cache(TEXTS_REMEMBERED)
def match_key(text: str) -> str:
    """Equal for the same name however it was typed: case, tone placement, apostrophes, hyphens.

    Keeps every letter and tone, so that Bình and Bỉnh stay two people. Idempotent.
    """
    return " ".join(map(_key_of_word, storage_form(text).split(" ")))


@lru_cache(TEXTS_REMEMBERED)
def search_fold(text: str) -> str:
    """Lower case without diacritics, đ as d: both the stored search key and the query."""
    return " ".join(filter(None, map(_fold_word, storage_form(text).split(" "))))


def without_title(text: str) -> str:
    """The text without "đ/c", "đồng chí", "ThS." and such before it."""
    return _TITLE.sub("", text)


def split_namesake_suffix(name: str) -> tuple[str, str]:
    """The name and what was added to tell namesakes apart: ("Trần Trung Kiên", "1977").

    Takes bracketed text and a number at the end, also without a space. A bare letter stays
    with the name, because "Nguyễn Văn A" has no other given name.
    """
    rest, suffixes = storage_form(name), list[str]()
    if rest[-1:].isalpha():
        return rest, ""
    while found := _BRACKETED_SUFFIX.match(rest) or _BARE_SUFFIX.match(rest):
        kept = _BORN_AT_END.sub("", found[1]).rstrip(" ,-–")
        if not _LETTERS.search(kept):
            break
        rest = kept
        suffixes.insert(0, _BORN.sub("", found[2]).strip())
    return rest, " ".join(filter(None, suffixes))


def is_plausible_name(text: str) -> bool:
    """Whether a cell of a name column holds a person: two to eight words made of letters."""
    if ONLY_WORDS.fullmatch(text):
        first = text.partition(" ")[0].lower()
        if first not in _DOUBTFUL_FIRST_WORDS:
            return 1 <= text.count(" ") <= 7 and len(text) <= 60
    name = plain_hyphens(_TITLE.sub("", split_namesake_suffix(text)[0]))
    words = "".join(letter for letter in name if not _is_stray(letter)).split(" ")
    return (
        2 <= len(words) <= 8
        and len(name) <= 60
        and all(map(_NAME_WORD.fullmatch, words))
        and not _NOT_A_PERSON.match(match_key(name))
    )


def _is_stray(letter: str) -> bool:
    """A mark or a dead key of some keyboard: it spoils no name, is kept and told."""
    return unicodedata.category(letter) in _MARKS or letter in _DEAD_KEYS


def _hat_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=lambda mark: mark not in _HATS))


def _old_style(open_syllable: re.Match[str]) -> str:
    return _OLD_STYLE[open_syllable[0]]


@lru_cache(WORDS_REMEMBERED)
def _key_of_word(word: str) -> str:
    same = plain_hyphens(word.translate(_SAME_APOSTROPHE))
    folded = unicodedata.normalize("NFC", same.casefold())
    return _NEW_STYLE_TONE.sub(_old_style, folded)


@lru_cache(WORDS_REMEMBERED)
def _fold_word(word: str) -> str:
    same = plain_hyphens(word.translate(_SAME_APOSTROPHE))
    letters = unicodedata.normalize("NFD", same.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain.replace("đ", "d"))
