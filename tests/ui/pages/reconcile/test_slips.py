"""Phiếu sửa đơn vị: by unit, the name to choose, a Zalo text, closed by evidence."""

import pytest
from PySide6.QtGui import QGuiApplication

from models.records import Contact
from models.roster.units import set_contacts
from tests.factory import unit
from tests.ui.pages.reconcile.acts import button, click, column, words, write
from tests.ui.pages.reconcile.conftest import CLINIC, CULTURE, MATCHED, WRONG
from ui.table.data_table import DataTable


@pytest.fixture
def slips(qtbot, desk, page, receive, make_export):
    """One slip is open."""
    head = Contact("head", "Ngô Thị Hạnh", phone="0912345678")
    set_contacts(desk.file, unit(desk.file, CULTURE).id, [head])
    receive(make_export((MATCHED, WRONG)))
    write(qtbot, desk, page)
    qtbot.waitUntil(lambda: button(page, "reconcile-slips").isVisible())
    click(qtbot, page, "reconcile-slips")
    return page


def table(page, name) -> DataTable:
    return page.findChild(DataTable, name)


def test_a_slip_names_who_what_and_whom_to_call(qtbot, slips):
    assert column(qtbot, table(slips, "slip-units"), "Đơn vị") == [CULTURE]
    assert column(qtbot, table(slips, "slips-open"), "Họ và tên") == ["Lê Thị Bình"]
    assert column(qtbot, table(slips, "slips-open"), "Đang ghi trên nền tảng") == [CLINIC]
    assert words(slips, "slip-choose") == CULTURE
    assert words(slips, "slip-contact") == "Thủ trưởng: Ngô Thị Hạnh, 0912 345 678"


def test_name_and_message_are_copied_by_key(qtbot, desk, slips):
    click(qtbot, slips, "slip-copy-unit")
    assert QGuiApplication.clipboard().text() == CULTURE
    with qtbot.waitSignal(desk.said) as said:
        click(qtbot, slips, "slip-message")
    assert said.args[0] == "Đã chép tin Zalo."
    text = QGuiApplication.clipboard().text()
    assert "Lê Thị Bình" in text
    assert f"“{CULTURE}”" in text


def test_a_later_file_with_the_right_unit_closes_it(qtbot, desk, slips, receive, make_export):
    right = (WRONG[0], WRONG[1], WRONG[2], CULTURE, *WRONG[4:])
    receive(make_export((MATCHED, right), "sua.xlsx"))
    assert "1 phiếu đã đóng" in write(qtbot, desk, slips).text
    closed = table(slips, "slips-closed")
    qtbot.waitUntil(lambda: closed.model().rowCount() == 1)
    assert "sua.xlsx" in column(qtbot, closed, "Căn cứ")[0]
    assert table(slips, "slip-units").model().rowCount() == 0


def test_printing_leads_to_the_documents(qtbot, slips):
    if not button(slips, "slip-print").isVisible():
        pytest.skip("no document prints slips yet")
    with qtbot.waitSignal(slips.open_page) as opened:
        click(qtbot, slips, "slip-print")
    assert opened.args[0] == "reports"
