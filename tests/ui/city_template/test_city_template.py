"""Mẫu của thành phố by real keys and the mouse: picked on the sheet, kept, filled, copied."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Protection
from openpyxl.worksheet.table import Table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from models.journal.change import changing
from models.journal.history import history
from models.journal.practising import keep_practice
from models.journal.replay import undo
from models.papers.city_template import templates_of
from models.records import Mark
from models.records.city import MappedPlace
from models.records.practising import PRACTICE_NOTE
from models.roster.marks import set_marks
from tests.factory import add_people, unit
from tests.reports.city_template.city_books import form, listing, parts_of
from ui.city_template.city_sheet import CitySheet
from ui.city_template.dialog import open_city_template
from ui.table.clipboard import table_mime

Key = Qt.Key
OFFICE, ECONOMY = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def people(desk):
    ids = add_people(desk.file, 5)
    add_people(desk.file, 3, unit(desk.file, ECONOMY).id)
    set_marks(desk.file, ids[:2], Mark.REGISTERED, date(2026, 6, 5))


@pytest.fixture
def dialog(qtbot, desk, host, people):
    made = open_city_template(desk, host)
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: problem(made).startswith("Chọn tệp"))
    return made


def problem(dialog):
    place = dialog.findChild(QLabel, "problem")
    return place.text() if place.isVisible() else ""


def press(qtbot, dialog, name):
    pressed = dialog.findChild(QPushButton, name)
    qtbot.waitUntil(pressed.isEnabled)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def choose_file(qtbot, dialog, path):
    press(qtbot, dialog, "city-file")
    chooser = dialog.findChild(QFileDialog, "city-choose")
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog, "city-choose") is None)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def open_book(qtbot, dialog, tmp_path, content, first):
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(content)
    choose_file(qtbot, dialog, path)
    sheet = dialog.findChild(CitySheet)
    qtbot.waitUntil(lambda: shown(sheet, 1, 1) == first)
    return sheet


def shown(sheet, row, column):
    return sheet.model().index(row - 1, column - 1).data() or ""


def click(qtbot, sheet, row, column):
    index = sheet.model().index(row - 1, column - 1)
    sheet.scrollTo(index)
    at = sheet.visualRect(index).topLeft() + QPoint(4, 4)
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)


def values(dialog):
    return dialog.findChild(QListWidget, "city-values")


def item(dialog, words):
    held = values(dialog)
    return next(at for at in range(held.count()) if held.item(at).text() == words)


def put_by_mouse(qtbot, dialog, sheet, row, column, words):
    click(qtbot, sheet, row, column)
    held = values(dialog)
    chosen = held.item(item(dialog, words))
    held.scrollToItem(chosen)
    pos = held.visualItemRect(chosen).center()
    qtbot.mouseClick(held.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    press(qtbot, dialog, "city-put")


def save(qtbot, dialog, desk, path):
    press(qtbot, dialog, "city-fill")
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog, "city-save") is not None)
    chooser = dialog.findChild(QFileDialog, "city-save")
    with qtbot.waitSignal(desk.noticed):
        chooser.fileSelected.emit(str(path))
    chooser.reject()
    return chooser


def test_a_form_is_mapped_by_keys_filled_and_kept(qtbot, desk, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    sheet.setFocus()
    click(qtbot, sheet, 4, 4)
    qtbot.keyClick(sheet, Key.Key_Return)
    qtbot.waitUntil(values(dialog).hasFocus)
    qtbot.keyClick(values(dialog), Key.Key_Enter)
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "8")
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Key.Key_Down)
    qtbot.keyClick(sheet, Key.Key_Return)
    qtbot.keyClick(values(dialog), Key.Key_Down)
    qtbot.keyClick(values(dialog), Key.Key_Return)
    qtbot.waitUntil(lambda: shown(sheet, 5, 4) == "2")
    out = tmp_path / "gửi.xlsx"
    save(qtbot, dialog, desk, out)
    page = load_workbook(out)["Biểu 01"]
    assert (page["D4"].value, page["D5"].value, page["D8"].value) == (8, 2, "=D4-D5")
    (kept,) = templates_of(desk.file)
    assert kept.places == (MappedPlace("D4", "total"), MappedPlace("D5", "registered"))
    assert history(desk.file)[0].summary == "Lưu cách điền mẫu “mẫu” của thành phố"
    original = parts_of((tmp_path / "mẫu.xlsx").read_bytes())
    changed = {name for name, part in parts_of(out.read_bytes()).items() if part != original[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    undo(desk.file)
    assert templates_of(desk.file) == ()


def test_the_next_time_it_is_one_click(qtbot, desk, dialog, host, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    put_by_mouse(qtbot, dialog, sheet, 4, 4, "Tổng số người thuộc đối tượng")
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "8")
    press(qtbot, dialog, "city-keep")
    qtbot.waitUntil(lambda: len(templates_of(desk.file)) == 1)
    dialog.reject()
    add_people(desk.file, 1, unit(desk.file, "Trạm Y tế xã").id)
    again = open_city_template(desk, host)
    qtbot.waitUntil(lambda: shown(again.findChild(CitySheet), 4, 4) == "9")
    out = tmp_path / "lần hai.xlsx"
    save(qtbot, again, desk, out)
    assert load_workbook(out)["Biểu 01"]["D4"].value == 9
    assert len(templates_of(desk.file)) == 1


def test_who_fills_it_with_made_up_figures_is_told(qtbot, desk, dialog, tmp_path):
    with changing(desk.file, "init", "Thực hành", undoable=False) as change:
        keep_practice(change)
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    put_by_mouse(qtbot, dialog, sheet, 4, 4, "Tổng số người thuộc đối tượng")
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "8")
    with qtbot.waitSignal(desk.noticed) as told:
        save(qtbot, dialog, desk, tmp_path / "gửi.xlsx")
    assert told.args[0].advice.startswith(PRACTICE_NOTE)
    words = dialog.findChild(QLabel, "city-words")
    press(qtbot, dialog, "city-copy")
    qtbot.waitUntil(lambda: "Đã sao chép" in words.text())
    assert words.text().endswith(PRACTICE_NOTE)


def test_a_figure_of_one_unit(qtbot, desk, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    click(qtbot, sheet, 4, 4)
    scope = dialog.findChild(QComboBox, "city-scope")
    assert scope.itemText(0) == "Toàn xã"
    scope.setFocus()
    scope.setCurrentText(ECONOMY)
    put_by_mouse(qtbot, dialog, sheet, 4, 4, "Tổng số người thuộc đối tượng")
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "3")


def test_a_cell_that_calculates_takes_nothing(qtbot, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    click(qtbot, sheet, 8, 4)
    assert values(dialog).count() == 0
    assert not dialog.findChild(QPushButton, "city-put").isEnabled()
    assert "công thức" in dialog.findChild(QLabel, "city-where").text()


def test_rows_of_units_are_found_asked_about_and_copied(qtbot, desk, dialog, tmp_path):
    names = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hộ", "Tổng số")
    sheet = open_book(qtbot, dialog, tmp_path, listing(names), "STT")
    way = dialog.findChild(QComboBox, "city-way")
    way.setFocus()
    qtbot.keyClick(way, Key.Key_Down)
    qtbot.waitUntil(lambda: way.currentText() == "Từng cột")
    qtbot.waitUntil(lambda: values(dialog).item(0).text() == "Cột tên đơn vị để dò dòng")
    put_by_mouse(qtbot, dialog, sheet, 1, 3, "Tổng số người thuộc đối tượng")
    qtbot.waitUntil(
        lambda: "Tổng số" in str(sheet.model().headerData(2, Qt.Orientation.Horizontal))
    )
    put_by_mouse(qtbot, dialog, sheet, 1, 2, "Cột tên đơn vị để dò dòng")
    qtbot.waitUntil(lambda: shown(sheet, 2, 3) == "3")
    qtbot.waitUntil(lambda: "chưa rõ là đơn vị nào" in problem(dialog))
    assert not dialog.findChild(QPushButton, "city-fill").isEnabled()
    put_by_mouse(qtbot, dialog, sheet, 3, 2, f"Dòng của {OFFICE}")
    qtbot.waitUntil(lambda: shown(sheet, 3, 3) == "5")
    put_by_mouse(qtbot, dialog, sheet, 1, 5, "Tỷ lệ đã đăng ký")
    qtbot.waitUntil(lambda: shown(sheet, 3, 5) == "40,0%")
    assert problem(dialog) == ""
    press(qtbot, dialog, "city-copy")
    qtbot.waitUntil(lambda: "Đã sao chép 2 dòng" in dialog.findChild(QLabel, "city-words").text())
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "3\t\t0%\n5\t\t40,0%"
    assert 'x:num="0.4"' in mime.html()
    # Pasted where the first mapped column is, each value lands in its own.
    page = load_workbook(BytesIO(listing(names))).active
    for row, line in enumerate(mime.text().split("\n"), start=2):
        for column, text in enumerate(line.split("\t"), start=3):
            page.cell(row, column, text)
    assert [[cell.value for cell in row] for row in page["C2:F3"]] == [
        ["3", "", "0%", "giữ nguyên"],
        ["5", "", "40,0%", "giữ nguyên"],
    ]


def test_columns_are_mapped_on_cells_that_take_nothing_themselves(qtbot, dialog, tmp_path):
    """A city locks names and titles, and a table keeps its head: they still say which column."""
    book = load_workbook(BytesIO(listing((ECONOMY, OFFICE))))
    page = book.active
    page.add_table(Table(displayName="Bang1", ref="A1:F3"))
    page.protection.sheet = True
    for name in ("C2", "C3"):
        page[name].protection = Protection(locked=False)
    content = BytesIO()
    book.save(content)
    sheet = open_book(qtbot, dialog, tmp_path, content.getvalue(), "STT")
    way = dialog.findChild(QComboBox, "city-way")
    way.setFocus()
    qtbot.keyClick(way, Key.Key_Down)
    qtbot.waitUntil(lambda: values(dialog).count() > 0)
    put_by_mouse(qtbot, dialog, sheet, 1, 3, "Tổng số người thuộc đối tượng")
    put_by_mouse(qtbot, dialog, sheet, 2, 2, "Cột tên đơn vị để dò dòng")
    qtbot.waitUntil(lambda: (shown(sheet, 2, 3), shown(sheet, 3, 3)) == ("3", "5"))
    assert problem(dialog) == ""
    put_by_mouse(qtbot, dialog, sheet, 1, 6, "Đã đăng ký")
    qtbot.waitUntil(lambda: shown(sheet, 2, 6) == "0")
    click(qtbot, sheet, 2, 6)
    qtbot.waitUntil(lambda: "không điền được" in dialog.findChild(QLabel, "city-where").text())


def test_the_head_of_a_google_sheet_is_pasted_and_its_row_copied(qtbot, dialog):
    QGuiApplication.clipboard().setMimeData(table_mime([["Ngày", "Xã", "Tổng", "Đã đăng ký"]]))
    press(qtbot, dialog, "city-paste")
    sheet = dialog.findChild(CitySheet)
    qtbot.waitUntil(lambda: shown(sheet, 1, 4) == "Đã đăng ký")
    chosen = ("Ngày của số liệu", "Tên xã, phường", "Tổng số người thuộc đối tượng", "Đã đăng ký")
    for column, words in enumerate(chosen, start=1):
        put_by_mouse(qtbot, dialog, sheet, 1, column, words)
        qtbot.waitUntil(lambda at=column: shown(sheet, 2, at) != "")
    press(qtbot, dialog, "city-copy")
    qtbot.waitUntil(lambda: "Đã sao chép 1 dòng" in dialog.findChild(QLabel, "city-words").text())
    pasted = QGuiApplication.clipboard().mimeData().text().split("\t")
    assert (pasted[0], pasted[2:]) == ("08/06/2026", ["8", "2"])


def test_what_is_no_workbook_is_said(qtbot, dialog, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"khong phai")
    choose_file(qtbot, dialog, path)
    qtbot.waitUntil(lambda: "không phải bảng tính Excel" in problem(dialog))


def test_what_was_mapped_is_taken_away_by_key(qtbot, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    put_by_mouse(qtbot, dialog, sheet, 4, 4, "Tổng số người thuộc đối tượng")
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "8")
    qtbot.keyClick(sheet, Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(sheet, 4, 4) == "0")
    assert not dialog.findChild(QPushButton, "city-fill").isEnabled()


def test_a_template_is_taken_away(qtbot, desk, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    put_by_mouse(qtbot, dialog, sheet, 4, 4, "Tổng số người thuộc đối tượng")
    press(qtbot, dialog, "city-keep")
    qtbot.waitUntil(lambda: len(templates_of(desk.file)) == 1)
    press(qtbot, dialog, "city-remove")
    qtbot.waitUntil(lambda: templates_of(desk.file) == ())
    qtbot.waitUntil(lambda: sheet.model().rowCount() == 0)


def test_figures_of_an_earlier_day(qtbot, dialog, tmp_path):
    sheet = open_book(qtbot, dialog, tmp_path, form(), "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ")
    put_by_mouse(qtbot, dialog, sheet, 5, 4, "Đã đăng ký")
    qtbot.waitUntil(lambda: shown(sheet, 5, 4) == "2")
    day = dialog.findChild(QLineEdit, "as-of")
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "4/6/2026")
    qtbot.keyClick(day, Key.Key_Tab)
    qtbot.waitUntil(lambda: shown(sheet, 5, 4) == "0")
