"""High contrast: every role is one of the eight colours that were chosen in Windows.

Whoever needs strong contrast has chosen these colours; tints of ours would undo that. What the
other palettes say by a tint is said here by a border.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QColor

from ui.theme.palette import READABLE, Role, contrast

# The numbers by which Windows knows them: COLOR_WINDOW and so on.
_NUMBERS = {
    "window": 5,
    "text": 8,
    "highlight": 13,
    "highlighted_text": 14,
    "button": 15,
    "disabled": 17,
    "button_text": 18,
    "link": 26,
}


@dataclass(frozen=True)
class SystemColours:
    """The colours of a contrast theme, each "#rrggbb"."""

    window: str
    text: str
    highlight: str
    highlighted_text: str
    button: str
    button_text: str
    link: str
    disabled: str


NIGHT_SKY = SystemColours(
    window="#000000",
    text="#ffffff",
    highlight="#d6b4fd",
    highlighted_text="#2b2b2b",
    button="#000000",
    button_text="#ffee32",
    link="#8080ff",
    disabled="#a6a6a6",
)
"""As Windows has it; worn where the system has no contrast theme of its own to give."""


def system_colours() -> SystemColours:
    """Those of Windows now."""
    if sys.platform != "win32":
        return NIGHT_SKY
    import ctypes

    told = {name: ctypes.windll.user32.GetSysColor(at) for name, at in _NUMBERS.items()}
    return SystemColours(**{name: _named(number) for name, number in told.items()})


def _named(number: int) -> str:
    """Windows counts blue, green, red from the left."""
    red, green, blue = number & 0xFF, number >> 8 & 0xFF, number >> 16 & 0xFF
    return f"#{red:02x}{green:02x}{blue:02x}"


def contrast_colours(system: SystemColours) -> dict[Role, str]:
    """A colour for every role, strong enough for what is written or drawn in it."""
    paper, text = system.window, system.text
    accent = _strong(system.highlight, paper, text)
    return {
        Role.Window: paper,
        Role.WindowText: text,
        Role.Base: paper,
        Role.AlternateBase: paper,
        Role.Text: text,
        Role.Button: system.button,
        Role.ButtonText: _strong(system.button_text, system.button, text),
        Role.PlaceholderText: _strong(system.disabled, paper, text),
        Role.BrightText: text,
        Role.Light: system.button,
        Role.Midlight: system.disabled,
        Role.Mid: text,
        Role.Dark: text,
        Role.Shadow: system.disabled,
        Role.Highlight: system.highlight,
        Role.HighlightedText: _strong(system.highlighted_text, system.highlight, paper),
        Role.Accent: accent,
        Role.Link: _strong(system.link, paper, text),
        Role.LinkVisited: _strong(system.link, paper, text),
        Role.ToolTipBase: paper,
        Role.ToolTipText: text,
    }


def _strong(colour: str, paper: str, instead: str) -> str:
    """`colour` where it can be read on `paper`; officers may have chosen any two."""
    return colour if contrast(QColor(colour), QColor(paper)) >= READABLE else instead
