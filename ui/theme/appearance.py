"""Light or dark, and how large the text is: chosen by the officer and kept."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.palette import DARK, LIGHT, make_palette
from ui.theme.stylesheet import stylesheet


class Theme(StrEnum):
    """Which palette the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


THEME_NAMES: dict[Theme, str] = {
    Theme.LIGHT: "Sáng",
    Theme.DARK: "Tối",
    Theme.SYSTEM: "Theo Windows",
}
STYLED = "styled"
"""Set on an application that was made in the style already."""
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Dresses the application. `changed` is emitted after each new palette or text size."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._points = app.font().pointSizeF()
        self._theme = _theme_of(settings.value("look/theme"))
        self._size = _size_of(settings.value("look/text"))
        if not app.property(STYLED):
            app.setStyle("fusion")
        self._hints = app.styleHints()
        self._hints.setColorScheme(_SCHEMES[self._theme])
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def app(self) -> QApplication:
        """The application that it dresses."""
        return self._app

    @property
    def theme(self) -> Theme:
        """The choice of the officer; "system" until one was made."""
        return self._theme

    @property
    def text_size(self) -> int:
        """The size of the text in per cent of the system's."""
        return self._size

    @property
    def dark(self) -> bool:
        """Whether the dark palette is worn now."""
        if self._theme is Theme.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._theme is Theme.DARK

    def set_theme(self, theme: Theme) -> None:
        """Wear another palette and remember it."""
        self._theme = theme
        self._settings.setValue("look/theme", theme.value)
        self._hints.setColorScheme(_SCHEMES[theme])
        self._dress()
        self.changed.emit()

    def set_text_size(self, per_cent: int) -> None:
        """Set the text to `per_cent` of the system's size, within reason, and remember it."""
        wanted = max(TEXT_SIZES[0], min(TEXT_SIZES[-1], per_cent))
        if wanted == self._size:
            return
        self._size = wanted
        self._settings.setValue("look/text", self._size)
        self._dress()
        self.changed.emit()

    def larger(self) -> None:
        """A+: the next larger size."""
        self.step_text_size(1)

    def smaller(self) -> None:
        """A−: the next smaller size."""
        self.step_text_size(-1)

    def step_text_size(self, steps: int) -> None:
        """So many sizes larger, or smaller where it is negative, as far as there are any."""
        smaller = [size for size in TEXT_SIZES if size < self._size]
        larger = [size for size in TEXT_SIZES if size > self._size]
        others = larger if steps > 0 else smaller[::-1]
        if steps and others:
            self.set_text_size(others[min(abs(steps), len(others)) - 1])

    def _system_changed(self) -> None:
        if self._theme is Theme.SYSTEM:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        font = self._app.font()
        font.setPointSizeF(self._points * self._size / 100)
        self._app.setFont(font)
        palette = self._palette()
        self._app.setPalette(palette)
        # The empty frame of the next start is painted in these, before there is a palette.
        self._settings.setValue("look/page", palette.color(QPalette.ColorRole.Window).name())
        self._settings.setValue("look/paper", palette.color(QPalette.ColorRole.Base).name())
        self._app.setStyleSheet(stylesheet(font, palette))

    def _palette(self) -> QPalette:
        contrast = self._hints.accessibility().contrastPreference()
        if self._theme is Theme.SYSTEM and contrast == Qt.ContrastPreference.HighContrast:
            # Who needs strong contrast has chosen colours in Windows; ours would undo that.
            return QPalette()
        return make_palette(DARK if self.dark else LIGHT)


def worn() -> Appearance | None:
    """The appearance that dresses the running application, if it has one."""
    app = QApplication.instance()
    return app.findChild(Appearance) if app is not None else None


def _theme_of(stored: object) -> Theme:
    try:
        return Theme(str(stored))
    except ValueError:
        return Theme.SYSTEM


def _size_of(stored: object) -> int:
    text = str(stored)
    return max(TEXT_SIZES[0], min(TEXT_SIZES[-1], int(text))) if text.isdigit() else 100
