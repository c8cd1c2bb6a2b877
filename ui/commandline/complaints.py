"""What argparse complains of, in Vietnamese."""

from __future__ import annotations

import re

_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", r"còn thiếu: \1"),
        (r"one of the arguments (.+) is required", r"cần một trong: \1"),
        (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
        (
            r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)",
            r"\1: không có \2, chỉ có \3",
        ),
        (r"argument (\S+): not allowed with argument (\S+)", r"không dùng \1 cùng với \2"),
        (r"argument (\S+): expected (?:one|at least one) argument", r"\1 cần một giá trị"),
        (r"argument (\S+): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
        (r"argument (\S+): (.+)", r"\1: \2"),
    )
)


def in_vietnamese(complaint: str) -> str:
    """The complaint in words for the officer; the names of options stay as they are typed."""
    for pattern, words in _COMPLAINTS:
        found = pattern.fullmatch(complaint)
        if found:
            return found.expand(words)
    return "sai cách viết"
