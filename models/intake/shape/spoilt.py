"""Cells with letters that the file has lost, and small raised ones that are only notes."""

from __future__ import annotations

import re

LOST_LETTER = "\ufffd"
SPOILT = "Ô có chữ bị hỏng trong tệp; để trống, hãy sửa lại ô này."
SPOILT_NAME = "Tên có chữ bị hỏng trong tệp; hãy sửa lại tên này."

_RAISED = re.compile("(?<=[^\\W\\d_])(?<!\\b[mM])(?<!\\b[ckd]m)[¹²³\u2070-\u2079\u207d\u207e]+$")


def without_raised(text: str) -> str:
    """The text without raised digits at its end."""
    return _RAISED.sub("", text) if text[-1:] > "\u00b1" else text
