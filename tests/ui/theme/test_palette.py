"""Both palettes can be read: every pair of text and paper reaches 4.5 to 1."""

import pytest
from PySide6.QtGui import QPalette

from ui.theme.palette import DARK, LIGHT, contrast, make_palette

Role = QPalette.ColorRole
PAPERS = (Role.Window, Role.Base, Role.AlternateBase)
TEXTS = (Role.Text, Role.PlaceholderText, Role.BrightText, Role.Link, Role.Accent)
PAIRS = [(text, paper) for text in TEXTS for paper in PAPERS] + [
    (Role.WindowText, Role.Window),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.Base, Role.Accent),
    (Role.ToolTipText, Role.ToolTipBase),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "paper"), PAIRS)
def test_text_stands_out_from_its_paper(colours, text, paper):
    palette = make_palette(colours)
    assert contrast(palette.color(text), palette.color(paper)) >= 4.5


def test_both_palettes_name_the_same_roles():
    assert LIGHT.keys() == DARK.keys()
