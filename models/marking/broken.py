"""Lines that were broken inside a name, as the text of a photo has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.marking.names import Lexicon

LEAST_WORDS = 3
MOST_WORDS_BEFORE = 4
MOST_WORDS_AFTER = 2

_NUMBERING = re.compile(r"^\s*(?:[-+*•]|\(?\d{1,3}\s*[.)/:]?)?\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)*")

Whole = tuple[int, str, bool]


def whole_lines(lines: Sequence[str], lexicon: Lexicon) -> Iterator[Whole]:
    """The lines that are not blank, with their numbers; a name in two of them is put together.

    True stands beside a name that is somebody's as it is, and somebody else's with the next line.
    """
    at = 0
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        begun = _begun(line)
        ends = bool(begun) and _goes_on(begun, below, lexicon)
        broken = ends and lexicon.is_name(begun)
        if ends and not broken:
            yield at + 2, f"{line.rstrip()} {below.lstrip()}", False
            at += 2
            continue
        if line.strip():
            yield at + 1, line, broken
        at += 1


def _begun(line: str) -> list[str]:
    """The words of a line that may be the beginning of a name and nothing else."""
    bare = line[len(_NUMBERING.match(line)[0]) :].strip()  # type: ignore[index]
    words = bare.split()
    short = 2 <= len(words) <= MOST_WORDS_BEFORE
    return words if short and _WORDS.fullmatch(bare) else []


def _goes_on(begun: Sequence[str], below: str, lexicon: Lexicon) -> bool:
    after = _WORDS.match(below.strip())
    words = after[0].split()[:MOST_WORDS_AFTER] if after else []
    return any(
        len(begun) + count >= LEAST_WORDS and lexicon.is_name([*begun, *words[:count]])
        for count in range(1, len(words) + 1)
    )
