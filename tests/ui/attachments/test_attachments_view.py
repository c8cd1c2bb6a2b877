"""The files of a row in the window: let fall, pasted, opened as copies, saved, taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from models.journal.replay import undo
from models.papers.attachments import attach, attachments_of
from models.papers.reading import FileContent
from models.records.papers import AttachmentOwner
from tests.factory import unit
from tests.ui.attachments.drops import drop_files, files_mime
from ui.attachments.view import AttachmentsView
from ui.table.data_table import DataTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Opened(QObject):
    """Stands in for the programs of the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened():
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def owner(desk) -> AttachmentOwner:
    return AttachmentOwner("units", unit(desk.file).id, "Phòng Văn hóa - Xã hội")


@pytest.fixture
def view(qtbot, desk, owner):
    made = AttachmentsView(desk)
    qtbot.addWidget(made)
    made.resize(700, 320)
    made.show_owner(owner)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: "20 MB" in total(made))
    return made


def total(view) -> str:
    return view.findChild(QLabel, "attachments-total").text()


def table(view) -> DataTable:
    return view.findChild(DataTable, "attachments-table")


def names(view) -> list[str]:
    rows = table(view).rows
    found = (rows.row_of(each) for each in rows.ids)
    return [row.name if row else "…" for row in found]


def wait_for(qtbot, view, *wanted) -> None:
    view.grab()
    qtbot.waitUntil(lambda: names(view) == list(wanted))


def paper(tmp_path, name="Công văn.pdf", content=b"%PDF-1.7") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_files_that_fall_on_it_are_attached(qtbot, desk, view, owner, tmp_path):
    with qtbot.waitSignal(desk.noticed) as said:
        assert drop_files(view, [paper(tmp_path), paper(tmp_path, "rỗng.txt", b"")])
    assert "Đã đính kèm tệp “Công văn.pdf”" in said.args[0].text
    assert "“rỗng.txt” không có nội dung" in said.args[0].text
    wait_for(qtbot, view, "Công văn.pdf")
    assert [each.name for each in attachments_of(desk.file, owner)] == ["Công văn.pdf"]
    assert total(view).startswith("1 tệp, 1 KB; mỗi tệp không quá 20 MB.")


def test_the_card_is_outlined_only_while_files_are_over_it(view, tmp_path):
    assert not view.property("current")
    drop_files(view, [paper(tmp_path)], QPoint(5, 5))
    assert not view.property("current")


def test_without_a_row_files_go_to_the_window(qtbot, view, tmp_path):
    view.show_owner(None)
    assert not drop_files(view, [paper(tmp_path)])
    assert not view.findChild(QPushButton, "attachment-add").isEnabled()


def test_copied_files_and_pictures_are_pasted(qtbot, view, tmp_path):
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(files_mime([paper(tmp_path)]))
    view.take_focus()
    qtbot.keyClick(table(view), Key.Key_V, Modifier.ControlModifier)
    wait_for(qtbot, view, "Công văn.pdf")
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    clipboard.setImage(picture)
    qtbot.keyClick(table(view), Key.Key_V, Modifier.ControlModifier)
    wait_for(qtbot, view, "Công văn.pdf", "anh-dan-20260608-170000.png")


def test_text_is_nothing_to_paste(qtbot, desk, view):
    QGuiApplication.clipboard().setText("xin chào")
    view.take_focus()
    with qtbot.waitSignal(desk.noticed) as said:
        qtbot.keyClick(table(view), Key.Key_V, Modifier.ControlModifier)
    assert "không có tệp hay hình ảnh" in said.args[0].text


def filled(qtbot, desk, view, owner, *files) -> None:
    attach(desk.file, owner, [FileContent(*each) for each in files])
    wait_for(qtbot, view, *(name for name, _ in files))
    view.take_focus()


def test_enter_opens_a_copy_that_is_not_to_be_written(qtbot, desk, view, owner, opened):
    filled(qtbot, desk, view, owner, ("Ảnh.jpg", b"jpeg"))
    qtbot.keyClick(table(view), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened.paths))
    assert opened.paths[0].name == "Ảnh.jpg"
    assert opened.paths[0].read_bytes() == b"jpeg"
    assert opened.paths[0].stat().st_mode & 0o222 == 0


def test_programs_are_not_opened_but_said(qtbot, desk, view, owner, opened):
    filled(qtbot, desk, view, owner, ("cai-dat.exe", b"MZ"))
    with qtbot.waitSignal(desk.lane.failed) as said:
        qtbot.keyClick(table(view), Key.Key_Return)
    assert "không mở từ đây" in said.args[0].sentence
    assert opened.paths == []


def test_saved_elsewhere(qtbot, desk, view, owner, tmp_path):
    filled(qtbot, desk, view, owner, ("cai-dat.exe", b"MZ"))
    qtbot.mouseClick(view.findChild(QPushButton, "attachment-save"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(QFileDialog, "attachment-where")
    target = tmp_path / "ngoài.exe"
    with qtbot.waitSignal(desk.noticed):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes() == b"MZ"


def test_insert_asks_for_files(qtbot, view, tmp_path):
    view.take_focus()
    qtbot.keyClick(table(view), Key.Key_Insert)
    dialog = view.findChild(QFileDialog, "attachment-choose")
    dialog.filesSelected.emit([str(paper(tmp_path))])
    dialog.close()
    wait_for(qtbot, view, "Công văn.pdf")


def test_delete_takes_away_and_undo_brings_back(qtbot, desk, view, owner):
    filled(qtbot, desk, view, owner, ("a.pdf", b"1"), ("b.pdf", b"2"))
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(table(view), Key.Key_Delete)
    assert said.args == ["Đã gỡ 1 tệp. Nhấn Ctrl+Z để lấy lại."]
    wait_for(qtbot, view, "b.pdf")
    desk.ask(undo)
    wait_for(qtbot, view, "a.pdf", "b.pdf")


def test_of_another_row_other_files_are_shown(qtbot, desk, view, owner):
    filled(qtbot, desk, view, owner, ("a.pdf", b"1"))
    view.show_owner(AttachmentOwner("units", owner.id + 1, "đơn vị khác"))
    qtbot.waitUntil(lambda: total(view).startswith("Mỗi tệp không quá 20 MB. Cả dữ liệu"))
    assert names(view) == []
