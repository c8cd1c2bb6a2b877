"""The wizard from the dropped file to the roster, by keyboard; nothing changes before the end."""

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QTreeView,
    QWidget,
)

from models.errors import AppError
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery, PersonDraft
from models.roster.people import add_person, list_people
from models.roster.unit_tree import list_units
from models.text.legacy.codec import LegacyEncoding, encode
from reports import rejected_files
from tests.ui.importing.conftest import HEADER, PEOPLE
from tests.ui.importing.wizards import box, button, check, finish, go_on, lines, place
from ui.intake.steps import IntakeStep
from ui.notice import Tone
from ui.people.question import Question
from ui.table.data_table import DataTable
from ui.theme.steps_line import StepsLine

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_list_is_imported_with_enter_alone_and_undone_in_one_step(
    qtbot, desk, make_list, open_wizard
):
    before = fingerprint(desk.file)
    wizard = open_wizard(make_list())
    qtbot.waitUntil(lambda: "3 người" in wizard.findChild(QLabel, "shaped-count").text())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert button(wizard, "next").text() == "&Nhập 3 người"
    assert fingerprint(desk.file) == before
    with qtbot.waitSignal(desk.noticed) as noticed, qtbot.waitSignal(wizard.finished):
        qtbot.keyClick(button(wizard, "next"), Key.Key_Space)
    assert "3 người mới" in noticed.args[0].text
    assert (noticed.args[0].command, noticed.args[0].deed) == ("heads", "Người đứng đầu 1 đơn vị…")
    assert "Ctrl+Z" in noticed.args[0].text
    assert [p.name.split()[-1] for p in list_people(desk.file, PeopleQuery())] == [
        "An", "Bình", "Cường",
    ]  # fmt: skip
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_the_boxes_stand_as_tabs_with_their_counts(qtbot, make_list, open_wizard):
    rows = [*PEOPLE, [4, "", "Kế toán", "Trạm Y tế xã", "0912330119"], ["", "Tổng cộng: 3"]]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tabs = wizard.findChild(QTabWidget, "boxes")
    titles = [tabs.tabText(at) for at in range(tabs.count())]
    assert titles[0] == "Mới (3)"
    assert any(title.startswith("Không hợp lệ (1") for title in titles)
    assert any(title.startswith("Bỏ qua (1") for title in titles)
    qtbot.waitUntil(lambda: all(lines(box(wizard, "rejected"), "Lý do")))


def test_a_box_without_rows_has_no_tab(qtbot, make_list, open_wizard):
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tabs = wizard.findChild(QTabWidget, "boxes")
    titles = [tabs.tabText(at) for at in range(tabs.count())]
    assert [each.split(" (")[0] for each in titles] == ["Mới", "Đơn vị"]
    assert tabs.currentWidget() is box(wizard, "new")
    assert wizard.findChild(QWidget, "box-uncertain") is None


def held(widget, key):
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier, "\r", True)
    )


def test_the_enter_of_the_number_pad_goes_on_and_one_that_is_held_imports_nothing(
    qtbot, desk, make_list, open_wizard
):
    wizard = open_wizard(make_list())
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        qtbot.keyClick(wizard, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert place(wizard) == 4
    for focused in (wizard, box(wizard, "new").table, button(wizard, "next")):
        for enter in (Key.Key_Return, Key.Key_Enter):
            held(focused, enter)
    assert wizard.step is IntakeStep.PLAN
    assert list_people(desk.file, PeopleQuery()) == ()


def test_a_whole_import_by_keyboard_alone_from_the_files_to_the_people(
    qtbot, desk, make_list, open_wizard, look_alikes
):
    """Two sheets: the second is left out, who is unsure is decided, Enter leads on and imports."""
    rows = [*PEOPLE[1:], [3, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", ""]]
    wizard = open_wizard(make_list(rows=rows, sheets=2), step=IntakeStep.TABLES)
    tree = wizard.findChild(QTreeView, "tables")
    qtbot.waitUntil(tree.hasFocus)
    first = wizard.findChild(QLabel, "first-rows-count")
    qtbot.waitUntil(lambda: first.text() == "Đọc được 3 người.")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(tree, key)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    assert (place(wizard), wizard.findChild(QLabel, "import-sources").text()) == (
        2,
        "Đọc từ “Danh sách.xlsx”, trang “Trang 1”: 3 dòng",
    )
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert place(wizard) == 3
    table = box(wizard, "uncertain").table
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Key.Key_3)
    words = wizard.findChild(QLabel, "asked-words")
    assert words.text().startswith("Đã quyết định hết 1 dòng")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert place(wizard) == 4
    with qtbot.waitSignal(wizard.imported) as imported:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert imported.args[0].new == 3


def test_what_was_said_of_columns_and_people_stands_when_one_goes_back_to_the_files(
    qtbot, desk, make_list, open_wizard, look_alikes
):
    rows = [[1, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", ""]]
    wizard = open_wizard(make_list(rows=rows))
    combo = wizard.findChild(QComboBox, "field-C")
    combo.setCurrentIndex(combo.findData("note"))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    qtbot.keyClick(box(wizard, "uncertain").table, Key.Key_3)
    (line,) = wizard.findChildren(StepsLine)
    qtbot.mouseClick(line.steps[0], Qt.MouseButton.LeftButton)
    assert place(wizard) == 1
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    assert wizard.findChild(QComboBox, "field-C").currentData() == "note"
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert place(wizard) == 4
    assert [each.accessibleDescription() for each in line.steps[:3]] == ["đã xong"] * 3
    assert finish(qtbot, wizard).new == 1


def test_an_update_shows_old_and_new(qtbot, desk, make_list, open_wizard):
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    add_person(desk.file, PersonDraft("Trần Văn An", unit.id, "Y tá", phone="0982103591"))
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "updated")
    wizard.findChild(QTabWidget, "boxes").setCurrentWidget(tab)
    qtbot.waitUntil(lambda: lines(tab, "Cũ → mới") == ["Chức vụ: Y tá → Y sĩ"])
    policy = wizard.findChild(QComboBox, "policy")
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        policy.setCurrentIndex(policy.findData("keep_ours"))
    qtbot.waitUntil(lambda: box(wizard, "unchanged").table.model().rowCount() == 1)


def test_uncertain_people_are_decided_by_key(qtbot, desk, make_list, open_wizard):
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    for name in ("Tran Van An", "Le Thi Binh"):
        add_person(desk.file, PersonDraft(name, unit.id))
    rows = [
        [at, name, "Y sĩ", unit.name, ""] for at, name in enumerate(("Trần Văn An", "Lê Thị Bình"))
    ]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Chưa quyết định"] * 2)
    assert place(wizard) == 3
    qtbot.waitUntil(tab.table.hasFocus)
    qtbot.waitUntil(lambda: tab.table.selected_ids() != [])
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Là người này", "Chưa quyết định"])
    qtbot.keyClick(tab.table, Key.Key_3)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Là người này", "Là người mới"])
    result = finish(qtbot, wizard)
    assert (result.new, result.updated) == (1, 1)
    names = sorted(p.name for p in list_people(desk.file, PeopleQuery()))
    assert len(names) == 3


def test_a_unit_name_can_be_told_to_be_another_unit(qtbot, desk, make_list, open_wizard):
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    combos = wizard.findChild(QWidget, "unit-names").findChildren(QComboBox)
    combo = next(c for c in combos if "Thôn Đoài" in c.accessibleName())
    combo.setCurrentIndex(combo.findData(unit.id))
    finish(qtbot, wizard)
    assert {p.unit for p in list_people(desk.file, PeopleQuery())} == {unit.name}


def test_who_is_not_in_the_file_leaves_only_when_told(qtbot, desk, make_list, open_wizard):
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    add_person(desk.file, PersonDraft("Vũ Thị Hạnh", unit.id, phone="0905111222"))
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    leave = wizard.findChild(QCheckBox, "leave")
    assert "1 người" in leave.text()
    leave.setChecked(True)
    assert button(wizard, "next").text() == "&Nhập 4 người"
    finish(qtbot, wizard)
    assert "Vũ Thị Hạnh" not in {p.name for p in list_people(desk.file, PeopleQuery())}


def test_a_column_can_be_given_another_meaning_and_is_remembered(qtbot, make_list, open_wizard):
    path = make_list(header=["STT", "Họ và tên", "Vai trò gì đó", "Đơn vị", "Số điện thoại"])
    wizard = open_wizard(path)
    combo = wizard.findChild(QComboBox, "field-C")
    combo.setCurrentIndex(combo.findData("note"))
    preview = wizard.findChild(DataTable, "shaped")
    qtbot.waitUntil(lambda: preview.model().index(0, 9).data() == "Y sĩ")
    go_on(qtbot, wizard, IntakeStep.PLAN)
    finish(qtbot, wizard)
    again = open_wizard(path)
    assert again.findChild(QComboBox, "field-C").currentData() == "note"


def test_several_tables_are_chosen_first(qtbot, make_list, open_wizard):
    wizard = open_wizard(make_list(sheets=2), step=IntakeStep.TABLES)
    tree = wizard.findChild(QTreeView, "tables")
    sheet = tree.model().index(0, 0)
    second = tree.model().index(1, 0, sheet)
    tree.setCurrentIndex(second)
    qtbot.keyClick(tree, Key.Key_Space)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert box(wizard, "new").table.model().rowCount() == 3
    with qtbot.waitSignal(wizard.stepped):
        qtbot.mouseClick(button(wizard, "back"), Qt.MouseButton.LeftButton)


def test_a_file_that_is_no_list_is_named_and_the_others_are_read(
    qtbot, tmp_path, make_list, open_wizard
):
    wrong = tmp_path / "thơ.txt"
    wrong.write_text("Trăm năm trong cõi người ta", encoding="utf-8")
    wizard = open_wizard(wrong, make_list(), step=IntakeStep.TABLES)
    assert "thơ.txt" in wizard.findChild(QLabel, "problem").text()
    assert button(wizard, "next").isEnabled()


def test_a_lone_file_that_cannot_be_read_leaves_nothing_to_do(qtbot, tmp_path, open_wizard):
    empty = tmp_path / "rỗng.xlsx"
    empty.touch()
    wizard = open_wizard(empty, step=IntakeStep.TABLES)
    assert "rỗng.xlsx" in wizard.findChild(QLabel, "problem").text()
    assert not button(wizard, "next").isEnabled()
    assert wizard.findChild(QLineEdit, "password").isVisible() is False


def test_lists_in_a_folder_are_read_together(qtbot, tmp_path, make_list, open_wizard):
    make_list("a.xlsx")
    make_list("b.xlsx", rows=[[1, "Vũ Thị Hạnh", "Y tá", "Trạm Y tế xã", "0905111222"]])
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    wizard = open_wizard(tmp_path, step=IntakeStep.TABLES)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert box(wizard, "new").table.model().rowCount() == 4


def test_leaving_changes_nothing(qtbot, desk, make_list, open_wizard):
    before = fingerprint(desk.file)
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    with qtbot.waitSignal(wizard.finished):
        qtbot.keyClick(wizard, Key.Key_Escape)
    assert fingerprint(desk.file) == before


def test_leaving_asks_before_decisions_are_lost(qtbot, desk, make_list, open_wizard, look_alikes):
    before = fingerprint(desk.file)
    wizard = open_wizard(make_list(rows=[[1, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", ""]]))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Chưa quyết định"])
    qtbot.keyClick(tab.table, Key.Key_2)
    for key in (Key.Key_Escape, Key.Key_Return):
        qtbot.keyClick(wizard, Key.Key_Escape)
        question = wizard.findChild(Question)
        assert "1 quyết định" in question.findChild(QLabel, "question-words").text()
        qtbot.keyClick(question, key)
        qtbot.waitUntil(lambda: wizard.findChild(Question) is None)
        assert wizard.isVisible()
    assert lines(tab, "Quyết định") == ["Bỏ qua"]
    qtbot.keyClick(wizard, Key.Key_Escape)
    act = wizard.findChild(Question).findChild(QPushButton, "act")
    with qtbot.waitSignal(wizard.finished):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert fingerprint(desk.file) == before


def test_the_header_can_be_pointed_at(qtbot, make_list, open_wizard):
    wizard = open_wizard(make_list())
    header = wizard.findChild(QLineEdit, "header-rows")
    count = wizard.findChild(QLabel, "shaped-count")
    qtbot.waitUntil(lambda: "3 người" in count.text())
    header.setFocus()
    header.selectAll()
    qtbot.keyClicks(header, "2")
    qtbot.waitUntil(lambda: "3 người" not in count.text())
    header.selectAll()
    qtbot.keyClicks(header, "1")
    qtbot.waitUntil(lambda: "3 người" in count.text())


def test_a_locked_file_asks_for_its_password(qtbot, tmp_path, make_list, open_wizard):
    locked = tmp_path / "khóa.xlsx"
    with make_list().open("rb") as plain, locked.open("wb") as target:
        OOXMLFile(plain).encrypt("bimat", target)
    wizard = open_wizard(locked, step=IntakeStep.TABLES)
    password = wizard.findChild(QLineEdit, "password")
    assert password.isVisible()
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.TABLES):
        qtbot.keyClicks(password, "sai")
        qtbot.keyClick(password, Key.Key_Return)
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.COLUMNS):
        qtbot.keyClicks(password, "bimat")
        qtbot.keyClick(password, Key.Key_Return)


def test_old_fonts_are_shown_before_and_after_and_converted_when_confirmed(
    qtbot, desk, make_list, open_wizard
):
    def old(cells):
        return [encode(c, LegacyEncoding.TCVN3) if isinstance(c, str) else c for c in cells]

    names = ("Trần Văn Ước", "Lê Thị Bưởi", "Phạm Đức Cường", "Nguyễn Thị Thủy", "Đặng Hữu Nghĩa")
    rows = [[at, name, "Y sĩ", "Trạm Y tế xã", f"098210359{at}"] for at, name in enumerate(names)]
    path = make_list(header=old(HEADER), rows=[old(row) for row in rows])
    wizard = open_wizard(path, step=IntakeStep.FONTS)
    model = wizard.findChild(QTreeView, "fonts").model()
    shown = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert any("Trần Văn Ước" in words for words in shown)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    finish(qtbot, wizard)
    assert {p.name for p in list_people(desk.file, PeopleQuery())} == set(names)


def test_rejected_rows_are_saved_beside_the_file_and_import_once_mended(
    qtbot, desk, make_list, open_wizard
):
    path = make_list(rows=[*PEOPLE, [4, "An", "Y sĩ", "Trạm Y tế xã", "0912330119"]])
    wizard = open_wizard(path)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    with qtbot.waitSignal(desk.noticed) as noticed:
        finish(qtbot, wizard)
    notice = noticed.args[0]
    assert notice.path == path.with_name("Danh sách - dòng không hợp lệ.xlsx")
    assert "dòng không hợp lệ" in notice.advice
    book = load_workbook(notice.path)
    assert [cell.value for cell in book.active[2]][:2] == [4, "An"]
    book.active["B2"] = "Đỗ Thị An"
    book.save(notice.path)
    wizard = open_wizard(notice.path)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert finish(qtbot, wizard).new == 1


class Ours(Exception):
    """A bug."""


@pytest.mark.parametrize(
    "what",
    [Ours("ours"), OSError(28, "full"), AppError("Không ghi được.", "Hãy thử lại.")],
    ids=["bug", "disk", "told"],
)
def test_an_import_whose_left_out_rows_cannot_be_saved_is_done_and_says_so(
    qtbot, desk, make_list, open_wizard, monkeypatch, caplog, what
):
    def broken(*_args):
        raise what

    monkeypatch.setattr(rejected_files, "write_file", broken)
    wizard = open_wizard(make_list(rows=[*PEOPLE, [4, "An", "Y sĩ", "Trạm Y tế xã", "0912330119"]]))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    with qtbot.waitSignal(desk.noticed) as noticed, qtbot.waitSignal(wizard.accepted):
        assert finish(qtbot, wizard).new == 3
    (notice,) = noticed.args
    assert notice.tone is Tone.DONE
    assert "3 người mới" in notice.text
    assert "chưa lưu được ra tệp riêng" in notice.advice
    assert len(list_people(desk.file, PeopleQuery())) == 3
    assert all(record.exc_info for record in caplog.records)
    caplog.clear()


def test_nothing_is_saved_when_every_row_was_taken(qtbot, desk, make_list, open_wizard):
    path = make_list()
    wizard = open_wizard(path)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    finish(qtbot, wizard)
    assert [each.name for each in path.parent.glob("*.xlsx")] == [path.name]


def test_two_rows_that_may_be_one_new_person_are_settled_by_key(
    qtbot, desk, make_list, open_wizard
):
    rows = [[1, "Trần Văn An", "", "Trạm Y tế xã", "0982103591"]]
    rows += [[2, "Tran Van An", "Y sĩ", "Trạm Y tế xã", "0982103591"]]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Chưa quyết định"])
    qtbot.waitUntil(lambda: len(tab.findChildren(QRadioButton)) == 1)
    (choice,) = tab.findChildren(QRadioButton)
    assert choice.text() == "Dòng 2, người mới: Trần Văn An"
    assert choice.accessibleDescription().endswith("Trạm Y tế xã · 0982 103 591")
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Là người này"])
    assert finish(qtbot, wizard).new == 1
    (person,) = list_people(desk.file, PeopleQuery())
    assert (person.name, person.position) == ("Trần Văn An", "Y sĩ")


@pytest.fixture
def look_alikes(desk):
    """Two people on the roster who may be Trần Văn An; returns their ids by name."""
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    return {
        name: add_person(desk.file, PersonDraft(name, unit.id))
        for name in ("Tran Van An", "Trần Van An")
    }


def test_another_candidate_is_chosen_by_arrow(qtbot, desk, make_list, open_wizard, look_alikes):
    wizard = open_wizard(make_list(rows=[[1, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", ""]]))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: len(tab.findChildren(QRadioButton)) == 2)
    second = tab.findChildren(QRadioButton)[1]
    name = second.text()
    qtbot.keyClick(tab.table, Key.Key_Right)
    assert second.isChecked()
    qtbot.keyClick(tab.table, Key.Key_1)
    finish(qtbot, wizard)
    found = {p.name: p.position for p in list_people(desk.file, PeopleQuery())}
    assert found[name] == "Y sĩ"


def test_decisions_outlive_another_policy_and_the_way_back(
    qtbot, desk, make_list, open_wizard, look_alikes
):
    rows = [[1, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", ""]]
    rows += [[2, "Lê Thị Bình", "", "Trường Mầm non Tân An", ""]]
    rows += [[3, "Lê Thị Lan", "", "Trường MN Tân An", ""]]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tabs = wizard.findChild(QTabWidget, "asked")
    qtbot.waitUntil(lambda: len(lines(box(wizard, "uncertain"), "Quyết định")) == 1)
    qtbot.keyClick(box(wizard, "uncertain").table, Key.Key_3)
    tabs.setCurrentWidget(wizard.findChild(QWidget, "unit-names").parent())
    groups = box(wizard, "unit-groups").table
    groups.setFocus()
    qtbot.waitUntil(lambda: groups.selected_ids() != [])
    qtbot.keyClick(groups, Key.Key_1)
    check(qtbot, wizard)
    policy = wizard.findChild(QComboBox, "policy")
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        policy.setCurrentIndex(policy.findData("fill_blanks"))
    for at in (3, 2):
        qtbot.mouseClick(button(wizard, "back"), Qt.MouseButton.LeftButton)
        assert place(wizard) == at
    go_on(qtbot, wizard, IntakeStep.PLAN)
    qtbot.waitUntil(lambda: lines(box(wizard, "uncertain"), "Quyết định") == ["Là người mới"])
    qtbot.waitUntil(lambda: lines(box(wizard, "unit-groups"), "Quyết định") == ["Là một đơn vị"])
    result = finish(qtbot, wizard)
    assert (result.new, result.new_units) == (3, 1)


def test_rows_without_marks_are_decided_together_and_a_choice_stays_open(
    qtbot, desk, make_list, open_wizard, look_alikes
):
    unit = next(u for u in list_units(desk.file) if u.name == "Trạm Y tế xã")
    names = ("Lê Thị Bình", "Phạm Đức Cường", "Vũ Thị Hạnh")
    for name in ("Le Thi Binh", "Pham Duc Cuong", "Vu Thi Hanh"):
        add_person(desk.file, PersonDraft(name, unit.id))
    rows = [[at, name, "Y sĩ", unit.name, ""] for at, name in enumerate((*names, "Trần Văn An"))]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    qtbot.waitUntil(lambda: len(lines(tab, "Quyết định")) == 4)
    qtbot.keyClick(tab.table, Key.Key_1)
    alike = button(wizard, "uncertain-alike")
    qtbot.waitUntil(lambda: alike.text() == "Như vậy cho 2 dòng giống (Ctrl+D)")
    qtbot.keyClick(tab.table, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    decided = ["Là người này"] * 3
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == [*decided, "Chưa quyết định"])
    qtbot.keyClick(tab.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tab.table, Key.Key_1)
    assert "1 dòng" in wizard.findChild(QLabel, "uncertain-said").text()
    assert finish(qtbot, wizard).updated == 3
