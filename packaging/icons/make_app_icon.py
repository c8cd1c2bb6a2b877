"""Renders the app mark to `resources/icons/app.ico`, which Windows shows for the program.

Run `python packaging/icons/make_app_icon.py` after changing `resources/icons/app.svg`.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def render(renderer: QSvgRenderer, size: int) -> Image.Image:
    """The mark as a square picture, drawn at this size rather than scaled to it."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGBA")


def main() -> None:
    """Write the icon with all sizes that Windows asks for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    renderer = QSvgRenderer(str(ICONS / "app.svg"))
    *smaller, largest = [render(renderer, size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    largest.save(ICONS / "app.ico", sizes=sizes, append_images=smaller)


if __name__ == "__main__":
    main()
