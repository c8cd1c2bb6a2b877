"""Titles that say by a post whose column it is: "Bí thư", "SĐT tổ trưởng", "Phó HT / Họ và tên"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.evidence.folding import fold_header, spoken_words
from models.intake.shape.evidence.vocabulary import PHRASES, Word, places_of_phrases
from models.intake.shape.fields import Field

_HEAD = re.compile(
    r"(?:(?:q|quyền|quyen|phó|pho|p)\b[. ]*)?(?:bí thư|bi thu|pbt|chủ tịch|chu tich|pct|giám đốc"
    r"|giam doc|pgđ|hiệu trưởng|hieu truong|hiệu phó|hieu pho|pht|chỉ huy|chi huy"
    r"|chính trị viên|chinh tri vien|kế toán|ke toan|văn thư|van thu|thủ quỹ|thu quy"
    r"|thư ký|thu ky|tổng phụ trách|tong phu trach|trưởng(?! hợp)|phó"
    r"|(?:truong|pho) (?:thon|xom|khu|ap|ban|tdp|phong|tram|khoa|cong an|nhom|doan|hieu|chu|bi))\b"
)
_OF_A_GROUP = re.compile(
    r"(?:\w+ ){1,2}(?:trưởng|phó)\b|(?:\w+ )?(?:to|doi|nhom|hoi|huy) (?:truong|pho)\b"
)
_SHORT = re.compile(r"(?:ht|ct|bt|cht|chp|ctv|kt|vt|gđ|tp|pp|ca|ctmt)\b")
"""What means a post only beside others: "HT" alone is "hoàn thành" as well."""

_MEMBER = re.compile(
    r"(?:thành|thanh|ủy|uỷ|uy|tổ|to|đội|doi|công an|cong an|cộng tác|cong tac|tuyên truyền"
    r"|tuyen truyen|kiểm soát|kiem soat|khuyến nông|khuyen nong) (?:viên|vien)\b|y tế thôn"
)
_THINGS = frozenset(
    {Field.FULL_NAME, Word.NAME, Field.PHONE, Field.EMAIL, Field.BIRTH, Field.GENDER, Field.LOGIN,
     Field.NATIONAL_ID, Word.FILLER}
)  # fmt: skip


class Whose(NamedTuple):
    """Whose a column is by its title: the words that say it, and the header texts without them.

    `leads` says that it is somebody who leads or serves a unit and not a member of the list.
    """

    role: str
    own: tuple[str, ...]
    leads: bool = False
    post: bool = False

    @property
    def key(self) -> str:
        """Equal for the columns of one person."""
        return fold_header(self.role)


@lru_cache(4096)
def whose_of(levels: tuple[str, ...]) -> Whose:
    """The role that the lowest header text with one names; "" where none does."""
    for at in range(len(levels) - 1, -1, -1):
        thing, role = _apart(levels[at])
        if not role:
            continue
        own = (*levels[:at], thing, *levels[at + 1 :])
        text = unicodedata.normalize("NFC", " ".join(role.split())).casefold()
        leads = bool(_HEAD.match(text) or _OF_A_GROUP.match(text))
        post = leads or bool(_MEMBER.match(text) or _SHORT.fullmatch(text))
        return Whose(role, tuple(filter(None, own)), leads, post)
    return Whose("", levels)


def _apart(text: str) -> tuple[str, str]:
    """The thing at the head of a title, and the words behind it: "SĐT", "tổ trưởng"."""
    folded = spoken_words(text)
    reached = 0
    for start, end in places_of_phrases(folded):
        if folded[reached:start].strip() or PHRASES[folded[start:end]] not in _THINGS:
            break
        reached = end
    cut = len(folded[:reached].split())
    parts = text.split()
    for at in range(len(parts) + 1):
        if len(spoken_words(" ".join(parts[:at])).split()) >= cut:
            role = " ".join(parts[at:]).strip(" :–-")
            return " ".join(parts[:at]), role.strip("()[]") if role[:1] in {"(", "["} else role
    return text, ""
