"""The icons are one set, take any colour, and really draw something."""

import re
import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resources import resource_path

NAMES = [
    *("overview", "roster", "reconcile", "units", "contest", "reports", "data"),
    *("search", "add", "import", "undo", "redo", "check", "cross", "warning", "info", "help"),
    *("file", "folder", "copy", "print", "save", "filter", "chevron-right", "chevron-down"),
    *("person", "phone", "calendar", "settings", "close", "arrow-up", "arrow-down"),
    *("pdf", "excel", "drop", "eye", "lock"),
]


def draw(svg: str, size: int) -> QImage:
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return picture


def test_the_set_is_complete():
    found = {path.stem for path in resource_path("icons").glob("*.svg")}
    assert found == {*NAMES, "app"}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_to_the_grid_and_to_the_colour_of_the_text(name):
    root = ET.parse(resource_path("icons", f"{name}.svg")).getroot()
    assert root.get("viewBox") == "0 0 20 20"
    assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "1.6")
    colours = {e.get(key) for e in root.iter() for key in ("stroke", "fill")}
    assert colours <= {None, "none", "currentColor"}
    assert "stroke-width" not in {key for child in root for key in child.attrib}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_draws_in_the_colour_given_and_stays_inside(qapp, name):
    svg = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    picture = draw(svg.replace("currentColor", "#ff0000"), 80)
    drawn = [(x, y) for x in range(80) for y in range(80) if picture.pixelColor(x, y).alpha() > 200]
    assert 200 < len(drawn) < 3200
    assert all(picture.pixelColor(x, y).red() > 200 for x, y in drawn)
    assert all(2 <= x < 78 and 2 <= y < 78 for x, y in drawn)


def test_no_two_icons_are_alike():
    texts = {re.sub(r"\s", "", resource_path("icons", f"{n}.svg").read_text()) for n in NAMES}
    assert len(texts) == len(NAMES)


def test_the_app_icon_has_every_size_that_windows_asks_for():
    with Image.open(resource_path("icons", "app.ico")) as icon:
        assert icon.info["sizes"] == {(s, s) for s in (16, 24, 32, 48, 64, 128, 256)}


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_app_icon_is_the_app_mark(qapp, size):
    mark = draw(resource_path("icons", "app.svg").read_text(encoding="utf-8"), size)
    with Image.open(resource_path("icons", "app.ico")) as icon:
        icon.size = (size, size)
        frame = icon.convert("RGBA")
    for x, y in ((0, 0), (size // 2, size // 8), (size // 2, size // 2)):
        colour = mark.pixelColor(x, y)
        expected = (colour.red(), colour.green(), colour.blue(), colour.alpha())
        got = frame.getpixel((x, y))
        assert all(abs(a - b) <= 12 for a, b in zip(got, expected, strict=True)), (x, y)
