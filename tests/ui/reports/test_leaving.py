"""Documents leave the page: printed, saved beside a file that is held, in one folder, issued."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from models.figures.frozen_reports import list_frozen
from models.papers.export_log import exports_logged
from models.records import Mark
from models.roster.marks import set_marks
from reports import publish
from reports.checking import check
from reports.checking.fault import Cure, error
from tests.ui.reports.test_reports_page import choose, words_of
from ui.frozen.dialog import FrozenDialog
from ui.pages.reports.bundle_dialog import BundleDialog, ask_folder
from ui.pages.reports.issue_dialog import IssueDialog
from ui.pages.reports.openers import TOOLS
from ui.pages.reports.preview import Preview
from ui.signing.choices_dialog import ChoicesDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Left = Qt.MouseButton.LeftButton


def clicked(qtbot, parent, name):
    pressed = parent.findChild(QPushButton, name)
    qtbot.waitUntil(pressed.isEnabled)
    qtbot.mouseClick(pressed, Left)


def test_ctrl_p_opens_the_print_dialog_of_the_system(qtbot, page):
    preview = page.findChild(Preview)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(preview, Key.Key_P, Modifier.ControlModifier)
    dialog = page.findChild(QPrintDialog, "print-dialog")
    assert (dialog.fromPage(), dialog.toPage()) == (1, 1)
    dialog.reject()


def test_what_the_preview_shows_is_printed(qtbot, desk, page, tmp_path):
    qtbot.mouseClick(page.findChild(QPushButton, "print"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QPrintDialog, "print-dialog")
    dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
    with qtbot.waitSignal(desk.noticed) as noticed:
        dialog.done(QPrintDialog.DialogCode.Accepted)
    assert noticed.args[0].text.startswith("Đã gửi 1 trang của “BIỂU TỔNG HỢP")
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as book:
        assert len(book) == 1


def test_a_list_of_people_that_is_printed_is_logged(qtbot, desk, page, tmp_path):
    choose(qtbot, page, "Danh sách chưa đăng ký")
    clicked(qtbot, page, "print")
    dialog = page.findChild(QPrintDialog, "print-dialog")
    dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(exports_logged(desk.file)))
    (line,) = exports_logged(desk.file)
    assert (line.told.fmt, line.told.people, line.told.phones) == ("print", 2, 0)


def test_a_file_that_is_held_is_tried_again_or_saved_beside(
    qtbot, desk, page, tmp_path, monkeypatch
):
    taken, held = tmp_path / "Biểu.pdf", [True]
    taken.write_bytes(b"old")
    real = publish.replace_file

    def replace(draft, path):
        if held[0] and path.name == taken.name:
            raise PermissionError
        real(draft, path)

    monkeypatch.setattr(publish, "replace_file", replace)
    told = []
    desk.noticed.connect(told.append)
    press(qtbot, page, "save-pdf", taken)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert taken.read_bytes() == b"old"
    follow(told[-1], "held-other")
    dialog = page.findChild(QFileDialog, "save-dialog")
    assert Path(dialog.selectedFiles()[0]).name == "Biểu (2).pdf"
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "save-dialog") is None)
    press(qtbot, page, "save-pdf", taken)
    qtbot.waitUntil(lambda: len(told) == 2)
    held.clear()
    held.append(False)
    with qtbot.waitSignal(desk.settled) as settled:
        follow(told[-1], "held-again")
    assert settled.args == [told[-1].cause]
    qtbot.waitUntil(lambda: told[-1].path == taken)
    assert "BIỂU TỔNG HỢP" in words_of(taken)


def test_a_set_in_which_a_file_is_held_is_tried_again(qtbot, desk, page, tmp_path, monkeypatch):
    held, real, told = [True], publish.replace_file, []

    def replace(draft, path):
        if held[0] and draft.is_dir():
            raise PermissionError
        real(draft, path)

    monkeypatch.setattr(publish, "replace_file", replace)
    desk.noticed.connect(told.append)
    ask_folder(desk, None, None, page)
    folder = page.findChild(QFileDialog, "bundle-folder")
    folder.fileSelected.emit(str(tmp_path))
    folder.reject()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert list(tmp_path.glob("Bo-van-ban_*")) == []
    held[0] = False
    follow(told.pop(), "held-again")
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told[0].folder in tmp_path.glob("Bo-van-ban_*")


def follow(notice, name):
    """Follow a link of a message."""
    next(deed for _words, own, deed in notice.links if own == name)()


def press(qtbot, page, button, path):
    """Press a button that saves, and choose where."""
    pressed = page.findChild(QPushButton, button)
    qtbot.waitUntil(pressed.isEnabled)
    qtbot.mouseClick(pressed, Left)
    dialog = page.findChild(QFileDialog, "save-dialog")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "save-dialog") is None)


def test_everything_of_a_day_goes_into_one_folder(qtbot, desk, page, tmp_path):
    qtbot.mouseClick(page.findChild(QPushButton, "save-bundle"), Left)
    dialog = page.findChild(BundleDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    folder = page.findChild(QFileDialog, "bundle-folder")
    with qtbot.waitSignal(desk.noticed, timeout=30_000) as noticed:
        folder.fileSelected.emit(str(tmp_path))
    folder.reject()
    (made,) = tmp_path.glob("Bo-van-ban_*")
    assert noticed.args[0].folder == made
    assert noticed.args[0].advice.startswith("Còn lỗi phải sửa nên chưa lập: ")
    assert "Không có nội dung nên không lập: " in noticed.args[0].advice
    assert list(made.rglob("BieuTongHop*.pdf"))
    assert list(made.rglob("*.part")) == []


def test_the_whole_set_is_proposed_of_the_moment_of_the_document(qtbot, page):
    day = page.findChild(QLineEdit, "as-of")
    day.clear()
    qtbot.keyClicks(day, "5/6")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(page.findChild(QLineEdit, "as-of-time"), "9h30")
    clicked(qtbot, page, "save-bundle")
    dialog = page.findChild(BundleDialog)
    assert dialog.findChild(QLineEdit, "as-of").text() == "05/06/2026"
    assert dialog.findChild(QLineEdit, "as-of-time").text() == "9:30"
    assert dialog.findChild(QPushButton, "act").isEnabled()
    dialog.reject()


def test_stopping_the_whole_set_leaves_nothing(qtbot, desk, page, tmp_path):
    tasks = []
    desk.working.connect(tasks.append)
    qtbot.mouseClick(page.findChild(QPushButton, "save-bundle"), Left)
    dialog = page.findChild(BundleDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    folder = page.findChild(QFileDialog, "bundle-folder")
    where = tmp_path / "noi-luu"
    where.mkdir()
    folder.fileSelected.emit(str(where))
    (task,) = tasks
    task.cancel()
    qtbot.waitUntil(lambda: task.stopped)
    folder.reject()
    assert list(where.iterdir()) == []


def issued(qtbot, desk, page) -> str:
    """Issue the document that is shown; what is said then."""
    clicked(qtbot, page, "issue")
    dialog = page.findChild(IssueDialog)
    with qtbot.waitSignal(desk.noticed) as noticed:
        clicked(qtbot, dialog, "act")
    qtbot.waitUntil(lambda: page.findChild(IssueDialog) is None)
    listed = page.findChild(FrozenDialog)
    assert listed.isVisible()
    listed.reject()
    return noticed.args[0].text


def test_a_document_is_issued_and_a_later_one_recalls_it(qtbot, desk, page, people):
    said = issued(qtbot, desk, page)
    (first,) = list_frozen(desk.file)
    assert said == f"Đã phát hành “Biểu tổng hợp theo đơn vị”, mã {first.short_hash}."
    assert first.issue is not None
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, people[1:], Mark.REGISTERED)
    clicked(qtbot, page, "issue")
    dialog = page.findChild(IssueDialog)
    older = dialog.findChild(QLabel, "issue-older")
    qtbot.waitUntil(older.isVisible)
    assert f"mã {first.short_hash}" in older.text()
    with qtbot.waitSignal(desk.noticed):
        clicked(qtbot, dialog, "act")
    newest = max(list_frozen(desk.file), key=lambda each: each.id)
    assert (newest.figures.registered, newest.issue.replaces) == (3, first.id)


def test_enter_alone_issues_nothing(qtbot, desk, page):
    clicked(qtbot, page, "issue")
    dialog = page.findChild(IssueDialog)
    act = dialog.findChild(QPushButton, "act")
    qtbot.waitUntil(act.isEnabled)
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Key.Key_Return)
    assert list_frozen(desk.file) == ()


def test_to_whom_it_goes_is_said_and_can_be_changed(qtbot, page):
    assert page.findChild(QLabel, "destination").text() == "Nơi nhận: Ban Tổ chức Cuộc thi."
    clicked(qtbot, page, "destination-edit")
    dialog = page.findChild(ChoicesDialog)
    assert dialog is not None
    dialog.reject()


def test_what_the_check_finds_leads_to_its_cure(qtbot, page):
    head = page.findChild(QPushButton, "faults-head")
    qtbot.waitUntil(lambda: "lưu ý" in head.text() or "lỗi" in head.text())
    assert head.isVisible()


def test_what_blocks_a_document_keeps_it_from_being_issued(qtbot, desk, page, monkeypatch):
    """As when the wording has a place that nobody knows."""
    fault = error("wording", "Lời văn, dòng 3: không có chỗ {xyz}.", Cure("Sửa", "document"))
    monkeypatch.setattr(check, "blocking", lambda *_a, **_k: iter((fault,)))
    clicked(qtbot, page, "issue")
    dialog = page.findChild(IssueDialog)
    clicked(qtbot, dialog, "act")
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "không có chỗ {xyz}" in problem.text())
    assert list_frozen(desk.file) == ()
    dialog.reject()


@pytest.mark.parametrize("at", range(len(TOOLS)))
def test_every_tool_opens_a_window_over_the_page(qtbot, page, at):
    with qtbot.waitSignal(page.loaded):
        page.take("reminder-letter")
    menu = page.findChild(QPushButton, "report-tools").menu()
    entry = menu.actions()[at]
    assert entry.text() == TOOLS[at][0]
    menu.popup(page.mapToGlobal(page.rect().center()))
    qtbot.mouseClick(menu, Left, pos=menu.actionGeometry(entry).center())
    qtbot.waitUntil(lambda: page.findChild(QDialog) is not None)
    page.findChild(QDialog).reject()


def test_what_must_be_mended_first_is_told_before_anything_is_asked(qtbot, desk, page):
    """A letter that nobody signs: it is neither printed nor saved, and the fault leads on."""
    with qtbot.waitSignal(page.loaded):
        page.take("reminder-letter")
    head = page.findChild(QPushButton, "faults-head")
    qtbot.waitUntil(lambda: "lỗi" in head.text() and "không" not in head.text())
    for name in ("print", "save-word", "issue"):
        with qtbot.waitSignal(desk.noticed) as noticed:
            clicked(qtbot, page, name)
        assert "Chưa chọn người ký" in noticed.args[0].text
    assert page.findChild(QDialog) is None
    (cure,) = [each for each in page.findChildren(QPushButton) if each.text() == "Chọn người ký"]
    page.resize(1190, 240)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.mouseClick(cure, Left)
    signer = page.findChild(QComboBox, "signer")
    assert signer.hasFocus()
    assert not signer.visibleRegion().isEmpty()


def test_a_table_has_no_wording_and_a_poster_goes_to_nobody(qtbot, page):
    menu = page.findChild(QPushButton, "report-tools").menu()
    assert [entry.isEnabled() for entry in menu.actions()][:2] == [True, False]
    with qtbot.waitSignal(page.loaded):
        page.take("poster")
    assert [entry.isEnabled() for entry in menu.actions()][:2] == [False, False]


def test_without_a_printer_the_way_out_is_told(qtbot, desk, page, monkeypatch):
    monkeypatch.setattr(QPrinter, "isValid", lambda _printer: False)
    with qtbot.waitSignal(desk.noticed) as noticed:
        clicked(qtbot, page, "print")
    assert "chưa có máy in" in noticed.args[0].text
    assert "lưu PDF" in noticed.args[0].advice
    assert page.findChild(QPrintDialog) is None


def test_a_print_that_is_given_up_prints_nothing(qtbot, desk, page, tmp_path):
    clicked(qtbot, page, "print")
    dialog = page.findChild(QPrintDialog, "print-dialog")
    dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
    with qtbot.assertNotEmitted(desk.noticed, wait=300):
        dialog.reject()
    assert list(tmp_path.glob("in.pdf")) == []
