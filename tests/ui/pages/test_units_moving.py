"""Units are dragged by the mouse: the place is marked, people are asked about, nonsense refused."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTreeView

from models.journal.replay import undo
from models.records import PersonDraft
from models.roster.people import add_person
from tests.ui.pages.unit_trees import index_named, opened_units, stored_unit
from ui.pages.units_drag import ONTO, place_at
from ui.pages.units_forms import belonging_words

HEALTH, SCHOOLS, ECONOMY = "Trạm Y tế xã", "Các trường học", "Phòng Kinh tế"
GOVERNMENT = "Khối Ủy ban nhân dân"
MOVE = Qt.DropAction.MoveAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def page(qtbot, desk):
    page = opened_units(qtbot, desk)
    page.resize(1180, 1400)
    return page


@pytest.fixture
def tree(page):
    return page.findChild(QTreeView, "unitTree")


def middle(tree, name):
    return tree.visualRect(index_named(tree, name)).center()


def drag_over(tree, name, at):
    mime = tree.model().mimeData([index_named(tree, name)])
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(at, MOVE, mime, *HELD))
    move = QDragMoveEvent(at, MOVE, mime, *HELD)
    QApplication.sendEvent(tree.viewport(), move)
    return mime, move


def let_fall(tree, name, at):
    mime, _ = drag_over(tree, name, at)
    QApplication.sendEvent(tree.viewport(), QDropEvent(QPointF(at), MOVE, mime, *HELD))


def question(qtbot):
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    return QApplication.activeModalWidget()


def with_people(qtbot, desk, page, name):
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Trần Văn An", stored_unit(desk, name).id))


def test_the_mouse_takes_a_unit_along(qtbot, tree):
    """The rest of the way are the events of a drag: offscreen, Qt carries nothing itself."""
    start = middle(tree, HEALTH)
    qtbot.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(tree.viewport(), start + QPoint(0, 8))
    assert tree.state() is QTreeView.State.DraggingState
    qtbot.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=start)


def test_a_unit_that_is_let_fall_onto_another_belongs_to_it(qtbot, desk, page, tree):
    with qtbot.waitSignal(page.loaded), qtbot.waitSignal(desk.said) as said:
        let_fall(tree, HEALTH, middle(tree, SCHOOLS))
    assert said.args == [f"Đã chuyển {HEALTH} vào {SCHOOLS}. Ctrl+Z để hoàn tác."]
    assert stored_unit(desk, HEALTH).parent_id == stored_unit(desk, SCHOOLS).id
    assert tree.currentIndex().data() == HEALTH
    with qtbot.waitSignal(page.loaded):
        undo(desk.file)
    assert stored_unit(desk, HEALTH).parent_id is None


def test_the_place_is_marked_and_told_while_a_unit_is_over_it(qtbot, page, tree):
    bare = tree.viewport().grab().toImage()
    with qtbot.waitSignal(page.status) as told:
        _, move = drag_over(tree, HEALTH, middle(tree, SCHOOLS))
    assert move.isAccepted()
    assert told.args == [f"Thả để {HEALTH} thuộc {SCHOOLS}"]
    marked = tree.viewport().grab().toImage()
    at = QPoint(3, middle(tree, SCHOOLS).y())
    assert marked.pixel(at) != bare.pixel(at)
    with qtbot.waitSignal(page.status) as told:
        QApplication.sendEvent(tree.viewport(), QDragLeaveEvent())
    assert told.args == [""]
    assert tree.viewport().grab().toImage() == bare


def test_between_two_units_a_line_is_marked(tree):
    rect = tree.visualRect(index_named(tree, ECONOMY))
    above, below = place_at(tree, rect.topLeft()), place_at(tree, rect.bottomLeft())
    parent, row = index_named(tree, GOVERNMENT), index_named(tree, ECONOMY).row()
    assert (above.above, above.row, above.mark.height()) == (parent, row, 0)
    assert (below.above, below.row) == (parent, row + 1)
    assert place_at(tree, rect.center()).row == ONTO


def test_with_people_in_it_the_unit_is_asked_about_and_hủy_leaves_it(qtbot, desk, page, tree):
    with_people(qtbot, desk, page, HEALTH)
    let_fall(tree, HEALTH, middle(tree, SCHOOLS))
    asked = question(qtbot)
    words = asked.findChild(QLabel, "question-words").text()
    assert f"{HEALTH} (1 người) sẽ thuộc {SCHOOLS}." in words
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert stored_unit(desk, HEALTH).parent_id is None
    let_fall(tree, HEALTH, middle(tree, SCHOOLS))
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(question(qtbot).findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    assert stored_unit(desk, HEALTH).parent_id == stored_unit(desk, SCHOOLS).id


def test_among_its_neighbours_nothing_is_asked(qtbot, desk, page, tree):
    with_people(qtbot, desk, page, ECONOMY)
    first = tree.model().index(0, 0, index_named(tree, GOVERNMENT))
    with qtbot.waitSignal(page.loaded):
        let_fall(tree, ECONOMY, tree.visualRect(first).topLeft())
    assert index_named(tree, ECONOMY).row() == 0


def test_a_unit_does_not_go_into_what_lies_below_it(qtbot, desk, page, tree):
    with_people(qtbot, desk, page, ECONOMY)
    with qtbot.waitSignal(page.status) as told:
        drag_over(tree, GOVERNMENT, middle(tree, ECONOMY))
    assert told.args == [f"Không thể đưa {GOVERNMENT} vào đơn vị thuộc chính nó"]
    with qtbot.waitSignal(desk.lane.failed) as refused:
        let_fall(tree, GOVERNMENT, middle(tree, ECONOMY))
    assert f"Không thể đưa {GOVERNMENT}" in str(refused.args[0])
    assert stored_unit(desk, GOVERNMENT).parent_id is None


def test_onto_itself_or_where_it_is_nothing_happens(qtbot, desk, page, tree):
    before = next_ids(desk)
    let_fall(tree, ECONOMY, middle(tree, ECONOMY))
    let_fall(tree, ECONOMY, middle(tree, GOVERNMENT))
    assert next_ids(desk) == before


def next_ids(desk):
    from models.journal.history import history

    return [each.id for each in history(desk.file)]


def test_what_is_no_unit_is_not_taken(tree):
    mime = QMimeData()
    mime.setText("7")
    enter = QDragEnterEvent(QPoint(5, 5), MOVE, mime, *HELD)
    enter.ignore()
    QApplication.sendEvent(tree.viewport(), enter)
    assert not enter.isAccepted()


def test_by_key_the_form_itself_says_what_becomes_of_the_people(qtbot, desk, page, tree):
    with_people(qtbot, desk, page, HEALTH)
    tree.setCurrentIndex(index_named(tree, HEALTH))
    qtbot.keyClick(tree, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    form = question(qtbot)
    words = form.findChild(QLabel, "moveUnitWords")
    assert words.isHidden()
    choice = form.findChild(QComboBox, "unitParent")
    while SCHOOLS not in choice.currentText():
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert f"1 người này được cộng vào {SCHOOLS}" in words.text()
    form.reject()


def test_words_of_belonging(desk):
    health, schools = stored_unit(desk, HEALTH), stored_unit(desk, SCHOOLS)
    economy, government = stored_unit(desk, ECONOMY), stored_unit(desk, GOVERNMENT)
    assert belonging_words(economy, 12, government, schools) == (
        "Phòng Kinh tế (12 người) sẽ thuộc Các trường học. 12 người này được cộng vào Các trường "
        "học, không còn cộng vào Khối Ủy ban nhân dân. Báo cáo theo khối vẫn tính vào “Khối Ủy ban "
        "nhân dân”; cần thì đổi ở ô Khối."
    )
    assert belonging_words(economy, 12, government, None) == (
        "Phòng Kinh tế (12 người) sẽ thuộc cấp cao nhất. 12 người này không còn cộng vào Khối Ủy "
        "ban nhân dân."
    )
    assert belonging_words(economy, 12, health, government).endswith("cộng vào Trạm Y tế xã.")
