"""Ways of a spreadsheet in the roster: uneven blocks, one step for many people, numbers in order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.journal.standing import next_undo
from models.records import Mark, PeopleQuery
from models.roster.cells import CellText, write_cells
from models.roster.marks import set_marks
from models.roster.people import list_people
from tests.ui.roster.test_cells import click, clip, press
from ui.pages.roster.cell_preview import CellPreview

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
POSITION, SCORE = 3, 7


def everybody(desk):
    return list_people(desk.file, PeopleQuery())


def test_shorter_lines_of_a_block_leave_the_cells_beyond_them(qtbot, desk, page):
    phones = [person.phone for person in everybody(desk)]
    click(qtbot, page, 1, POSITION)
    clip("Kế toán\t0977000001\nVăn thư\nThủ quỹ\t0977000003")
    press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    write = page.findChild(CellPreview).findChild(QPushButton, "write")
    assert write.text() == "&Ghi 5 ô"
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(write, Left)
    after = everybody(desk)
    assert [person.position for person in after] == ["", "Kế toán", "Văn thư", "Thủ quỹ", ""]
    assert [person.phone for person in after] == [
        phones[0], "0977000001", phones[2], "0977000003", phones[4]
    ]  # fmt: skip


def test_a_mark_of_many_is_taken_back_by_one_key(qtbot, desk, page):
    before = fingerprint(desk.file)
    press(qtbot, page, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(page.loaded):
        press(qtbot, page, Key.Key_Space)
    assert next_undo(desk.file) == "Đánh dấu 5 người đã đăng ký"
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_numbers_are_sorted_as_numbers(qtbot, desk, page, people):
    set_marks(desk.file, list(people.values()), Mark.COMPLETED)
    ids = page.table.rows.ids
    scores = ("100", "9", "87,5", "10", "8")
    with qtbot.waitSignal(page.loaded):
        write_cells(
            desk.file,
            [CellText(each, "score", text) for each, text in zip(ids, scores, strict=True)],
        )
    header = page.table.header
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(SCORE))
    header.moveSection(header.visualIndex(SCORE), 1)
    place = QPoint(header.sectionViewportPosition(SCORE) + 8, header.height() // 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(header.viewport(), Left, pos=place)
    model = page.table.model()
    shown = [model.index(line, SCORE).data() for line in range(model.rowCount())]
    assert shown == ["8", "9", "10", "87,5", "100"]
