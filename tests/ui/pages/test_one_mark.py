"""A contest that counts one mark of its own: no page speaks of registering."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListWidget,
    QTabWidget,
    QTreeView,
)

from models.journal.change import changing
from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.store.schema import contests
from reports.catalog import KINDS, Audience
from ui.pages.catalog import PAGES

SIGNED = {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"}
WALKED = ("overview", "roster", "reconcile", "units", "contest", "reports")


@pytest.fixture
def signed(desk):
    """Three people of one unit: one has signed, one has failed, one has done nothing."""
    unit = next(each for each in list_units(desk.file) if each.depth == 1)
    names = ("Trần Văn An", "Lê Thị Bình", "Phạm Đức Cường")
    an, binh, _ = (add_person(desk.file, PersonDraft(name, unit.id)) for name in names)
    set_marks(desk.file, [an], Mark.COMPLETED)
    set_marks(desk.file, [binh], Mark.FAILED)
    with changing(desk.file, "x", "Tên gọi") as change:
        change.update(contests, {1: SIGNED})
    return unit


@pytest.fixture
def open_page(qtbot, desk, signed):
    def opener(key):
        desk.reference.when_known(lambda: None)
        page = next(each for each in PAGES if each.key == key).make(desk)
        qtbot.addWidget(page)
        page.resize(1350, 700)
        page.show()
        with qtbot.waitSignal(page.loaded):
            page.shown()
        return page

    return opener


def headers(view):
    """The titles of a tree, the lines of a list."""
    model = view.model()
    if isinstance(view, QTreeView):
        for column in range(view.header().count()):
            if not view.isColumnHidden(column):
                yield str(model.headerData(column, Qt.Orientation.Horizontal))
    elif isinstance(view, QListWidget):
        lines = [view.item(at) for at in range(view.count())]
        yield from (each.text() for each in lines if not each.isHidden())


def words_of(page):
    """What can be read on the page: labels, buttons, choices, titles of columns and tabs."""
    for kind in (QLabel, QAbstractButton):
        for each in page.findChildren(kind):
            if each.isVisibleTo(page):
                yield from (each.text(), each.toolTip(), each.accessibleName())
    for box in page.findChildren(QComboBox):
        if box.isVisibleTo(page):
            yield from (box.itemText(at) for at in range(box.count()))
    for view in page.findChildren(QAbstractItemView):
        if view.isVisibleTo(page):
            shown = getattr(getattr(view, "header", None), "shown_columns", None)
            yield from (each.title for each in shown()) if callable(shown) else headers(view)
    for tabs in page.findChildren(QTabWidget):
        yield from (tabs.tabText(at) for at in range(tabs.count()))


def about_registering(page):
    return [each for each in words_of(page) if "đăng ký" in each.lower()]


@pytest.mark.parametrize("key", WALKED)
def test_no_page_says_registering(qtbot, open_page, key):
    page = open_page(key)
    said = [each for each in words_of(page) if each]
    assert said
    qtbot.waitUntil(lambda: about_registering(page) == [])


@pytest.mark.parametrize("at", range(1, 5))
def test_no_tab_of_the_contest_does(qtbot, open_page, at):
    page = open_page("contest")
    tabs = page.findChild(QTabWidget, "contest-tabs")
    tabs.setCurrentIndex(at)
    qtbot.waitUntil(lambda: bool(tabs.currentWidget().findChildren(QLabel)))
    assert about_registering(page) == []


def test_the_units_count_the_one_mark(qtbot, open_page, signed):
    page = open_page("units")
    tree = page.findChild(QTreeView, "unitTree")
    assert "Kích hoạt chữ ký số" in list(headers(tree))
    cells = [tree.model().index_of(signed.id).siblingAtColumn(at).data() for at in (1, 2, 4)]
    assert cells == ["3", "1", "33,3%"]
    assert tree.isColumnHidden(3), "there is no second mark"
    with qtbot.waitSignal(page.loaded):
        page.take(signed.id)
    words = "3 người phải tham gia · 1 đã kích hoạt chữ ký số (33,3%)"
    assert page.findChild(QLabel, "unitCounts").text() == words


def test_the_documents_are_those_of_the_one_mark(open_page):
    page = open_page("reports")
    kinds = list(headers(page.findChild(QListWidget, "kinds")))
    assert "Danh sách chưa kích hoạt chữ ký số" in kinds
    assert len(kinds) == len(KINDS) - 1 + len(Audience)
    told = page.findChild(QLabel, "summary").text()
    assert "tổng số 3 người, đã kích hoạt chữ ký số 1 (33,3%)." in told
