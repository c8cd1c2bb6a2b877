"""What stands in a table without rows: its words are whole, or not there at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui.table.empty import paint_empty

TITLE, HINT = "Chưa có ai", "Bấm Nhập danh sách, hoặc kéo tệp Excel vào đây."
WIDE = 400


def inked(widget, high, title, hint):
    """The rows of the picture that hold ink, when it is painted in so low a table."""
    image = QImage(WIDE, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_empty(painter, QRect(0, 0, WIDE, high), widget, title, hint)
    white = QColor(Qt.GlobalColor.white).rgb()
    return [y for y in range(400) if any(image.pixel(x, y) != white for x in range(WIDE))]


@pytest.fixture
def widget(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def spread(rows):
    return rows[-1] - rows[0]


@pytest.mark.parametrize("high", [30, 40, 60, 90, 150, 300])
def test_no_word_is_cut_in_a_low_table(widget, high):
    title = inked(widget, 400, TITLE, "")
    both = inked(widget, 400, TITLE, HINT)
    rows = inked(widget, high, TITLE, HINT)
    assert rows[-1] < high
    assert spread(rows) in (spread(title), spread(both))


def test_a_high_table_says_both_in_its_upper_middle(widget):
    both, title = inked(widget, 300, TITLE, HINT), inked(widget, 300, TITLE, "")
    assert spread(both) > spread(title)
    assert 90 <= both[0] <= 150


def test_where_only_the_title_has_room_it_stands_whole_without_the_hint(widget):
    line = widget.fontMetrics().height()
    assert spread(inked(widget, line + 2, TITLE, HINT)) == spread(inked(widget, 400, TITLE, ""))
