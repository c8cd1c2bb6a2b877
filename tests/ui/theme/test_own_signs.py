"""Icons and signs are ours: the style's own keep colours that no palette of ours has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

import ui
from tests.ui.theme.pixels import ink_on_paper, picture, place_of
from ui.theme.appearance import Theme
from ui.theme.clearing import add_clearing
from ui.theme.icons import icon, keep_icon
from ui.theme.marks import MARKS, MarkTone, mark_place, paint_marks
from ui.theme.palette import VISIBLE

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))
STYLES_OWN = re.compile(r"\bSP_|standardIcon|standardPixmap|setClearButtonEnabled|QMessageBox\b")
"""A message box brings icons of the style; what is asked is asked by dialogs of ours."""


def test_no_icon_of_the_style_is_asked_for():
    using = [path.name for path in SOURCES if STYLES_OWN.search(path.read_text(encoding="utf-8"))]
    assert using == []


@pytest.mark.parametrize("name", MARKS)
def test_a_sign_is_painted_in_the_colour_of_the_day(qapp, name):
    for colour in ("#ff0000", "#0000ff"):
        paint_marks(dict.fromkeys(MarkTone, colour))
        drawn = QPixmap(mark_place(name, MarkTone.TEXT)).toImage()
        inks = {drawn.pixelColor(x, y).name() for x in range(16) for y in range(16)}
        assert colour in inks


def line_to_clear(qtbot, text="Kẻ Sặt"):
    line = QLineEdit(text)
    qtbot.addWidget(line)
    add_clearing(line)
    line.resize(200, 30)
    line.show()
    return line, line.findChild(QToolButton)


def test_the_cross_in_a_line_is_in_the_colours_worn_and_follows_them(qtbot, worn):
    worn.set_theme(Theme.LIGHT)
    line, cross = line_to_clear(qtbot)
    for theme in (Theme.LIGHT, Theme.DARK):
        worn.set_theme(theme)
        wanted = icon("close", QPalette.ColorRole.PlaceholderText).pixmap(20, 20).toImage()
        assert cross.icon().pixmap(20, 20).toImage() == wanted
        qtbot.waitUntil(line.updatesEnabled)
        assert ink_on_paper(picture(line), place_of(cross)) >= VISIBLE


def test_the_cross_empties_the_line_and_is_gone(qtbot):
    line, cross = line_to_clear(qtbot)
    with qtbot.waitSignal(line.textEdited):
        cross.click()
    assert line.text() == ""
    assert not cross.isVisible()


def test_a_line_that_is_empty_at_first_has_no_cross_until_something_is_typed(qtbot):
    line, cross = line_to_clear(qtbot, "")
    assert not cross.isVisible()
    qtbot.keyClicks(line, "k")
    assert cross.isVisible()


def test_an_icon_that_is_kept_follows_the_palette(qtbot, worn):
    worn.set_theme(Theme.LIGHT)
    held = QPushButton()
    qtbot.addWidget(held)
    keep_icon(held, "eye")
    worn.set_theme(Theme.DARK)
    wanted = icon("eye").pixmap(20, 20).toImage()
    assert held.icon().pixmap(20, 20).toImage() == wanted


@pytest.mark.parametrize("role", [QPalette.ColorRole.ButtonText, QPalette.ColorRole.Base])
def test_an_icon_of_what_cannot_be_used_is_as_grey_as_its_words(qapp, worn, role):
    worn.set_theme(Theme.LIGHT)
    grey = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    drawn = icon("pdf", role).pixmap(20, 20, QIcon.Mode.Disabled).toImage()
    spots = (drawn.pixelColor(x, y) for x in range(20) for y in range(20))
    assert {each.name() for each in spots if each.alpha() == 255} == {grey.name()}
