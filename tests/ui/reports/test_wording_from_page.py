"""From the page Báo cáo to the words of the kind that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from models.office.signers import store_signer
from models.papers.wordings import store_wording
from models.records.choices import NamedSigner
from reports.wording.originals import original_wording
from tests.factory import add_people
from ui.pages.reports.page import ReportsPage
from ui.wording.dialog import WordingDialog

KIND = "launch-letter"


@pytest.fixture
def page(qtbot, desk):
    add_people(desk.file, 3)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.shown()
    return made


def test_the_link_opens_the_words_of_a_letter_and_a_table_has_none(qtbot, page):
    word = page.findChild(QPushButton, "wording-edit")
    page.take("unit-summary")
    qtbot.waitUntil(lambda: not word.isVisibleTo(page))
    page.take(KIND)
    qtbot.waitUntil(lambda: word.isVisibleTo(page))
    word.setFocus()
    qtbot.keyClick(word, Qt.Key.Key_Space)
    dialog = page.findChild(WordingDialog)
    title = dialog.findChild(QLabel, "wording-title")
    qtbot.waitUntil(lambda: title.text() == "Lời văn: Công văn phát động")


def test_a_fault_of_the_words_leads_there(qtbot, desk, page):
    lines = ("CHỦ TỊCH",)
    store_signer(desk.file, NamedSigner(0, "ubnd", lines, "Trần Văn Mẫu"))
    original = original_wording(KIND)
    store_wording(desk.file, KIND, f"{original}\nCó {{không có}}.", original)
    page.take(KIND)
    cure = "Sửa lời văn"
    qtbot.waitUntil(lambda: any(each.text() == cure for each in page.findChildren(QPushButton)))
    link = next(each for each in page.findChildren(QPushButton) if each.text() == cure)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(WordingDialog) is not None)
