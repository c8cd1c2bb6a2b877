"""What is to be said of files: the first things in a label, all of them in its tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from models.text.formats import number
from ui.theme.pieces import show_words

REMARKS_SHOWN = 3


def show_remarks(place: QLabel, remarks: Sequence[str]) -> None:
    """Say them; without any the label is gone."""
    more = len(remarks) - REMARKS_SHOWN
    rest = [f"Và {number(more)} điều khác."] if more > 0 else []
    show_words(place, " ".join((*remarks[:REMARKS_SHOWN], *rest)))
    place.setToolTip("\n".join(remarks) if rest else "")
