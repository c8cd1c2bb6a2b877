"""Xuất biểu mẫu cho đơn vị: ticks by key, a folder, whole files, and the way to them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QTreeWidget,
)

from models.contests.contests import set_internal_deadline
from models.roster.unit_tree import list_units
from reports import publish
from tests.factory import add_people, unit
from ui.pages.units import UnitsPage
from ui.pages.units_kits import KitsDialog, kits_notice
from ui.start.choice import ChoiceDialog
from ui.work import Work

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ECONOMY = "Phòng Kinh tế"


@pytest.fixture
def page(qtbot, desk):
    add_people(desk.file, 3)
    add_people(desk.file, 2, unit(desk.file, ECONOMY).id)
    set_internal_deadline(desk.file, 1, date(2026, 6, 10))
    page = UnitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


@pytest.fixture
def form(qtbot, page):
    """The form as the button of the page opens it."""
    return opened(qtbot, page)


def opened(qtbot, page):
    qtbot.mouseClick(page.findChild(QPushButton, "unitKits"), Left)
    return filled(qtbot)


def filled(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), KitsDialog))
    made = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: ticks(made).topLevelItemCount() > 0)
    return made


def ticks(form):
    return form.findChild(QTreeWidget, "kitUnits")


def act(form):
    return form.findChild(QPushButton, "act")


def chosen(form):
    return form.findChild(QLabel, "kitsChosen").text()


def choose_folder(form, folder: Path):
    dialog = form.findChild(QFileDialog, "folder-dialog")
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(folder))
    dialog.reject()


def tick(qtbot, form, name):
    tree = ticks(form)
    tree.setCurrentItem(
        tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    )
    qtbot.keyClick(tree, Key.Key_Space)


def test_all_units_with_people_are_ticked_and_the_deadline_is_the_communes(form):
    assert chosen(form) == "2 đơn vị, 5 người"
    assert act(form).text() == "Chọn thư mục và ghi 2 biểu mẫu…"
    assert form.findChild(QLineEdit, "kitsDeadline").text() == "10/06/2026"
    assert form.focusWidget() is ticks(form)


def test_space_ticks_and_a_unit_above_stands_for_those_below(qtbot, form):
    tick(qtbot, form, ECONOMY)
    assert chosen(form) == "1 đơn vị, 3 người"
    tick(qtbot, form, "Trạm Y tế xã")
    assert chosen(form) == "2 đơn vị, 3 người, 1 biểu mẫu trống"
    qtbot.mouseClick(form.findChild(QPushButton, "kitsNone"), Left)
    assert not act(form).isEnabled()
    tick(qtbot, form, "Khối Ủy ban nhân dân")
    assert "5 người" in chosen(form)
    qtbot.mouseClick(form.findChild(QPushButton, "kitsAll"), Left)
    assert chosen(form) == "2 đơn vị, 5 người"


def test_kits_are_written_and_the_bar_leads_to_the_folder(qtbot, desk, form, tmp_path):
    qtbot.keyClick(form, Key.Key_Return)
    with qtbot.waitSignal(desk.noticed) as noticed:
        choose_folder(form, tmp_path)
    assert noticed.args[0].text == f"Đã ghi 2 biểu mẫu vào {tmp_path}."
    assert noticed.args[0].folder == tmp_path
    assert len(list(tmp_path.glob("Phieu_*.xlsx"))) == 2
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_folder_is_remembered(qtbot, desk, page, form, tmp_path):
    qtbot.mouseClick(act(form), Left)
    with qtbot.waitSignal(desk.noticed):
        choose_folder(form, tmp_path)
    again = opened(qtbot, page)
    qtbot.mouseClick(act(again), Left)
    assert Path(again.findChild(QFileDialog, "folder-dialog").directory().path()) == tmp_path
    again.findChild(QFileDialog, "folder-dialog").reject()
    again.reject()


def test_the_menu_ticks_only_the_selected_unit(qtbot, desk, page, tmp_path):
    tree = page.findChild(QTreeView, "unitTree")
    tree.units.index_of(unit(desk.file, ECONOMY).id)
    tree.select(unit(desk.file, ECONOMY).id)
    qtbot.keyClick(tree, Key.Key_P, Modifier.ControlModifier | Modifier.ShiftModifier)
    form = filled(qtbot)
    assert chosen(form) == "1 đơn vị, 2 người"
    form.reject()


def test_a_deadline_that_is_over_or_half_typed_is_not_printed(qtbot, form):
    field = form.findChild(QLineEdit, "kitsDeadline")
    field.setText("7/6")
    assert not act(form).isEnabled()
    assert "đã qua" in form.findChild(QLabel, "problem").text()
    field.setText("45/6")
    assert not act(form).isEnabled()
    field.clear()
    assert act(form).isEnabled()


def test_esc_while_writing_stops_after_the_kit_at_hand(qtbot, desk, form, tmp_path):
    gate = desk.run(Work(lambda task: task.cancelled))
    qtbot.mouseClick(act(form), Left)
    with qtbot.waitSignal(desk.noticed) as noticed:
        choose_folder(form, tmp_path)
        qtbot.keyClick(form, Key.Key_Escape)
    written = len(list(tmp_path.glob("Phieu_*.xlsx")))
    assert gate.cancelled is False
    assert written < 2
    assert noticed.args[0].text.startswith("Đã dừng")


def test_what_cannot_be_written_is_said_in_the_form(qtbot, form, tmp_path):
    qtbot.mouseClick(act(form), Left)
    choose_folder(form, tmp_path / "mat")
    qtbot.waitUntil(lambda: "Không có thư mục" in form.findChild(QLabel, "problem").text())
    qtbot.waitUntil(act(form).isEnabled)
    form.reject()


@pytest.mark.parametrize("way", ["held-again", "held-other"])
def test_a_kit_that_is_held_is_tried_again_and_no_other_is_written_twice(
    qtbot, desk, form, tmp_path, monkeypatch, way
):
    held, real, other = [], publish.replace_file, tmp_path / "khác"
    other.mkdir()

    def replace(draft, path):
        held.append(path)
        if len(held) == 2:
            raise PermissionError
        real(draft, path)

    monkeypatch.setattr(publish, "replace_file", replace)
    qtbot.mouseClick(act(form), Left)
    choose_folder(form, tmp_path)
    qtbot.waitUntil(lambda: form.findChild(ChoiceDialog) is not None)
    question = form.findChild(ChoiceDialog)
    pressed = question.findChild(QPushButton, way)
    qtbot.waitUntil(pressed.isVisible)
    assert "1/2 biểu mẫu" in question.findChild(QLabel, "choiceProblem").text()
    with qtbot.waitSignal(desk.noticed) as noticed:
        qtbot.mouseClick(pressed, Left)
        if way == "held-other":
            choose_folder(form, other)
    into = other if way == "held-other" else tmp_path
    assert noticed.args[0].folder == into
    assert len(held) == 3
    assert len(list(tmp_path.rglob("Phieu_*.xlsx"))) == 2
    assert len(list(into.glob("Phieu_*.xlsx"))) == (1 if into == other else 2)


def test_words_for_a_stop():
    from reports.compose_kits import KitsWritten

    folder = Path("D:/phieu")
    assert kits_notice(KitsWritten(folder, (), 25)).text == "Đã dừng, chưa ghi biểu mẫu nào."
    some = kits_notice(KitsWritten(folder, (folder / "a", folder / "b"), 25))
    assert "ghi xong 2/25 biểu mẫu" in some.text
    assert some.folder == folder


def test_units_of_the_file_are_all_there(desk, form):
    tree = ticks(form)
    names = set()
    pile = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    while pile:
        item = pile.pop()
        names.add(item.text(0))
        pile += [item.child(at) for at in range(item.childCount())]
    assert names == {each.name for each in list_units(desk.file)}
