"""Phiếu sửa đơn vị: by unit, the name to choose, a Zalo text, closed by evidence."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit

from models.records import Contact
from models.roster.units import set_contacts
from tests.factory import unit
from tests.ui.pages.reconcile.acts import button, click, column, words, write
from tests.ui.pages.reconcile.conftest import CLINIC, CULTURE, ECONOMY, MATCHED, WRONG
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
    assert words(slips, "slip-contact") == "Người đứng đầu: Ngô Thị Hạnh, 0912 345 678"


def test_name_and_message_are_copied_by_key(qtbot, desk, slips):
    click(qtbot, slips, "slip-copy-unit")
    assert QGuiApplication.clipboard().text() == CULTURE
    with qtbot.waitSignal(desk.said) as said:
        click(qtbot, slips, "slip-message")
    assert said.args[0] == "Đã sao chép tin Zalo."
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


@pytest.fixture
def two_units(qtbot, desk, slips, receive, make_export):
    """A slip is open in each of two units."""
    other = ("dung01", "Vũ Ngọc Dung", "0912000004", CLINIC, "7", "")
    receive(make_export((MATCHED, WRONG, other), "hai.xlsx"))
    write(qtbot, desk, slips)
    units = table(slips, "slip-units")
    qtbot.waitUntil(lambda: units.model().rowCount() == 2)
    slips.take("slips")
    return slips


def save(qtbot, desk, page, name, path):
    """Press Alt and the letter of a button, type where to, and read what was written."""
    letter = {"slip-print": Qt.Key.Key_I, "slip-print-all": Qt.Key.Key_M}[name]
    assert button(page, name).isVisible()
    qtbot.keyClick(page, letter, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "slips-dialog") is not None)
    dialog = page.findChild(QFileDialog, "slips-dialog")
    suggested = Path(dialog.selectedFiles()[0]).name
    dialog.findChild(QLineEdit).setText(str(path))
    with qtbot.waitSignal(desk.noticed, timeout=20_000) as noticed:
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()
    assert noticed.args[0].path == path
    text = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
    return suggested, text.replace("\ufffe", "")


def test_the_slips_of_one_unit_are_printed_alone(qtbot, desk, two_units, tmp_path):
    two_units.findChild(DataTable, "slip-units").go_to(unit(desk.file, ECONOMY).id)
    qtbot.waitUntil(lambda: words(two_units, "slip-choose") == ECONOMY)
    suggested, text = save(qtbot, desk, two_units, "slip-print", tmp_path / "mot.pdf")
    assert suggested.startswith("PhieuSuaDonVi_KeSat_PhongKinhTe")
    assert "Vũ Ngọc Dung" in text
    assert "Lê Thị Bình" not in text


def test_the_slips_of_all_units_are_printed_together(qtbot, desk, two_units, tmp_path):
    suggested, text = save(qtbot, desk, two_units, "slip-print-all", tmp_path / "moi.pdf")
    assert suggested.startswith("PhieuSuaDonVi_KeSat_2026")
    assert "Vũ Ngọc Dung" in text
    assert "Lê Thị Bình" in text


def test_nothing_is_to_be_printed_where_no_slip_is_open(page):
    page.take("slips")
    assert not button(page, "slip-print").isVisible()
    assert not button(page, "slip-print-all").isVisible()
