"""A position as lists write it, taken apart: several posts, and what stands around them."""

from __future__ import annotations

import re
from itertools import chain

from models.campaign.post_words import EVERY_POST, PLACE_WORDS, SHORT_POSTS
from models.text.names import match_key, storage_form, without_title
from models.text.patterns import later

_PARTS = later(r"\s*(?:[,;/+&\n]|\bkiêm nhiệm\b|\bkiêm\b|\bkiem\b)\s*", re.IGNORECASE)
_DASH = later(r"\s+[-–]\s+")
_RANK = later(r"(?:phó|p\b\.?|quyền|q\b\.?|nguyên|cựu) ?")
_BESIDE_A_POST = ("phụ trách", "ủy viên", "đại biểu")
_BEFORE = later(r"^[\W\d_]+")
# "H.T", "P.HT"; but "Q." says something of its own before an abbreviation.
_DOTTED = later(r"(?<=\b[^\W\d_Qq])\.(?=[A-ZĐ]{1,3}\b)")
_BRACKETED = later(r"\s*\(\s*([^()]*?)\s*\)")
_FORMER = later(r"(?:nguyên|nguyen|cựu|cuu)\b")
_DEPUTY_ALONE = ("phó", "pho", "p", "p.")


def whole_post(position: str) -> str:
    """The position without what stands around a post: number, title, dots, a post in brackets."""
    text = without_title(_BEFORE.sub("", storage_form(position)))
    text = _BRACKETED.sub(_unbracketed, text)
    return _DOTTED.sub("", text).rstrip(" .:;,")


def parts_of(position: str) -> list[str]:
    """A position that holds several posts, taken apart: "Bí thư Chi bộ, Trưởng thôn".

    "Phó" alone belongs to what follows it: "Phó - Trưởng phòng" is one post. A dash may stand in
    the name of what is headed: "Trưởng phòng Kinh tế - Hạ tầng".
    """
    parts: list[str] = []
    deputy = ""
    chunks = map(_dashed, _PARTS.split(whole_post(position)))
    for each in filter(None, chain.from_iterable(chunks)):
        if match_key(each) in _DEPUTY_ALONE:
            deputy = f"{each} "
            continue
        parts.append(f"{deputy}{each}")
        deputy = ""
    return [*parts, deputy.strip()] if deputy else parts


def _dashed(text: str) -> list[str]:
    """What dashes part, as far as it is no name with a dash."""
    first, *others = _DASH.split(text)
    parts = [first]
    for each in others:
        if _heads_something(parts[-1]) and not _begins_a_post(match_key(each)):
            parts[-1] = f"{parts[-1]} - {each}"
        else:
            parts.append(each)
    return parts


def _heads_something(part: str) -> bool:
    """Whether a post says what it is of, and not only "xã"."""
    key = match_key(part)
    own = key[rank.end() :] if (rank := _RANK.match(key)) else key
    found = [each for each in EVERY_POST if f"{own} ".startswith(f"{each} ")]
    behind = own[len(max(found, key=len, default="")) :].split()
    return bool(found) and not PLACE_WORDS.issuperset(behind)


def _begins_a_post(key: str) -> bool:
    """Whether what follows is another post, or a charge or a membership beside it."""
    own = key[rank.end() :] if (rank := _RANK.match(key)) else key
    posts = (*EVERY_POST, *SHORT_POSTS, *_BESIDE_A_POST)
    return f"{own} ".startswith(tuple(f"{each} " for each in posts))


def is_former(part: str) -> bool:
    """Whether a post is one that somebody had: "Nguyên Hiệu trưởng"."""
    return bool(_FORMER.match(match_key(part)))


def _unbracketed(found: re.Match[str]) -> str:
    """A charge goes with the post before it; another post says nothing of it; else as it was."""
    inner = match_key(found[1])
    if inner.startswith(("phụ trách", "phu trach")):
        return f" {found[1]}"
    return "" if _begins_a_post(inner) and not is_former(inner) else found[0]
