"""Those who are shown leave as a workbook or on paper: as filtered, masked, and logged."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from models.papers.export_log import exports_logged
from models.records.practising import PRACTICE_MARK
from models.roster.cells import CellText, write_cells
from reports.shown_rows import ShownRows, shown_workbook
from tests.ui.keys import type_vietnamese
from ui.pages.roster.print_preview import PrintPreview
from ui.printing.table_pages import table_pages

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def push(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Left)


def texts(pages):
    book = pypdfium2.PdfDocument(pages.pdf)
    found = ["".join(page.get_textpage().get_text_range().split()) for page in book]
    book.close()
    return found


def test_a_phone_in_a_note_is_masked_as_well(qtbot, desk, page, tmp_path):
    first = page.table.rows.ids[0]
    with qtbot.waitSignal(page.loaded):
        write_cells(desk.file, [CellText(first, "note", "số cũ 0912 345 678, tổ 12")])
    push(qtbot, page, "export-shown")
    dialog = page.findChild(QFileDialog, "export-shown-dialog")
    target = tmp_path / "ds.xlsx"
    with qtbot.waitSignal(desk.noticed):
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    sheet = load_workbook(target).active
    assert sheet["H4"].value.endswith("số cũ 0912***678, tổ 12")


def test_the_filtered_rows_become_a_workbook(qtbot, desk, page, tmp_path):
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "thi")
    push(qtbot, page, "export-shown")
    dialog = page.findChild(QFileDialog, "export-shown-dialog")
    target = tmp_path / "ds.xlsx"
    with qtbot.waitSignal(desk.noticed):
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    sheet = load_workbook(target).active
    assert sheet["A2"].value == "3/5 người; tìm “thi”"
    titles = [each.value for each in sheet[3] if each.value]
    assert titles[:5] == ["STT", "Họ và tên", "Đơn vị", "Chức vụ", "Điện thoại"]
    assert titles[5:] == ["Đăng ký", "Hoàn thành", "Ghi chú"]
    names = [sheet.cell(row, 2).value for row in range(4, sheet.max_row + 1)]
    assert names == ["Nguyễn Thị Ánh", "Lê Thị Bình", "Đặng Thị Hòa"]
    phones = [sheet.cell(row, 5).value for row in (4, 5)]
    assert phones == ["0982***594", "0982***592"]
    (line,) = exports_logged(desk.file)
    assert (line.told.people, line.told.place) == (3, str(target))


def test_ctrl_p_shows_the_pages_as_they_are_printed(qtbot, page):
    qtbot.keyClick(page.table, Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: page.findChild(PrintPreview) is not None)
    dialog = page.findChild(PrintPreview)
    where = dialog.findChild(QLabel, "print-page")
    qtbot.waitUntil(lambda: where.text() == "Trang 1/1")
    qtbot.keyClick(dialog, Key.Key_Escape)


@pytest.mark.parametrize("wide", [3, 9])
def test_each_page_has_the_titles_and_its_number_and_no_row_is_lost(qapp, wide):
    columns = tuple(f"Cột {at}" for at in range(wide))
    rows = tuple((f"R{line}.", *["một hai ba"] * (wide - 1)) for line in range(150))
    pages = table_pages(ShownRows("Danh sách cán bộ", "150 người", columns, rows))
    found = texts(pages)
    assert len(found) == len(pages.sizes) > 1
    for at, text in enumerate(found, start=1):
        assert f"Trang{at}/{len(found)}" in text
        assert "Cột0" in text
    whole = " ".join(found)
    assert all(f"R{line}." in whole for line in range(150))
    assert (pages.sizes[0][0] > pages.sizes[0][1]) is (wide > 3)


def test_made_up_rows_say_so_on_each_printed_page_and_in_the_workbook(qapp):
    rows = tuple((f"R{line}.",) for line in range(150))
    shown = ShownRows("Danh sách cán bộ", "150 người", ("Họ và tên",), rows, PRACTICE_MARK)
    said = PRACTICE_MARK.replace(" ", "")
    assert all(said in text.replace(" ", "") for text in texts(table_pages(shown)))
    book = load_workbook(BytesIO(shown_workbook(shown, date(2026, 6, 8))))
    assert PRACTICE_MARK in book.active["A1"].value


def test_the_name_of_a_workbook_of_made_up_people_says_so(qtbot, desk, page, monkeypatch):
    monkeypatch.setattr("ui.desk.practice_data_file", lambda: desk.file.path)
    push(qtbot, page, "export-shown")
    dialog = page.findChild(QFileDialog, "export-shown-dialog")
    (chosen,) = dialog.selectedFiles()
    dialog.reject()
    assert "/ThucHanh_DanhSach_" in chosen
