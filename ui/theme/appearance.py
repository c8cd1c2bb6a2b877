"""Light or dark, and how large the text is: chosen by the officer and kept."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.high_contrast import contrast_colours, system_colours
from ui.theme.marks import MarkTone, paint_marks
from ui.theme.palette import DARK, LIGHT, make_palette
from ui.theme.restyling import Restyling
from ui.theme.stylesheet import stylesheet


class Theme(StrEnum):
    """Which palette the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


THEME_NAMES: dict[Theme, str] = {
    Theme.LIGHT: "Sáng",
    Theme.DARK: "Tối",
    Theme.CONTRAST: "Tương phản cao",
    Theme.SYSTEM: "Theo Windows",
}
STYLED = "styled"
"""Set on an application that was made in the style already."""
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.CONTRAST: Qt.ColorScheme.Unknown,
}
_TONES = {
    MarkTone.ON_ACCENT: QPalette.ColorRole.Base,
    MarkTone.TEXT: QPalette.ColorRole.Text,
    MarkTone.QUIET: QPalette.ColorRole.PlaceholderText,
    MarkTone.OFF: QPalette.ColorRole.Shadow,
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
        self._restyling = Restyling(self)
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
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
        """Whether light words stand on dark paper now."""
        if self._theme is Theme.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._theme is Theme.DARK

    @property
    def high_contrast(self) -> bool:
        """Whether the colours are those of a contrast theme, chosen here or in Windows."""
        if self._theme is Theme.SYSTEM:
            strong = Qt.ContrastPreference.HighContrast
            return self._hints.accessibility().contrastPreference() == strong
        return self._theme is Theme.CONTRAST

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

    def listen_to(self, window: QWidget) -> None:
        """Qt tells every window that the colours of the system are others; nobody else hears of
        one contrast theme in the place of another."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Told once for each change."""
        if event.type() == QEvent.Type.ThemeChange:
            self._system_changed()
        return False

    def _system_changed(self) -> None:
        if self._theme in (Theme.SYSTEM, Theme.CONTRAST):
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        font = self._app.font()
        font.setPointSizeF(self._points * self._size / 100)
        self._app.setFont(font)
        palette = make_palette(self._colours())
        self._app.setPalette(palette)
        paint_marks({tone: palette.color(role).name() for tone, role in _TONES.items()})
        # The empty frame of the next start is painted in these, before there is a palette.
        self._settings.setValue("look/page", palette.color(QPalette.ColorRole.Window).name())
        self._settings.setValue("look/paper", palette.color(QPalette.ColorRole.Base).name())
        self._wear(stylesheet(font, contrast=self.high_contrast))

    def _wear(self, sheet: str) -> None:
        """Under the same sheet the widgets are polished anew."""
        if sheet == self._app.styleSheet():
            self._restyling.begin(self._app)
        else:
            self._restyling.wear(self._app, sheet)

    def _colours(self) -> dict[QPalette.ColorRole, str]:
        if self.high_contrast:
            return contrast_colours(system_colours())
        return DARK if self.dark else LIGHT


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
