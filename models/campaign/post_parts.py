"""A position as lists write it, taken apart: several posts, and what stands around them."""

from __future__ import annotations

import re

from models.campaign.post_words import EVERY_POST
from models.text.names import match_key, storage_form, without_title
from models.text.patterns import later

_PARTS = later(r"\s*(?:[,;/+&\n]|\s[-–]\s|\bkiêm nhiệm\b|\bkiêm\b|\bkiem\b)\s*", re.IGNORECASE)
_BEFORE = later(r"^[\W\d_]+")
_DOTTED = later(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_BRACKETED = later(r"\s*\(\s*([^()]*?)\s*\)")
_FORMER = later(r"(?:nguyên|nguyen|cựu|cuu)\b")
_DEPUTY = later(r"(?:phó|p\.?) ?")
_DEPUTY_ALONE = ("phó", "pho", "p", "p.")


def whole_post(position: str) -> str:
    """The position without what stands around a post: number, title, dots, a post in brackets."""
    text = without_title(_BEFORE.sub("", storage_form(position)))
    text = _BRACKETED.sub(_unbracketed, text)
    return _DOTTED.sub("", text).rstrip(" .:;,")


def parts_of(position: str) -> list[str]:
    """A position that holds several posts, taken apart: "Bí thư Chi bộ, Trưởng thôn".

    "Phó" alone belongs to what follows it: "Phó - Trưởng phòng" is one post.
    """
    parts: list[str] = []
    deputy = ""
    for each in filter(None, _PARTS.split(whole_post(position))):
        if match_key(each) in _DEPUTY_ALONE:
            deputy = f"{each} "
            continue
        parts.append(f"{deputy}{each}")
        deputy = ""
    return [*parts, deputy.strip()] if deputy else parts


def is_former(part: str) -> bool:
    """Whether a post is one that somebody had: "Nguyên Hiệu trưởng"."""
    return bool(_FORMER.match(match_key(part)))


def _unbracketed(found: re.Match[str]) -> str:
    """A charge goes with the post before it; another post says nothing of it; else as it was."""
    inner = match_key(found[1])
    if inner.startswith(("phụ trách", "phu trach")):
        return f" {found[1]}"
    own = inner[deputy.end() :] if (deputy := _DEPUTY.match(inner)) else inner
    return "" if f"{own} ".startswith(tuple(f"{each} " for each in EVERY_POST)) else found[0]
