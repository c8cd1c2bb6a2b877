"""Đơn vị by key and by mouse: every change lands in the journal and can be undone."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
)

from models.figures.rollup import rolled_up
from models.journal.replay import undo
from models.journal.standing import next_undo
from models.records import Mark, PersonDraft, UnitKind
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.posts import add_side_post
from models.roster.unit_tree import list_units
from tests.factory import add_people
from tests.ui.keys import type_vietnamese
from ui.pages.units import UnitsPage

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ECONOMY = "Phòng Kinh tế"


@pytest.fixture
def page(qtbot, desk):
    page = UnitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


@pytest.fixture
def tree(page):
    return page.findChild(QTreeView, "unitTree")


def unit(desk, name):
    return next((each for each in list_units(desk.file) if each.name == name), None)


def select(tree, name):
    found = tree.model().match(
        tree.model().index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        name,
        1,
        Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
    )
    tree.setCurrentIndex(found[0])
    return found[0]


def form(page):
    return QApplication.activeModalWidget()


def cells(tree, name):
    index = select(tree, name)
    return [index.siblingAtColumn(column).data() for column in range(1, 5)]


def test_each_group_shows_the_sums_of_its_people(qtbot, desk, page, tree):
    group, below = unit(desk, "Khối Ủy ban nhân dân"), unit(desk, ECONOMY)
    with qtbot.waitSignal(page.loaded):
        head = add_person(desk.file, PersonDraft("Lê Thị Bình", group.id))
    people = add_people(desk.file, 3, below.id)
    set_marks(desk.file, [head, people[0]], Mark.REGISTERED)
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [head], Mark.COMPLETED)
    qtbot.waitUntil(lambda: cells(tree, group.name) == ["4", "2", "1", "50,0%"])
    assert cells(tree, ECONOMY) == ["3", "1", "0", "33,3%"]
    assert cells(tree, "Phòng Văn hóa - Xã hội") == ["–", "–", "–", "–"]
    whole = next(each for each in rolled_up(desk.file).units if each.unit_id == group.id)
    assert cells(tree, group.name)[:3] == [
        str(each) for each in (whole.total, whole.registered, whole.completed)
    ]
    assert "4 người phải tham gia" in page.findChild(QLabel, "unitsCounts").text()


def test_a_person_with_two_posts_counts_once_in_the_group(qtbot, desk, page, tree):
    group = unit(desk, "Khối Ủy ban nhân dân")
    person = add_person(desk.file, PersonDraft("Trần Văn An", unit(desk, ECONOMY).id))
    other = unit(desk, "Phòng Văn hóa - Xã hội")
    with qtbot.waitSignal(page.loaded):
        add_side_post(desk.file, person, other.id, since=desk.today())
    qtbot.waitUntil(lambda: cells(tree, group.name)[0] == "1")


def test_nothing_repeats_the_name_of_the_group(tree):
    model = tree.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert titles == ["Đơn vị", "Tổng", "Đăng ký", "Hoàn thành", "Tỷ lệ đăng ký", "Nhắc gần nhất"]
    assert tree.isColumnHidden(5), "nobody was reminded"


def test_f2_renames_in_place(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    qtbot.keyClick(tree, Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    editor.selectAll()
    type_vietnamese(editor, "Phòng Kinh tế và Hạ tầng")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor, Key.Key_Return)
    assert unit(desk, "Phòng Kinh tế và Hạ tầng") is not None
    assert page.findChild(QLabel, "unitName").text() == "Phòng Kinh tế và Hạ tầng"
    assert ECONOMY in page.findChild(QLabel, "unitAliases").text()


def test_a_name_that_is_taken_is_refused_and_nothing_changes(qtbot, desk, page, tree):
    index = select(tree, ECONOMY)
    with qtbot.waitSignal(desk.lane.failed) as refused:
        tree.model().setData(index, "Phòng Văn hóa - Xã hội")
    assert "Đã có đơn vị" in refused.args[0].sentence
    assert unit(desk, ECONOMY) is not None


def test_ctrl_n_adds_a_unit_below_the_same_parent_and_selects_it(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    qtbot.keyClick(tree, Key.Key_N, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: form(page) is not None)
    asked = form(page)
    field = asked.findChild(QLineEdit, "newUnitName")
    act = asked.findChild(QPushButton, "act")
    assert not act.isEnabled()
    assert asked.focusWidget() is field
    type_vietnamese(field, "Phòng Đô thị")
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(QLabel, "unitName").text() == "Phòng Đô thị")
    made = unit(desk, "Phòng Đô thị")
    assert made.parent_id == unit(desk, ECONOMY).parent_id
    assert made.kind is unit(desk, ECONOMY).kind


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_ctrl_m_moves_into_another_unit(qtbot, desk, page, tree, enter):
    select(tree, "Trạm Y tế xã")
    qtbot.keyClick(tree, Key.Key_M, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: form(page) is not None)
    choice = form(page).findChild(QComboBox, "unitParent")
    above = unit(desk, "Khối Ủy ban nhân dân")
    choice.setCurrentIndex(choice.findData(above.id))
    pad = Modifier.KeypadModifier if enter == Key.Key_Enter else Modifier.NoModifier
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(form(page), enter, pad)
    assert unit(desk, "Trạm Y tế xã").parent_id == above.id
    assert tree.currentIndex().data() == "Trạm Y tế xã"


def test_a_unit_is_not_offered_itself_or_what_lies_below_it(qtbot, desk, page, tree):
    select(tree, "Khối Ủy ban nhân dân")
    qtbot.keyClick(tree, Key.Key_M, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: form(page) is not None)
    choice = form(page).findChild(QComboBox, "unitParent")
    offered = {choice.itemData(at) for at in range(choice.count())}
    assert unit(desk, "Khối Ủy ban nhân dân").id not in offered
    assert unit(desk, ECONOMY).id not in offered
    form(page).reject()


def test_alt_down_and_up_change_the_order(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    before = tree.currentIndex().row()
    for key, place in ((Key.Key_Down, before + 1), (Key.Key_Up, before)):
        with qtbot.waitSignal(page.loaded):
            qtbot.keyClick(tree, key, Modifier.AltModifier)
        assert tree.currentIndex().data() == ECONOMY
        assert tree.currentIndex().row() == place


def test_dropping_a_unit_onto_another_moves_it(qtbot, desk, page, tree):
    model = tree.model()
    dragged = select(tree, "Trạm Y tế xã")
    mime = model.mimeData([dragged])
    target = select(tree, "Các trường học")
    with qtbot.waitSignal(page.loaded):
        assert not model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, target)
    assert unit(desk, "Trạm Y tế xã").parent_id == unit(desk, "Các trường học").id


def test_dropping_between_two_units_counts_without_the_dragged_one(qtbot, desk, page, tree):
    model = tree.model()
    top = [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]
    mime = model.mimeData([model.index(0, 0)])
    with qtbot.waitSignal(page.loaded):
        model.dropMimeData(mime, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    shown = [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]
    assert shown == [top[1], top[0], *top[2:]]


def test_something_else_dropped_moves_nothing(desk, page, tree):
    mime = QMimeData()
    mime.setText("7")
    assert not tree.model().dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_an_empty_unit_is_removed_by_key_and_comes_back_with_undo(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(tree, Key.Key_Minus, Modifier.ControlModifier)
    assert unit(desk, ECONOMY) is None
    qtbot.waitUntil(lambda: tree.currentIndex().data() == "Phòng Văn hóa - Xã hội")
    with qtbot.waitSignal(page.loaded):
        undo(desk.file)
    assert unit(desk, ECONOMY) is not None


def test_a_unit_with_people_is_not_removed(qtbot, desk, page, tree):
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Trần Văn An", unit(desk, ECONOMY).id))
    select(tree, ECONOMY)
    with qtbot.waitSignal(desk.lane.failed):
        qtbot.mouseClick(page.findChild(QPushButton, "unitRemove"), Qt.MouseButton.LeftButton)
    assert unit(desk, ECONOMY) is not None


def test_the_panel_changes_the_kind(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    choice = page.findChild(QComboBox, "unitKind")
    choice.setCurrentIndex(choice.findData(UnitKind.OTHER))
    with qtbot.waitSignal(page.loaded):
        choice.activated.emit(choice.currentIndex())
    assert unit(desk, ECONOMY).kind is UnitKind.OTHER


def test_the_panel_keeps_the_head_of_a_unit(qtbot, desk, page, tree):
    select(tree, ECONOMY)
    field = page.findChild(QLineEdit, "head-name")
    type_vietnamese(field, "Phạm Đức Thuận")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(field, Key.Key_Return)
    assert unit(desk, ECONOMY).head.name == "Phạm Đức Thuận"
    assert "người đứng đầu" in next_undo(desk.file)
    select(tree, "Trạm Y tế xã")
    assert field.text() == ""
    select(tree, ECONOMY)
    assert field.text() == "Phạm Đức Thuận"


def test_ctrl_enter_opens_the_people_of_the_unit_and_below(qtbot, desk, page, tree):
    select(tree, "Khối Ủy ban nhân dân")
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.keyClick(tree, Key.Key_Return, Modifier.ControlModifier)
    assert unit(desk, ECONOMY).id in asked.args[1].unit_ids


def test_a_group_with_people_of_its_own_leads_to_them_too(qtbot, desk, page, tree):
    group = unit(desk, "Khối Ủy ban nhân dân")
    own = page.findChild(QPushButton, "unitOwnPeople")
    add_person(desk.file, PersonDraft("Lê Thị Bình", unit(desk, ECONOMY).id))
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Trần Văn An", group.id))
    select(tree, ECONOMY)
    assert own.isHidden()
    select(tree, group.name)
    qtbot.waitUntil(own.isVisible)
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    assert asked.args[1].unit_ids == frozenset({group.id})


def test_a_closed_branch_stays_closed_when_the_tree_comes_anew(qtbot, desk, page, tree):
    index = select(tree, "Khối Ủy ban nhân dân")
    tree.collapse(index)
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Trần Văn An", unit(desk, ECONOMY).id))
    assert not tree.isExpanded(tree.currentIndex())
