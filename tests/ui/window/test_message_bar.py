"""The one notifier: what it offers, what stays, what passes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from models.errors import AppError
from models.version import PRODUCT_NAME
from ui.notice import Notice, Tone, notice_of
from ui.window.details import whence
from ui.window.message_bar import MessageBar

WRITTEN = Notice("Đã lập biểu tổng hợp.", tone=Tone.DONE, path=Path("/tmp/bieu/BaoCao.pdf"))


@pytest.fixture
def bar(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def acts(bar):
    return {b.text() for b in bar.findChildren(QPushButton) if not b.isHidden()}


def click(qtbot, bar, name):
    qtbot.mouseClick(bar.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_nothing_is_shown_until_there_is_something_to_say(bar):
    assert bar.isHidden()


def test_a_sentence_offers_only_to_be_closed(qtbot, bar):
    bar.say("Đã hoàn tác: đánh dấu 12 người đã đăng ký.")
    assert acts(bar) == {"Đóng"}
    click(qtbot, bar, "messageClose")
    assert bar.isHidden()


def test_a_file_can_be_opened_found_and_named(qtbot, bar):
    bar.show_notice(WRITTEN)
    assert acts(bar) == {"Mở tệp", "Mở thư mục", "Sao chép đường dẫn", "Đóng"}
    click(qtbot, bar, "messagePath")
    assert QGuiApplication.clipboard().text() == str(WRITTEN.path)


def test_a_notice_can_lead_to_a_command_and_then_goes(qtbot, bar):
    bar.show_notice(Notice("Đã nhập 3 người.", command="heads", deed="Người đứng đầu 1 đơn vị…"))
    assert acts(bar) == {"Người đứng đầu 1 đơn vị…", "Đóng"}
    with qtbot.waitSignal(bar.commanded) as commanded:
        click(qtbot, bar, "messageDeed")
    assert commanded.args == ["heads"]
    assert bar.isHidden()


def test_file_and_folder_are_asked_of_the_system(qtbot, bar, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    bar.show_notice(WRITTEN)
    click(qtbot, bar, "messageOpen")
    click(qtbot, bar, "messageFolder")
    assert [Path(each) for each in asked] == [WRITTEN.path, WRITTEN.path.parent]


def test_a_problem_says_what_to_do(bar):
    bar.show_notice(notice_of(AppError("Không ghi được tệp.", "Hãy đóng Excel rồi thử lại.")))
    words = bar.findChild(QLabel, "messageText").text()
    assert words == "Không ghi được tệp. Hãy đóng Excel rồi thử lại."


def test_a_bug_can_be_copied(qtbot, bar):
    bar.show_notice(Notice("Lỗi.", tone=Tone.BUG, details="Tiến Độ 0.1.0\n\nKeyError"))
    assert "Sao chép chi tiết" in acts(bar)
    click(qtbot, bar, "messageDetails")
    assert QGuiApplication.clipboard().text() == "Tiến Độ 0.1.0\n\nKeyError"


def test_the_newest_replaces_the_one_before(bar):
    bar.show_notice(WRITTEN)
    bar.say("Đã đánh dấu 3 người.")
    assert bar.notice.text == "Đã đánh dấu 3 người."
    assert acts(bar) == {"Đóng"}


def test_many_files_are_found_by_their_folder(qtbot, bar, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    folder = Path("/tmp/phieu")
    bar.show_notice(Notice("Đã ghi 25 phiếu.", tone=Tone.DONE, folder=folder))
    assert acts(bar) == {"Mở thư mục", "Sao chép đường dẫn", "Đóng"}
    click(qtbot, bar, "messageFolder")
    assert [Path(each) for each in asked] == [folder]
    click(qtbot, bar, "messagePath")
    assert QGuiApplication.clipboard().text() == str(folder)


def test_every_problem_can_be_copied_without_what_it_says(qtbot, bar):
    bar.show_notice(notice_of(AppError("Nguyễn Thị Hòa đã có trong danh sách.")))
    click(qtbot, bar, "messageDetails")
    copied = QGuiApplication.clipboard().text()
    assert PRODUCT_NAME in copied
    assert "Lỗi: AppError" in copied
    assert "Hòa" not in copied


def test_a_problem_that_was_told_by_hand_says_where(qtbot, bar):
    bar.show_notice(Notice("Chưa ghi được.", tone=Tone.PROBLEM))
    click(qtbot, bar, "messageDetails")
    assert "test_message_bar.py" in QGuiApplication.clipboard().text()


def test_a_problem_goes_when_it_is_settled_and_no_other(bar):
    bar.show_notice(Notice("Chưa sao lưu được.", tone=Tone.PROBLEM, cause="backup"))
    bar.settle("read")
    assert not bar.isHidden()
    bar.settle("backup")
    assert bar.isHidden()


def test_the_name_of_a_held_file_is_copied_and_the_message_stays(qtbot, bar):
    bar.show_notice(Notice("Tệp đang mở.", tone=Tone.PROBLEM, file_name="Sổ.xlsx"))
    assert acts(bar) == {"Sao chép tên tệp", "Sao chép chi tiết", "Đóng"}
    click(qtbot, bar, "messageName")
    assert QGuiApplication.clipboard().text() == "Sổ.xlsx"
    assert not bar.isHidden()


def test_a_link_of_its_own_is_followed_once(qtbot, bar):
    followed = []
    bar.show_notice(
        Notice("Tệp đang mở.", links=(("Thử lại", "again", lambda: followed.append(1)),))
    )
    assert "Thử lại" in acts(bar)
    click(qtbot, bar, "again")
    assert followed == [1]
    assert bar.isHidden()
    bar.say("Đã lưu.")
    assert acts(bar) == {"Đóng"}


def test_details_name_who_told_a_problem_in_the_frozen_program_too():
    """There the code of a module has another name than the module."""

    def show():
        return whence()

    show.__code__ = show.__code__.replace(co_filename="ui/window/other.py")
    assert show().startswith("test_message_bar.py:")
