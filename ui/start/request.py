"""What the command line asks of the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from models.version import FILE_SUFFIX


class StartRequest(NamedTuple):
    """The data file to open (None: the usual one), lists to read, or the practice commune."""

    data: Path | None = None
    lists: tuple[Path, ...] = ()
    practice: bool = False


def parse_start(argv: Sequence[str]) -> StartRequest:
    """Read `[--data PATH] [--practice] [FILE …]`; a `.tiendo` file is the data, others are lists.

    This is also what Windows passes when a file is opened by a double click.
    """
    data: Path | None = None
    lists: list[Path] = []
    words = iter(argv)
    for word in words:
        if word.startswith("--data"):
            data = _value(word, words)
        elif word.startswith("-"):
            continue
        elif word.lower().endswith(FILE_SUFFIX):
            data = Path(word)
        else:
            lists.append(Path(word))
    return StartRequest(
        data.absolute() if data else None,
        tuple(each.absolute() for each in lists),
        "--practice" in argv,
    )


def _value(word: str, words: Iterator[str]) -> Path | None:
    value = word.partition("=")[2] if "=" in word else next(words, "")
    return Path(value) if value else None
