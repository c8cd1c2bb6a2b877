"""A cell as a screen reader says it: the title with what stands there, and no sign for a word."""

from __future__ import annotations

import re

SIGN_WORDS = {
    "✓": "có",
    "✗": "không",
    "●": "đã chọn",
    "○": "chưa chọn",
    "–": "chưa có",
    "?": "chưa rõ",
}
NOTHING = "trống"
CHANGED = re.compile(r"^([+\u2212])(?=\d)")
"""How much something has grown or shrunk: "+3"."""


def spoken_cell(title: str, text: str) -> str:
    """ "Đã đăng ký 02/06" of "✓ 02/06" under "Đã đăng ký"; "Thay đổi: tăng 3" of "+3"."""
    text = text.strip()
    if not text:
        return f"{title}: {NOTHING}"
    sign, rest = text[0], text[1:].strip()
    if sign in SIGN_WORDS and text[1:2] in ("", " "):
        if sign == "✓" and rest[:1].isdigit():
            return f"{title} {rest}"
        if sign in ("●", "○") and rest:
            return f"{title}: {rest}, {SIGN_WORDS[sign]}"
        return f"{title}: {rest or SIGN_WORDS[sign]}"
    changed = CHANGED.sub(lambda found: "tăng " if found[1] == "+" else "giảm ", text)
    return f"{title}: {changed}"
