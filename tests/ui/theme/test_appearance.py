"""Theme and text size: chosen, applied at once, kept for the next start."""

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tests.ui.conftest import NO_RULES
from tests.ui.theme.contrast_themes import CONTRAST_THEMES
from ui.theme.appearance import TEXT_SIZES, Appearance, Theme
from ui.theme.palette import DARK, LIGHT
from ui.window.one_page_stack import OnePageStack


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def appearance(qapp, settings):
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = Appearance(qapp, settings)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet or NO_RULES)


@pytest.mark.parametrize(("theme", "colours"), [(Theme.DARK, DARK), (Theme.LIGHT, LIGHT)])
def test_a_theme_is_worn_and_kept(qapp, appearance, settings, qtbot, theme, colours):
    with qtbot.waitSignal(appearance.changed):
        appearance.set_theme(theme)
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == colours[QPalette.ColorRole.Base]
    assert settings.value("look/theme") == theme.value


def test_another_palette_needs_no_other_sheet(qapp, qtbot, appearance):
    """To set a sheet tells every widget of every page: the window would stand still for a second."""
    appearance.set_theme(Theme.LIGHT)
    seen, behind = QPushButton("Ghi"), QPushButton("Ghi")
    for each in (seen, behind):
        qtbot.addWidget(each)
        each.setProperty("primary", True)
        each.resize(120, 40)
        each.show()
    behind.hide()
    sheet = qapp.styleSheet()
    appearance.set_theme(Theme.DARK)
    assert qapp.styleSheet() == sheet
    assert paper_of(seen) == DARK[QPalette.ColorRole.Accent]
    qtbot.waitUntil(lambda: paper_of(behind) == DARK[QPalette.ColorRole.Accent])


def test_dressing_and_painting_are_two_turns_and_a_window_that_is_held_stays_so(qtbot, appearance):
    appearance.set_theme(Theme.LIGHT)
    seen, held = QLabel("Kẻ Sặt"), QLabel("Kẻ Sặt")
    for each in (seen, held):
        qtbot.addWidget(each)
        each.show()
    held.setUpdatesEnabled(False)
    appearance.set_theme(Theme.DARK)
    appearance.set_theme(Theme.LIGHT)
    assert not seen.updatesEnabled()
    qtbot.waitUntil(seen.updatesEnabled)
    assert not held.updatesEnabled()


def paper_of(button):
    return button.grab().toImage().pixelColor(button.width() // 2, 5).name()


class Dressed(QLabel):
    """Counts how often it is told of another sheet."""

    told = 0

    def changeEvent(self, event):
        super().changeEvent(event)
        self.told += event.type() == QEvent.Type.StyleChange


def test_another_size_tells_each_widget_once_however_deep_it_lies(qtbot, appearance):
    """Qt would tell it once for each widget around it, and those out of sight as well."""
    window = QWidget()
    qtbot.addWidget(window)
    inside = window
    for _ in range(8):
        QVBoxLayout(inside).addWidget(around := QWidget())
        inside = around
    stack = OnePageStack()
    QVBoxLayout(inside).addWidget(stack)
    seen, behind = Dressed("Ghi"), Dressed("Ghi")
    for each in (seen, behind):
        each.setProperty("role", "title")
        stack.addWidget(each)
    window.show()
    before = seen.told, behind.told
    high = seen.fontMetrics().height()
    appearance.set_text_size(200)
    assert (seen.told, behind.told) == (before[0] + 1, before[1])
    assert seen.fontMetrics().height() > high * 1.5
    qtbot.waitUntil(lambda: behind.told == before[1] + 1)
    assert behind.fontMetrics().height() == seen.fontMetrics().height()


def test_what_is_shown_before_its_turn_has_the_new_size_at_once(qtbot, appearance):
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(words := Dressed("Ghi"))
    words.setProperty("role", "title")
    page.show()
    page.hide()
    high, before = words.fontMetrics().height(), words.told
    appearance.set_text_size(200)
    page.show()
    assert words.fontMetrics().height() > high * 1.5
    assert words.told == before + 1


@pytest.mark.parametrize("colours", CONTRAST_THEMES.values(), ids=CONTRAST_THEMES)
def test_a_contrast_theme_that_is_changed_in_windows_is_worn_at_once(
    qapp, appearance, monkeypatch, qtbot, colours
):
    appearance.set_theme(Theme.CONTRAST)
    monkeypatch.setattr("ui.theme.appearance.system_colours", lambda: colours)
    window = QWidget()
    qtbot.addWidget(window)
    appearance.listen_to(window)
    with qtbot.waitSignal(appearance.changed):
        qapp.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    palette, role = qapp.palette(), QPalette.ColorRole
    assert palette.color(role.Base).name() == colours.window
    assert palette.color(role.Highlight).name() == colours.highlight
    assert appearance.high_contrast
    appearance.set_theme(Theme.LIGHT)
    assert palette_name(qapp, role.Base) == LIGHT[role.Base]


def palette_name(app, role):
    return app.palette().color(role).name()


def test_text_grows_and_shrinks_by_steps_and_stops_at_the_ends(qapp, appearance):
    start = qapp.font().pointSizeF()
    appearance.larger()
    assert appearance.text_size == 110
    assert qapp.font().pointSizeF() == pytest.approx(start * 1.1)
    for _ in TEXT_SIZES:
        appearance.larger()
    assert appearance.text_size == 200
    for _ in range(len(TEXT_SIZES) + 1):
        appearance.smaller()
    assert appearance.text_size == 90


def test_the_size_of_the_text_is_kept(qapp, settings, appearance):
    appearance.larger()
    appearance.larger()
    appearance.setParent(None)
    again = Appearance(qapp, settings)
    assert again.text_size == appearance.text_size == 125
    again.setParent(None)
    again.deleteLater()


def test_nonsense_in_the_settings_is_the_default(qapp, settings, appearance):
    settings.setValue("look/theme", "purple")
    settings.setValue("look/text", "huge")
    appearance.setParent(None)
    again = Appearance(qapp, settings)
    assert (again.theme, again.text_size) == (Theme.SYSTEM, 100)
    again.setParent(None)
    again.deleteLater()
