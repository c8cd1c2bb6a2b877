"""Icons drawn from the bundled SVG files in the colour of the text around them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from resources import resource_path
from ui.theme.palette import role_when_selected

SIZE, SIGN_SHARE = 20, 1.1
LARGE_POINTS = 11


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the palette's present colour of `role`; where it
    cannot be used it is as grey as the words of a button, on whatever it stands.

    Ask again when the palette changes: an icon keeps the colour it was made in.
    """
    palette = QGuiApplication.palette()
    chosen = palette.color(role_when_selected(palette, role))
    grey = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    inks = {
        QIcon.Mode.Normal: palette.color(role),
        QIcon.Mode.Disabled: grey,
        QIcon.Mode.Selected: chosen,
    }
    made = _drawn(name, inks)
    for size in _sizes():
        made.addPixmap(_pixmap(name, chosen.rgba(), size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def sign_picture(name: str, role: QPalette.ColorRole) -> QPixmap:
    """The icon as it stands beside words, as high as a line of them.

    Ask again when the palette or the font changes.
    """
    side = round(QFontMetrics(QGuiApplication.font()).height() * SIGN_SHARE)
    return icon(name, role).pixmap(side, side)


def menu_icon(name: str) -> QIcon:
    """The same for a line of a menu: Qt calls the line under the pointer active."""
    palette, role = QGuiApplication.palette(), QPalette.ColorRole.Text
    inks = {
        QIcon.Mode.Normal: palette.color(role),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, role),
        QIcon.Mode.Active: palette.color(role_when_selected(palette, role)),
    }
    return _drawn(name, inks)


def keep_icon(
    holder: QAbstractButton | QAction,
    name: str,
    role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
) -> None:
    """Give `holder` an icon now, and anew whenever the palette is another one."""
    _Kept(holder, name, role)


class _Kept(QObject):
    """Belongs to the holder."""

    def __init__(
        self, holder: QAbstractButton | QAction, name: str, role: QPalette.ColorRole
    ) -> None:
        super().__init__(holder)
        self._holder, self._name, self._role = holder, name, role
        self._draw()
        # The empty frame of a start has icons and no looks yet.
        from ui.theme.appearance import worn

        if (look := worn()) is not None:
            look.changed.connect(self._draw)

    def _draw(self) -> None:
        self._holder.setIcon(icon(self._name, self._role))


def _drawn(name: str, inks: Mapping[QIcon.Mode, QColor]) -> QIcon:
    made = QIcon()
    for mode, ink in inks.items():
        for size in _sizes():
            made.addPixmap(_pixmap(name, ink.rgba(), size), mode)
    return made


def _sizes() -> tuple[int, ...]:
    """Twice as large for larger text, or where a screen has more than one point in a pixel."""
    sharp = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    large = QGuiApplication.font().pointSizeF() > LARGE_POINTS
    return (SIZE, 2 * SIZE) if sharp or large else (SIZE,)


@cache
def _source(name: str) -> bytes:
    return resource_path("icons", f"{name}.svg").read_bytes()


@cache
def _pixmap(name: str, rgba: int, size: int) -> QPixmap:
    colour = QColor.fromRgba(rgba).name()
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def app_picture(size: int, ratio: float) -> QPixmap:
    """The program's own picture, `size` wide, sharp on a screen of that ratio."""
    return QIcon(str(resource_path("icons", "app.svg"))).pixmap(QSize(size, size), ratio)
