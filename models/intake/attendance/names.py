"""The name of a participant without what the meeting adds to it."""

from __future__ import annotations

import re

from models.matching.likeness import FAMILY_NAMES
from models.text.names import storage_form

_ADDED = re.compile(
    r"\s*[(\[](?:khách|khach|guest|unverified|chưa xác minh|không xác minh|chưa được xác minh"
    r"|external|bên ngoài|bên ngoài tổ chức|host|co-host|người chủ trì|chủ trì|đồng chủ trì|me|tôi"
    r"|bạn|organizer|người tổ chức|presenter|người trình bày|attendee|người dự)"
    r"(?:\s*,\s*[^)\]]*)?[)\]]\s*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"(?P<shown>.*\S)\s*\((?P<original>[^()]+)\)")


def participant_name(text: str) -> str:
    """ "TYT_Trần Thị Bình (khách)" → "TYT_Trần Thị Bình"; of Zoom's two names the real one."""
    clean = storage_form(_ADDED.sub(" ", text))
    both = _ORIGINAL.fullmatch(clean)
    if both is None:
        return clean
    shown, original = both["shown"], both["original"].strip()
    if _has_family(original) and not _has_family(shown):
        return original
    return shown if len(shown.split()) > 1 else clean


def _has_family(text: str) -> bool:
    """Whether the words are a name: some of them, but not the last, is a family name."""
    words = [word.strip("_-.,#").casefold() for word in re.split(r"[\s_]+", text)]
    named = [at for at, word in enumerate(words) if word in FAMILY_NAMES]
    return bool(named) and named[0] < len(words) - 1 and not any(map(str.isdigit, text))
