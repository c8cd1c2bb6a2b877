"""What is to be said of files: the first things in a label, all of them in its tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from models.text.formats import number
from ui.theme.pieces import show_words

REMARKS_SHOWN = 3


def show_remarks(place: QLabel, remarks: Sequence[str]) -> None:
    """Say them; without any the label is gone."""
    words, rest = told_remarks(remarks)
    show_words(place, words)
    place.setToolTip(rest)


def told_remarks(remarks: Sequence[str]) -> tuple[str, str]:
    """The first ones in one sentence after the other, and all of them, line by line, where there
    are more."""
    more = len(remarks) - REMARKS_SHOWN
    rest = [f"Và {number(more)} điều khác."] if more > 0 else []
    return " ".join((*remarks[:REMARKS_SHOWN], *rest)), "\n".join(remarks) if rest else ""
