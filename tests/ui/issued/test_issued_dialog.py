"""Issued documents in the list of what was reported: saved to the byte, printed, recalled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from models.office.signers import store_signer
from models.papers.documents import register_of, set_document
from models.papers.export_log import exports_logged
from models.papers.issuing import issued_bytes, issued_of
from models.records import Mark
from models.records.choices import NamedSigner
from models.records.documents import Direction
from models.roster.marks import set_marks
from reports.gather.request import Request
from reports.issuing import issue
from tests.factory import add_people
from ui.frozen.dialog import FrozenDialog
from ui.issued.dialog import open_issued
from ui.people.question import Question
from ui.table.data_table import DataTable

Key = Qt.Key
JUNE_8 = date(2026, 6, 8)
SUMMARY, LIST = Request("unit-summary", JUNE_8), Request("not-completed", JUNE_8)
LETTER = Request("launch-letter", JUNE_8)


@pytest.fixture
def people(desk):
    return add_people(desk.file, 5)


@pytest.fixture
def host(qtbot, people):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot, desk, host, shown=None):
    open_issued(desk, host, shown)
    dialog = host.findChild(FrozenDialog)
    qtbot.waitExposed(dialog)
    table = dialog.findChild(DataTable, "frozen-reports")
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    return dialog


def facts(dialog):
    return dialog.findChild(QLabel, "issued-facts").text()


def pressed(qtbot, dialog, name):
    button = dialog.findChild(QPushButton, name)
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)


def shown_column(dialog, title):
    model = dialog.findChild(DataTable, "frozen-reports").model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = titles.index(title)
    return [model.index(line, at).data() for line in range(model.rowCount())]


def test_a_kept_file_is_saved_to_the_byte_and_logged_when_people_stand_in_it(
    qtbot, desk, host, tmp_path
):
    report = issue(desk.file, LIST)
    dialog = opened(qtbot, desk, host)
    qtbot.waitUntil(lambda: "Có 5 người trong văn bản" in facts(dialog))
    before = len(exports_logged(desk.file))
    pressed(qtbot, dialog, "issued-save-xlsx")
    asked = dialog.findChild(QFileDialog, "issued-save-dialog")
    path = tmp_path / "lai.xlsx"
    with qtbot.waitSignal(desk.noticed) as told:
        asked.fileSelected.emit(str(path))
    asked.close()
    assert told.args[0].path == path
    assert path.read_bytes() == issued_bytes(desk.file, report.id, "xlsx")
    logged = exports_logged(desk.file)
    assert len(logged) == before + 1
    assert (logged[0].told.people, logged[0].told.place) == (5, str(path))


def test_the_number_that_the_clerk_gave_is_in_the_list(qtbot, desk, host):
    signer = NamedSigner(0, "ubnd", ("CHỦ TỊCH",), "Lê Ngọc Ánh", current=True)
    store_signer(desk.file, signer)
    issue(desk.file, LETTER)
    [document] = register_of(desk.file, Direction.OUT)
    given = replace(document.told, symbol="45/UBND-VHXH", issued_on=JUNE_8)
    set_document(desk.file, document.id, given)
    dialog = opened(qtbot, desk, host)
    qtbot.waitUntil(lambda: "Số: 45/UBND-VHXH" in facts(dialog))
    assert "Người ký: CHỦ TỊCH Lê Ngọc Ánh" in facts(dialog)
    qtbot.waitUntil(lambda: shown_column(dialog, "Số, ký hiệu") == ["45/UBND-VHXH"])
    assert shown_column(dialog, "Ghi chú") == ["đã phát hành"]
    assert not dialog.findChild(QPushButton, "issued-save-xlsx").isVisible()


def test_it_is_recalled_by_a_new_one_after_a_question(qtbot, desk, host, people):
    first = issue(desk.file, SUMMARY)
    set_marks(desk.file, people[:2], Mark.REGISTERED, JUNE_8)
    dialog = opened(qtbot, desk, host)
    pressed(qtbot, dialog, "issued-recall")
    question = dialog.findChild(Question)
    qtbot.keyClick(question.findChild(QPushButton, "act"), Key.Key_Space)
    qtbot.waitUntil(lambda: len(issued_of(desk.file)) == 2)
    new, old = issued_of(desk.file)
    assert (old.id, old.replaced_by, new.figures.registered) == (first.id, new.id, 2)
    qtbot.waitUntil(lambda: shown_column(dialog, "Ghi chú") == ["đã phát hành", "đã thu hồi"])
    qtbot.waitUntil(lambda: new.short_hash in facts(dialog))


def test_figures_alone_have_no_files(qtbot, desk, host):
    from models.figures.frozen import freeze

    freeze(desk.file, JUNE_8)
    dialog = opened(qtbot, desk, host)
    assert not dialog.findChild(QLabel, "issued-name").isVisible()
    assert not dialog.findChild(QPushButton, "issued-print").isVisible()
