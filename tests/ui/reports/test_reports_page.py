"""The reports page: real pages in the preview, the same document in the file."""

from datetime import date
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from models.figures.figures import figures
from models.figures.frozen_reports import list_frozen
from models.office.choices import choices_of
from models.office.signers import store_signer
from models.records import Mark
from models.records.choices import NamedSigner
from models.roster.marks import set_marks
from reports.catalog import KINDS, Audience
from tests.ui.keys import type_vietnamese
from ui.calls.reports import freeze_reported
from ui.pages.reports import ReportsPage
from ui.pages.reports.preview import Preview
from ui.signing.dialog import SignersDialog

EXACT = Qt.MatchFlag.MatchExactly
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def text(page, name):
    return page.findChild(QLabel, name).text()


def kinds_of(page):
    return page.findChild(QListWidget, "kinds")


def choose(qtbot, page, title):
    """Click on a kind."""
    kinds = kinds_of(page)
    (item,) = kinds.findItems(title, Qt.MatchFlag.MatchStartsWith)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(
            kinds.viewport(), Qt.MouseButton.LeftButton, pos=kinds.visualItemRect(item).center()
        )
    assert kinds.currentItem() is item


def save(qtbot, desk, page, button, path: Path):
    """Save a document as somebody would; its suggested name."""
    return saved_and_said(qtbot, desk, page, button, path)[0]


def place(page):
    """Which page of how many is in sight."""
    return page.findChild(QLineEdit, "page-number").text(), text(page, "pages")


def words_of(path: Path) -> str:
    book = pypdfium2.PdfDocument(path)
    words = " ".join(leaf.get_textpage().get_text_range() for leaf in book)
    book.close()
    return " ".join(words.split())


def test_the_summary_is_shown_with_its_figures(page):
    assert place(page) == ("1", "/1")
    assert "tổng số 3 người, đã đăng ký 1 (33,3%)" in text(page, "summary")


def test_the_preview_shows_the_real_page(qtbot, page):
    preview = page.findChild(Preview)
    qtbot.waitUntil(lambda: dark_spots(preview) > 20)


def dark_spots(preview):
    picture = preview.viewport().grab().toImage()
    middle = range(picture.width() // 4, picture.width() * 3 // 4, 3)
    return sum(
        picture.pixelColor(x, y).lightness() < 100
        for x in middle
        for y in range(0, picture.height(), 3)
    )


def test_what_was_shown_is_saved_as_pdf_and_excel(qtbot, desk, page, tmp_path):
    pdf, excel = tmp_path / "Biểu.pdf", tmp_path / "Biểu.xlsx"
    assert save(qtbot, desk, page, "save-pdf", pdf) == "BieuTongHop_KeSat_20260608-1700.pdf"
    assert "BIỂU TỔNG HỢP" in words_of(pdf)
    assert save(qtbot, desk, page, "save-excel", excel).endswith(".xlsx")
    cells = [cell for row in load_workbook(excel, data_only=True).active.values for cell in row]
    assert 3 in cells


def test_the_list_masks_phones_unless_told_otherwise(qtbot, desk, page, tmp_path):
    choose(qtbot, page, "Danh sách chưa đăng ký")
    save(qtbot, desk, page, "save-pdf", tmp_path / "che.pdf")
    assert "0982***591" in words_of(tmp_path / "che.pdf")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.findChild(QCheckBox, "masked"), Key.Key_Space)
    save(qtbot, desk, page, "save-pdf", tmp_path / "chua-co-ly-do.pdf")
    assert "0982***591" in words_of(tmp_path / "chua-co-ly-do.pdf")
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.findChild(QLineEdit, "unmask-reason"), "Gọi từng người")
    save(qtbot, desk, page, "save-pdf", tmp_path / "day-du.pdf")
    assert "0982 103 591" in words_of(tmp_path / "day-du.pdf")


def test_another_list_masks_again(qtbot, page):
    choose(qtbot, page, "Danh sách chưa đăng ký")
    masked = page.findChild(QCheckBox, "masked")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(masked, Key.Key_Space)
    choose(qtbot, page, "Danh sách chưa hoàn thành")
    assert masked.isChecked()
    assert not page.findChild(QLineEdit, "unmask-reason").isVisible()


def test_one_unit_and_an_earlier_day(qtbot, desk, page, units, tmp_path):
    choose(qtbot, page, "Danh sách chưa đăng ký")
    combo = page.findChild(QComboBox, "report-unit")
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(combo.lineEdit(), units[1].name)
    assert place(page) == ("1", "/1")
    day = page.findChild(QLineEdit, "as-of")
    day.clear()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(day, "4/6")
    assert "04/06/2026" in text(page, "summary")
    assert "đã đăng ký 0 (0%)" in text(page, "summary")


def test_a_half_typed_date_cannot_be_saved(qtbot, page):
    day = page.findChild(QLineEdit, "as-of")
    button = page.findChild(QPushButton, "save-pdf")
    day.setText("45/6")
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert text(page, "as-of-hint")


def test_new_marks_are_drawn_at_once(qtbot, desk, page, people):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, people, Mark.REGISTERED)
    assert "đã đăng ký 3 (100%)" in text(page, "summary")


def test_another_page_can_ask_for_a_kind(qtbot, page):
    with qtbot.waitSignal(page.loaded):
        page.take("not-completed")
    assert kinds_of(page).currentItem().text() == "Danh sách chưa hoàn thành"


def test_the_roster_itself_is_a_document(qtbot, desk, page, tmp_path):
    choose(qtbot, page, "Danh sách cán bộ")
    assert "viên chức" in kinds_of(page).currentItem().text()
    name = save(qtbot, desk, page, "save-excel", tmp_path / "ds.xlsx")
    assert name == "DanhSachCanBo_KeSat_20260608-1700.xlsx"
    cells = {str(cell) for row in load_workbook(tmp_path / "ds.xlsx").active.values for cell in row}
    assert {"Đặng Thị Hòa", "0982***590"} <= cells
    assert "0982103590" not in " ".join(cells).replace(" ", "")


def test_a_day_to_come_is_said_under_the_figures(qtbot, page):
    day = page.findChild(QLineEdit, "as-of")
    day.clear()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(day, "1/7/2026")
    assert "Ngày 01/07/2026 chưa đến" in text(page, "summary")


def test_a_report_that_is_saved_is_frozen_once_with_what_stands_in_it(
    qtbot, desk, people, page, tmp_path
):
    _, said = saved_and_said(qtbot, desk, page, "save-pdf", tmp_path / "a.pdf")
    (report,) = list_frozen(desk.file)
    assert said.endswith(f"Số liệu đã chốt, mã {report.short_hash}.")
    assert (report.kind, report.figures.registered) == ("unit-summary", 1)
    saved_and_said(qtbot, desk, page, "save-excel", tmp_path / "a.xlsx")
    assert list_frozen(desk.file) == (report,)
    set_marks(desk.file, people[1:2], Mark.REGISTERED, date(2026, 6, 5))
    saved_and_said(qtbot, desk, page, "save-pdf", tmp_path / "b.pdf")
    newest, older = sorted(list_frozen(desk.file), key=lambda each: -each.id)
    assert (newest.figures.registered, older.replaced_by) == (2, newest.id)


def test_a_draft_is_saved_without_freezing_and_a_list_never_freezes(
    qtbot, desk, people, page, tmp_path
):
    freeze = page.findChild(QCheckBox, "freeze")
    freeze.setFocus()
    qtbot.keyClick(freeze, Key.Key_Space)
    _, said = saved_and_said(qtbot, desk, page, "save-pdf", tmp_path / "a.pdf")
    assert said == "Đã lưu a.pdf."
    choose(qtbot, page, "Danh sách chưa đăng ký")
    assert not freeze.isVisible()
    saved_and_said(qtbot, desk, page, "save-pdf", tmp_path / "b.pdf")
    assert list_frozen(desk.file) == ()


def test_figures_that_changed_meanwhile_are_not_frozen(desk, people):
    shown = figures(desk.file)
    set_marks(desk.file, people[1:2], Mark.REGISTERED, date(2026, 6, 5))
    assert "vừa thay đổi" in freeze_reported(desk.file, shown)
    assert list_frozen(desk.file) == ()


def saved_and_said(qtbot, desk, page, button, path: Path):
    """Save a document; its suggested name, and the sentence of the bar."""
    pressed = page.findChild(QPushButton, button)
    qtbot.waitUntil(pressed.isEnabled)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog, "save-dialog")
    suggested = Path(dialog.selectedFiles()[0]).name
    with qtbot.waitSignal(desk.noticed) as noticed:
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "save-dialog") is None)
    assert noticed.args[0].path == path
    return suggested, noticed.args[0].text


def test_the_preview_zooms_by_key(qtbot, page):
    preview = page.findChild(Preview)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    preview.setFocus()
    preview.set_zoom(1.0)
    qtbot.keyClick(preview, Key.Key_Plus, Modifier.ControlModifier)
    assert preview.zoom == 1.25
    qtbot.keyClick(preview, Key.Key_Minus, Modifier.ControlModifier)
    assert preview.zoom == 1.0


def test_the_kinds_stand_below_where_they_go(page):
    kinds = kinds_of(page)
    lines = [kinds.item(at) for at in range(kinds.count())]
    heads = [line.text() for line in lines if not line.flags()]
    assert heads == ["Gửi thành phố", "Gửi đơn vị", "Nội bộ"]
    told = {line.text() for line in lines[1 : lines.index(kinds.findItems(heads[1], EXACT)[0])]}
    assert told == {kind.title for kind in KINDS if kind.audience is Audience.CITY}


def test_the_kinds_are_walked_by_keys_past_the_heads(qtbot, page):
    kinds = kinds_of(page)
    kinds.setFocus()
    kinds.scrollToTop()
    first_of_units = next(kind for kind in KINDS if kind.audience is Audience.UNITS)
    last_of_city = [kind for kind in KINDS if kind.audience is Audience.CITY][-1]
    page.take(last_of_city.code)
    qtbot.keyClick(kinds, Key.Key_Down)
    assert kinds.currentItem().text() == first_of_units.title
    qtbot.keyClick(kinds, Key.Key_Up)
    assert kinds.currentItem().text() == last_of_city.title


def test_only_what_has_a_meaning_for_the_kind_is_offered(qtbot, page):
    def shown(*names):
        return [page.findChild(QWidget, name).isVisible() for name in names]

    assert shown("as-of", "signer", "report-unit", "masked", "period-span") == [
        True, True, False, False, False,
    ]  # fmt: skip
    choose(qtbot, page, "Danh sách chưa đăng ký")
    assert shown("as-of", "signer", "report-unit", "masked") == [True] * 4


def test_who_signs_is_remembered_for_the_kind(qtbot, desk, page, tmp_path):
    lines = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    with qtbot.waitSignal(page.loaded):
        store_signer(desk.file, NamedSigner(0, "ubnd", lines, "Trần Văn Ký", True))
    with qtbot.waitSignal(page.loaded):
        second = store_signer(desk.file, NamedSigner(0, "ubnd", lines, "Lê Thị Thay"))
    signer = page.findChild(QComboBox, "signer")
    assert [signer.itemText(at) for at in range(signer.count())] == [
        "Trần Văn Ký, Chủ tịch", "Lê Thị Thay, Chủ tịch", "Người ký khác…",
    ]  # fmt: skip
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(signer, Key.Key_Down)
    assert choices_of(desk.file, "unit-summary").signer == second
    save(qtbot, desk, page, "save-pdf", tmp_path / "ky.pdf")
    assert "Lê Thị Thay" in words_of(tmp_path / "ky.pdf")
    choose(qtbot, page, "Danh sách chưa đăng ký")
    assert signer.currentText().startswith("Trần Văn Ký")
    choose(qtbot, page, "Biểu tổng hợp theo đơn vị")
    assert signer.currentText().startswith("Lê Thị Thay")


def test_somebody_else_who_signs_is_written_down(qtbot, page):
    signer = page.findChild(QComboBox, "signer")
    qtbot.keyClick(signer, Key.Key_End)
    dialog = page.findChild(SignersDialog)
    assert dialog is not None
    assert signer.currentText() == "Chưa ghi người ký"
    dialog.reject()


def test_a_minute_of_the_day(qtbot, page):
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(page.findChild(QLineEdit, "as-of-time"), "9h30")
    assert text(page, "summary").startswith("Số liệu đến 09:30 ngày 08/06/2026")


def test_the_kind_that_was_chosen_last_is_chosen_again(qtbot, desk, page):
    choose(qtbot, page, "Công văn đôn đốc từng đơn vị")
    again = ReportsPage(desk)
    qtbot.addWidget(again)
    assert kinds_of(again).currentItem().text() == "Công văn đôn đốc từng đơn vị"


def test_a_newer_choice_passes_the_older_one_over(qtbot, page):
    """Nothing can be saved meanwhile, and what comes in the end is the newest."""
    with qtbot.waitSignal(page.loaded):
        page.take("not-registered")
        page.take("kind-summary")
        assert not page.findChild(QPushButton, "save-pdf").isEnabled()
    assert kinds_of(page).currentItem().text() == "Biểu tổng hợp theo khối"
    preview = page.findChild(Preview)
    qtbot.waitUntil(lambda: dark_spots(preview) > 20)
    with qtbot.assertNotEmitted(page.loaded, wait=300):
        pass
    assert page.findChild(QPushButton, "save-pdf").isEnabled()
