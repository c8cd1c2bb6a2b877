"""Icons drawn from the bundled SVG files in the colour of the text around them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource_path

SIZE = 20


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the palette's present colour of `role`.

    Ask again when the palette changes: an icon keeps the colour it was made in.
    """
    palette = QGuiApplication.palette()
    drawn = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, role)
        for size in _sizes():
            drawn.addPixmap(_pixmap(name, colour.rgba(), size), mode)
    return drawn


def _sizes() -> tuple[int, ...]:
    """Twice as large where a screen has more than one point in a pixel of ours."""
    sharp = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    return (SIZE, 2 * SIZE) if sharp else (SIZE,)


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
