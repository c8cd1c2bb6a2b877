"""The name of a participant without what the meeting adds to it."""

from __future__ import annotations

import re

from models.text.names import is_plausible_name, storage_form

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
    if is_plausible_name(original) and not is_plausible_name(shown):
        return original
    return shown if is_plausible_name(shown) else clean
