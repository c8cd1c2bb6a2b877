"""The paper under the words: its size and the room between its margins, in points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm

from reports.document import Orientation
from reports.profile import Profile


@dataclass(frozen=True, slots=True)
class Paper:
    """One page: its edges, and where the text's upper left corner and ends are."""

    width: float
    height: float
    left: float
    top: float
    text_width: float
    text_height: float


def paper_of(orientation: Orientation, profile: Profile) -> Paper:
    """The paper of the profile, turned for landscape; the margins stay where they are on it."""
    short, long = profile.paper
    width, height = (long, short) if orientation is Orientation.LANDSCAPE else (short, long)
    margins = profile.margins
    across, down = margins.left + margins.right, margins.top + margins.bottom
    sizes = (width, height, margins.left, margins.top, width - across, height - down)
    return Paper(*(float(each * mm) for each in sizes))
