"""The faults of a document on the page: counted, opened, and each led to its cure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reports.checking.fault import Cure, error, warning
from ui.checking.view import FaultsView, faults_words

LOST = warning("lost", "3 người nay không có.", Cure("Quyết định", "reconcile", "doubts"))
SIGNER = error("signer", "Chưa chọn người ký.", Cure("Chọn người ký", "document", "signer"))


@pytest.fixture
def view(qtbot):
    made = FaultsView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def head(view) -> QPushButton:
    return view.findChild(QPushButton, "faults-head")


def is_open(view) -> bool:
    return view.findChild(object, "faults-list").isVisible()


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        ((), "không có lỗi"),
        ((LOST,), "1 lưu ý"),
        ((SIGNER,), "1 lỗi"),
        ((SIGNER, LOST, LOST), "1 lỗi, 2 lưu ý"),
    ],
)
def test_how_many_there_are(faults, words):
    assert faults_words(faults) == f"Kiểm tra trước khi gửi: {words}"


def test_warnings_wait_until_they_are_asked_for(qtbot, view):
    view.show_faults([LOST])
    assert not is_open(view)
    head(view).setFocus()
    qtbot.keyClick(head(view), Qt.Key.Key_Space)
    assert is_open(view)
    view.show_faults([])
    assert not is_open(view)


def test_a_fault_that_blocks_opens_the_list_once(qtbot, view):
    view.show_faults([SIGNER, LOST])
    assert is_open(view)
    qtbot.mouseClick(head(view), Qt.MouseButton.LeftButton)
    view.show_faults([SIGNER, LOST])
    assert not is_open(view)


def test_a_link_leads_to_the_cure(qtbot, view):
    view.show_faults([SIGNER, LOST])
    links = {each.text(): each for each in view.findChildren(QPushButton)}
    with qtbot.waitSignal(view.cured) as signal:
        qtbot.mouseClick(links["Chọn người ký"], Qt.MouseButton.LeftButton)
    assert signal.args == ["document", "signer"]
    with qtbot.waitSignal(view.cured) as signal:
        qtbot.mouseClick(links["Quyết định"], Qt.MouseButton.LeftButton)
    assert signal.args == ["reconcile", "doubts"]
