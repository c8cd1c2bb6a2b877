"""The contrast themes that Windows 11 comes with, and one that an officer made badly."""

from ui.theme.high_contrast import NIGHT_SKY, SystemColours

AQUATIC = SystemColours(
    window="#202020",
    text="#ffffff",
    highlight="#8ee3f0",
    highlighted_text="#263b50",
    button="#202020",
    button_text="#ffffff",
    link="#75e9fc",
    disabled="#a6a6a6",
)
DESERT = SystemColours(
    window="#fffaef",
    text="#3d3d3d",
    highlight="#903909",
    highlighted_text="#fff5e3",
    button="#fffaef",
    button_text="#202020",
    link="#1c5e75",
    disabled="#676767",
)
DUSK = SystemColours(
    window="#2d3236",
    text="#ffffff",
    highlight="#a1bfde",
    highlighted_text="#212d3b",
    button="#2d3236",
    button_text="#b6f6f0",
    link="#70ebde",
    disabled="#a6a6a6",
)
OWN = SystemColours(
    window="#ffffff",
    text="#000000",
    highlight="#ffff00",
    highlighted_text="#000000",
    button="#ffffff",
    button_text="#000000",
    link="#00b0f0",
    disabled="#909090",
)
"""Neither its highlight nor its links can be read on its paper."""
CONTRAST_THEMES = {
    "aquatic": AQUATIC,
    "desert": DESERT,
    "dusk": DUSK,
    "night-sky": NIGHT_SKY,
    "own": OWN,
}
