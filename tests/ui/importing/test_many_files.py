"""Twenty-five files in one queue: one plan, and each file with its own box of problems."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton, QTabWidget, QTreeView

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.importing.wizards import box, finish, go_on, lines
from ui.intake.steps import IntakeStep

Key = Qt.Key


@pytest.fixture
def folder(tmp_path, make_list):
    """Twenty-three lists with a wrong phone each, a broken file, and one that is no list."""
    for at in range(23):
        name = f"{'Trần' if at % 2 else 'Lê'} {'Văn' if at % 3 else 'Thị'} {chr(65 + at)}nh"
        right = [1, name, "Y sĩ", "Trạm Y tế xã", f"09123301{at:02}"]
        make_list(f"{at:02}.xlsx", rows=[right, [2, f"Phạm {name}", "", "Thôn Đoài", "12"]])
    (tmp_path / "23.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "24.csv").write_text("Trăm năm trong cõi người ta\nChữ tài", encoding="utf-8")
    (tmp_path / "~$00.xlsx").write_bytes(b"lock")
    (tmp_path / "công văn.pdf").write_bytes(b"%PDF")
    (tmp_path / "desktop.ini").write_text("[.ShellClassInfo]")
    return tmp_path


def test_folders_in_the_folder_are_read_too(qtbot, tmp_path, make_list, open_wizard):
    (tmp_path / "Trường" / "Mầm non").mkdir(parents=True)
    make_list("Trường/Mầm non/a.xlsx")
    make_list("b.xlsx", rows=[[1, "Đỗ Thị Hà", "", "Thôn Đoài", ""]])
    wizard = open_wizard(tmp_path, step=IntakeStep.TABLES)
    tree = wizard.findChild(QTreeView, "tables").model()
    assert {tree.index(row, 0).data() for row in range(tree.rowCount())} == {"a.xlsx", "b.xlsx"}


def test_a_folder_is_one_queue_and_one_change(qtbot, desk, folder, open_wizard):
    before = fingerprint(desk.file)
    wizard = open_wizard(folder, step=IntakeStep.TABLES)
    problem = wizard.findChild(QLabel, "problem").text()
    assert "23.xlsx" in problem
    assert "24.csv" in problem
    tree = wizard.findChild(QTreeView, "tables").model()
    last = [tree.index(row, 3).data() for row in range(tree.rowCount())][-2:]
    assert set(last) == {
        "“công văn.pdf” không phải là tệp danh sách nên không đọc.",
        "“~$00.xlsx” là tệp tạm của Office nên không đọc.",
    }
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tabs = wizard.findChild(QTabWidget, "boxes")
    assert tabs.tabText(0) == "Mới (46)"
    assert "4 tệp không đọc được" in wizard.findChild(QLabel, "problem").text()
    files = wizard.findChild(QComboBox, "problem-file")
    assert files.count() == 24
    tabs.setCurrentWidget(box(wizard, "problems"))
    files.setFocus()
    qtbot.keyClick(files, Key.Key_Down)
    assert files.currentText() == "00.xlsx (1)"
    qtbot.waitUntil(lambda: lines(box(wizard, "problems"), "Tệp") == ["00.xlsx"])
    assert finish(qtbot, wizard).new == 46
    assert len(list_people(desk.file, PeopleQuery())) == 46
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_what_is_said_of_many_files_is_said_once(qtbot, make_list, open_wizard):
    header = ["Họ và tên", "Đơn vị", "Số CCCD"]
    paths = [
        make_list(f"{at}.xlsx", header=header, rows=[[f"Trần Văn {name}", "Trạm Y tế xã", "030"]])
        for at, name in enumerate(("An", "Bình", "Cường"))
    ]
    wizard = open_wizard(*paths, step=IntakeStep.TABLES)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    remarks = wizard.findChild(QLabel, "plan-remarks").text()
    assert remarks == "Không đọc các cột riêng tư không cần cho việc này: Số CCCD."


def test_a_namesake_in_another_file_is_shown_with_its_file(qtbot, make_list, open_wizard):
    header = ["Họ và tên", "Đơn vị", "Số điện thoại"]
    phones = ("0912000001", "0912000002", "")
    paths = [
        make_list(f"{at}.xlsx", header=header, rows=[["Trần Văn An", "Trạm Y tế xã", phone]])
        for at, phone in enumerate(phones)
    ]
    wizard = open_wizard(*paths, step=IntakeStep.TABLES)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: len(tab.findChildren(QRadioButton)) == 2)
    assert [each.text().partition(":")[0] for each in tab.findChildren(QRadioButton)] == [
        "Dòng 2 của tệp “0.xlsx”, người mới",
        "Dòng 2 của tệp “1.xlsx”, người mới",
    ]
