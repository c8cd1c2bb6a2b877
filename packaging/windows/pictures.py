"""Draws the pictures of the installer from the app's mark: `pictures.py FOLDER`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
HEADER = (300, 114)
SIDE = (328, 628)
"""Twice the size that they are shown in, so that they stay sharp on a scaled screen."""

DEEP, GREEN, LIGHT = QColor("#084c43"), QColor("#0b6b5e"), QColor("#ffffff")


def main(folder: Path) -> None:
    """Write header.bmp, side.bmp and app.ico."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    mark = QSvgRenderer(str(ICONS / "app.svg"))
    draw_header(mark).save(str(folder / "header.bmp"))
    draw_side(mark).save(str(folder / "side.bmp"))
    shutil.copyfile(ICONS / "app.ico", folder / "app.ico")


def draw_header(mark: QSvgRenderer) -> QImage:
    """The mark at the right end of the white bar above each page."""
    picture = QImage(*HEADER, QImage.Format.Format_RGB888)
    picture.fill(LIGHT)
    painter = QPainter(picture)
    side = 74
    mark.render(painter, QRectF(HEADER[0] - side - 24, (HEADER[1] - side) / 2, side, side))
    painter.end()
    return picture


def draw_side(mark: QSvgRenderer) -> QImage:
    """The picture of the first and last page: the mark over a rising line."""
    width, height = SIDE
    picture = QImage(*SIDE, QImage.Format.Format_RGB888)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QLinearGradient(0, 0, 0, height)
    ground.setColorAt(0, GREEN)
    ground.setColorAt(1, DEEP)
    painter.fillRect(picture.rect(), ground)
    draw_steps(painter, width, height)
    side = 132
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 28))
    painter.drawRoundedRect(QRectF(36, 56, side + 24, side + 24), 40, 40)
    mark.render(painter, QRectF(48, 68, side, side))
    painter.end()
    return picture


def draw_steps(painter: QPainter, width: int, height: int) -> None:
    """Bars that rise to the right, the last one whole: progress, without words."""
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    bars, gap = 6, 14
    broad = (width - 72 - gap * (bars - 1)) / bars
    for number in range(bars):
        tall = 60 + 42 * number
        painter.setBrush(QColor(255, 255, 255, 40 + 26 * number))
        left = 36 + number * (broad + gap)
        painter.drawRoundedRect(QRectF(left, height - 56 - tall, broad, tall), 8, 8)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
