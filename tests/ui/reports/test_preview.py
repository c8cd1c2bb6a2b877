"""The preview: which page is in sight, how large, and what stands there while it is drawn anew."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from reportlab.pdfgen.canvas import Canvas

from ui.calls.reports import Drawn, page_picture
from ui.pages.reports.placing import GAP, Fit, next_zoom, page_rects, scale_of
from ui.pages.reports.preview import Preview
from ui.pages.reports.view_bar import ViewBar

Key, Modifier = Qt.Key, Qt.KeyboardModifier
A4, LYING = (595.28, 841.89), (841.89, 595.28)
ROOM = QSize(600, 500)


def black(pages: int, *, whole: bool = True) -> Drawn:
    """Pages that are black all over."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4)
    for _ in range(pages):
        canvas.rect(0, 0, *A4, fill=1)
        canvas.showPage()
    canvas.save()
    return Drawn(None, None, held.getvalue(), (A4,) * pages, whole)


class Drawing:
    """Draws pages when it is told to."""

    def __init__(self):
        self.asked = []

    def __call__(self, pdf, page, width, take):
        self.asked.append((pdf, page, width, take))

    def answer(self):
        pdf, page, width, take = self.asked.pop(0)
        take(page_picture(pdf, page, width))


@pytest.fixture
def drawing():
    return Drawing()


@pytest.fixture
def preview(qtbot, drawing):
    made = Preview(drawing)
    qtbot.addWidget(made)
    made.resize(ROOM)
    made.show()
    qtbot.waitExposed(made)
    return made


def lightness(preview) -> int:
    """Of the middle of what is shown, below the plate."""
    picture = preview.viewport().grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() * 4 // 5).lightness()


def answered(qtbot, drawing):
    qtbot.waitUntil(lambda: bool(drawing.asked))
    drawing.answer()


def test_a_page_fits_the_width_the_whole_or_is_as_large_as_paper():
    width = scale_of(A4, Fit.WIDTH, ROOM, 96, 10_000)
    assert A4[0] * width * 96 / 72 == pytest.approx(ROOM.width() - 2 * GAP)
    whole = scale_of(A4, Fit.PAGE, ROOM, 96, 10_000)
    assert A4[1] * whole * 96 / 72 == pytest.approx(ROOM.height() - 2 * GAP)
    assert scale_of(LYING, Fit.PAGE, ROOM, 96, 10_000) == scale_of(LYING, Fit.WIDTH, ROOM, 96, 9999)
    assert scale_of(A4, 1.5, ROOM, 96, 10) == 1.5


def test_pages_lie_below_each_other_without_touching():
    rects = page_rects((A4, LYING), (0.5, 0.5), ROOM, 96)
    assert rects[1].top() - rects[0].bottom() == GAP + 1
    assert {rect.center().x() * 2 // 10 for rect in rects} == {ROOM.width() // 10 - 1}


def test_zoom_goes_in_steps_and_stops_at_the_ends():
    assert next_zoom(0.7, larger=True) == 0.75
    assert next_zoom(0.7, larger=False) == 0.67
    assert next_zoom(1.0, larger=True) == 1.25
    assert next_zoom(9.0, larger=True) == 4.0
    assert next_zoom(0.1, larger=False) == 0.25


def test_the_old_page_stays_dimmed_until_the_new_one_is_there(qtbot, preview, drawing):
    preview.show_drawn(black(1))
    answered(qtbot, drawing)
    qtbot.waitUntil(lambda: lightness(preview) < 30)
    preview.wait()
    qtbot.waitUntil(lambda: preview.is_waiting)
    assert 100 < lightness(preview) < 230
    preview.show_drawn(black(1))
    assert not preview.is_waiting
    assert 100 < lightness(preview) < 230
    answered(qtbot, drawing)
    qtbot.waitUntil(lambda: lightness(preview) < 30)


def test_the_rest_comes_after_the_first_page(qtbot, preview, drawing):
    bar = ViewBar(preview)
    qtbot.addWidget(bar)
    preview.show_drawn(black(1, whole=False))
    answered(qtbot, drawing)
    qtbot.waitUntil(lambda: lightness(preview) < 30)
    preview.show_rest(black(17))
    assert lightness(preview) < 30
    assert bar.findChild(QPushButton, "page-on").isEnabled()


def test_the_bar_says_which_page_of_how_many_is_in_sight(qtbot, preview):
    bar = ViewBar(preview)
    qtbot.addWidget(bar)
    bar.show()
    preview.show_drawn(black(5))

    def read():
        parts = [
            each
            for each in bar.findChildren(QLabel) + bar.findChildren(QLineEdit)
            if each.isVisible() and each.text()
        ]
        return " ".join(
            each.text() for each in sorted(parts, key=lambda each: each.mapTo(bar, QPoint()).x())
        )

    assert read() == "Trang 1 /5"
    preview.setFocus()
    qtbot.keyClick(preview, Key.Key_End)
    assert read() == "Trang 5 /5"


def test_a_page_is_gone_to_by_its_number(qtbot, preview):
    bar = ViewBar(preview)
    qtbot.addWidget(bar)
    bar.show()
    preview.show_drawn(black(17))
    field = bar.findChild(QLineEdit, "page-number")
    field.selectAll()
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Key.Key_Return)
    assert preview.page == 12
    qtbot.mouseClick(bar.findChild(QPushButton, "page-on"), Qt.MouseButton.LeftButton)
    assert preview.page == 13
    qtbot.mouseClick(bar.findChild(QPushButton, "page-back"), Qt.MouseButton.LeftButton)
    assert preview.page == 12
    field.clear()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Key.Key_Return)
    assert (preview.page, field.text()) == (17, "17")


def test_the_size_is_chosen_from_a_menu(qtbot, preview):
    bar = ViewBar(preview)
    qtbot.addWidget(bar)
    preview.show_drawn(black(2))
    size = bar.findChild(QPushButton, "zoom")
    menu = size.menu()
    assert isinstance(menu, QMenu)
    for words, zoom in (
        ("150%", 1.5),
        ("Vừa &cả trang", Fit.PAGE),
        ("Vừa bề &ngang trang", Fit.WIDTH),
    ):
        (entry,) = [each for each in menu.actions() if each.text() == words]
        menu.popup(bar.mapToGlobal(bar.rect().center()))
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        assert preview.zoom == zoom
        if zoom is Fit.PAGE:
            assert preview.verticalScrollBar().maximum() < 2 * preview.viewport().height()
    assert size.text().endswith("%")
    assert preview.horizontalScrollBar().maximum() == 0


def test_home_and_end_are_the_ends_of_the_document(qtbot, preview):
    preview.show_drawn(black(3))
    qtbot.keyClick(preview, Key.Key_End)
    assert preview.page == 3
    qtbot.keyClick(preview, Key.Key_Home)
    assert preview.page == 1


def test_a_bar_stands_beside_a_document_and_beside_nothing_else(qtbot, preview):
    bar = preview.verticalScrollBar()
    assert bar.isVisible()
    preview.show_words("Không có ai đang ghi sai đơn vị.", "")
    qtbot.waitUntil(lambda: not bar.isVisible())
    preview.show_drawn(black(2))
    qtbot.waitUntil(bar.isVisible)
