"""Pieces of a sentence put together; what dropped out leaves no double space or empty bracket."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from models.text.patterns import later
from reports.blocks import TextRun

_UNSEEN = later("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MARKS = tuple(",.;:!?)”…")


class Dropped(Enum):
    """GAP: something dropped out here."""

    GAP = "gap"


GAP = Dropped.GAP


def joined(pieces: Iterable[TextRun | Dropped]) -> tuple[TextRun, ...]:
    """The pieces as the runs of a paragraph, neighbours of one type as one; () for nothing."""
    runs: list[TextRun] = []
    gap = False
    for piece in pieces:
        if isinstance(piece, Dropped):
            gap = True
            continue
        run = replace(piece, text=_UNSEEN.sub(" ", piece.text))
        if gap and run.text:
            run = _closed_up(runs, run)
        if run.text:
            _append(runs, run)
            gap = False
    _strip(runs, first=True)
    _strip(runs, first=False)
    return tuple(runs)


def _closed_up(runs: list[TextRun], run: TextRun) -> TextRun:
    """`run` as it follows on `runs` where something between them dropped out."""
    text = run.text
    if runs and runs[-1].text.endswith("(") and text.lstrip(" ").startswith(")"):
        text = text.lstrip(" ")[1:]
        _set_last(runs, runs[-1].text[:-1])
    before = runs[-1].text[-1] if runs else " "
    if before in " (":
        text = text.lstrip(" ")
    if text.startswith(_MARKS):
        _strip(runs, first=False)
    return replace(run, text=text)


def _append(runs: list[TextRun], run: TextRun) -> None:
    last = runs[-1] if runs else None
    if last is not None and (last.bold, last.italic) == (run.bold, run.italic):
        runs[-1] = replace(last, text=last.text + run.text)
    else:
        runs.append(run)


def _set_last(runs: list[TextRun], text: str) -> None:
    runs[-1] = replace(runs[-1], text=text)
    if not text:
        runs.pop()


def _strip(runs: list[TextRun], *, first: bool) -> None:
    at = 0 if first else -1
    while runs:
        text = runs[at].text.lstrip() if first else runs[at].text.rstrip()
        runs[at] = replace(runs[at], text=text)
        if text:
            return
        runs.pop(at)
