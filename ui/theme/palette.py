"""The two palettes: every colour of the window is a role of one of them."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole
READABLE, VISIBLE = 4.5, 3.0
"""The least contrast of words, and of signs, borders and what is disabled (WCAG 2.2, 1.4.3 and
1.4.11)."""

LIGHT: dict[Role, str] = {
    Role.Window: "#f4f5f7",
    Role.WindowText: "#1b2230",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f0f2f5",
    Role.Text: "#1b2230",
    Role.Button: "#ffffff",
    Role.ButtonText: "#1b2230",
    Role.PlaceholderText: "#56616f",
    Role.BrightText: "#a3450c",
    Role.Light: "#e4e7eb",
    Role.Midlight: "#e4e7eb",
    Role.Mid: "#cdd3da",
    Role.Dark: "#7f8994",
    Role.Shadow: "#747e8a",
    Role.Highlight: "#d8ebe7",
    Role.HighlightedText: "#0f2a26",
    Role.Accent: "#0b6b5e",
    Role.Link: "#0b6b5e",
    Role.LinkVisited: "#3f8f83",
    Role.ToolTipBase: "#1b2230",
    Role.ToolTipText: "#ffffff",
}

DARK: dict[Role, str] = {
    Role.Window: "#15181c",
    Role.WindowText: "#e6e9ed",
    Role.Base: "#1d2126",
    Role.AlternateBase: "#262b31",
    Role.Text: "#e6e9ed",
    Role.Button: "#2a2f36",
    Role.ButtonText: "#e6e9ed",
    Role.PlaceholderText: "#a3adb8",
    Role.BrightText: "#f0a062",
    Role.Light: "#343a42",
    Role.Midlight: "#2e343b",
    Role.Mid: "#434b55",
    Role.Dark: "#7d8895",
    Role.Shadow: "#808b97",
    Role.Highlight: "#1f4a44",
    Role.HighlightedText: "#ecf6f4",
    Role.Accent: "#4db6a4",
    Role.Link: "#6cc7b7",
    Role.LinkVisited: "#8bd0c4",
    Role.ToolTipBase: "#343a42",
    Role.ToolTipText: "#f2f4f6",
}

FADED = (Role.WindowText, Role.Text, Role.ButtonText)


def make_palette(colours: dict[Role, str]) -> QPalette:
    """A whole palette; what is disabled is drawn in the grey between text and paper."""
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[Role.Shadow]))
    return palette


def role_when_selected(palette: QPalette, role: Role) -> Role:
    """`role` where words in it can be read on what lies behind a selected line, else that of its
    other words."""
    behind = palette.color(Role.Highlight).rgb()
    return role if _readable(palette.color(role).rgb(), behind) else Role.HighlightedText


@cache
def _readable(ink: int, paper: int) -> bool:
    return contrast(QColor.fromRgb(ink), QColor.fromRgb(paper)) >= READABLE


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told apart, from 1 to 21, as WCAG 2 measures it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (_linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
