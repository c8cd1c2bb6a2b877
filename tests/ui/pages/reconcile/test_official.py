"""Số liệu của thành phố: typed by key, beside ours, the gap with names and the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from models.reconcile.official import official_figures
from models.reconcile.records import CountGap, GapCause
from models.records import Mark
from models.roster.marks import set_marks
from tests.ui.pages.reconcile.acts import click, column, words
from tests.ui.pages.reconcile.conftest import ECONOMY
from ui.pages.reconcile.official_view import gap_lines, gap_words
from ui.table.data_table import DataTable

Key = Qt.Key


@pytest.fixture
def official(page):
    page.take("official")
    return page


def field(page, name) -> QLineEdit:
    return page.findChild(QLineEdit, name)


def keep(qtbot, page, registered, total=""):
    qtbot.keyClicks(field(page, "official-total"), total)
    qtbot.keyClicks(field(page, "official-registered"), registered)
    qtbot.keyClick(field(page, "official-registered"), Key.Key_Return)


def figures(page) -> DataTable:
    return page.findChild(DataTable, "official-figures")


def said(page) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_a_count_stands_beside_ours_with_its_gap(qtbot, desk, official, roster):
    set_marks(desk.file, list(roster.values())[:4], Mark.REGISTERED)
    keep(qtbot, official, "1", "5")
    qtbot.waitUntil(lambda: figures(official).model().rowCount() == 1)
    assert column(qtbot, figures(official), "Đến hết ngày") == ["08/06/2026"]
    assert column(qtbot, figures(official), "Đăng ký: thành phố / xã") == ["1 / 4"]
    assert column(qtbot, figures(official), "Chênh") == ["+3"]
    qtbot.waitUntil(lambda: "xã nhiều hơn 3 người" in said(official))
    assert field(official, "official-registered").text() == ""


def test_a_unit_is_found_by_a_part_of_its_name(qtbot, official):
    official.findChild(QComboBox, "official-unit").lineEdit().setText(ECONOMY)
    keep(qtbot, official, "2")
    qtbot.waitUntil(lambda: figures(official).model().rowCount() == 1)
    assert column(qtbot, figures(official), "Đơn vị") == [ECONOMY]


def test_what_cannot_be_is_said_below_the_fields(qtbot, official):
    click(qtbot, official, "official-save")
    assert words(official, "official-problem") == "Cần ghi ít nhất một số."
    keep(qtbot, official, "7", "5")
    qtbot.waitUntil(lambda: "chưa hợp lý" in words(official, "official-problem"))
    field(official, "official-day").clear()
    click(qtbot, official, "official-save")
    assert "Cần có ngày" in words(official, "official-problem")


def test_a_dot_between_thousands_is_understood_and_what_is_no_count_is_said(qtbot, official, desk):
    keep(qtbot, official, "12.5")
    assert words(official, "official-problem").startswith("Đã đăng ký phải là số nguyên")
    field(official, "official-registered").clear()
    keep(qtbot, official, "1.150", "1.234")
    qtbot.waitUntil(lambda: figures(official).model().rowCount() == 1)
    (kept,) = official_figures(desk.file)
    assert (kept.total, kept.registered) == (1234, 1150)


def test_delete_takes_a_count_away(qtbot, official):
    keep(qtbot, official, "1")
    qtbot.waitUntil(lambda: figures(official).model().rowCount() == 1)
    figures(official).setFocus()
    qtbot.keyClick(figures(official), Key.Key_Delete)
    qtbot.waitUntil(lambda: figures(official).model().rowCount() == 0)


def test_the_words_of_a_gap_add_up():
    causes = (GapCause("chưa có trong danh sách", ("Trần Văn An", "Lê Thị Bình"), 2),)
    lines = gap_lines("Đăng ký", CountGap("registered", 24, 31, -7, causes, 5))
    assert [line for _role, line in lines] == [
        "Đăng ký: xã 24, thành phố 31; xã ít hơn 7 người.",
        "• 2 người: chưa có trong danh sách. Trần Văn An, Lê Thị Bình.",
        "• Chưa giải thích được: 5 người.",
    ]
    assert gap_lines("Đăng ký", None) == []
    assert gap_lines("Đăng ký", CountGap("registered", 3, 3, 0, (), 0))[0][1].startswith(
        "Đăng ký: khớp"
    )
    assert (gap_words(3, 3), gap_words(3, None), gap_words(1, 4)) == ("khớp", "", "−3")
