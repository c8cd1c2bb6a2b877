"""Theme and text size: chosen, applied at once, kept for the next start."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette

from tests.ui.conftest import NO_RULES
from ui.theme.appearance import TEXT_SIZES, Appearance, Theme
from ui.theme.palette import DARK, LIGHT


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


def test_nonsense_in_the_settings_is_the_default(qapp, settings, appearance):
    settings.setValue("look/theme", "purple")
    settings.setValue("look/text", "huge")
    appearance.setParent(None)
    again = Appearance(qapp, settings)
    assert (again.theme, again.text_size) == (Theme.SYSTEM, 100)
    again.setParent(None)
    again.deleteLater()
