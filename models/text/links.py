"""Web addresses as evidence: whole ones, checked by their shape."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}", re.IGNORECASE)


def link_problem(text: str) -> str:
    """Why this is no web address, as the end of a sentence; "" for a good one."""
    if any(letter.isspace() for letter in text):
        return "có khoảng trắng ở giữa"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "không đúng dạng địa chỉ"
    if parts.scheme.lower() not in {"http", "https"}:
        return "chưa bắt đầu bằng https:// hoặc http://"
    if not _HOST.fullmatch(host):
        return "chưa có tên trang, ví dụ: kesat.haiphong.gov.vn"
    return ""


def links_in(text: str) -> tuple[str, ...]:
    """The addresses of a text with one in each line, each once."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))
