"""The table of decisions by real keys, on a small made-up flow."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QScrollArea

from tests.ui.deciding.fruits import BASKETS, Baskets
from ui.deciding.answers import Answer
from ui.deciding.sides import Sides
from ui.deciding.table import NO_LINE, DecisionTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Left = Qt.MouseButton.LeftButton


class Shown:
    """A table on the screen, and the keys of an officer."""

    def __init__(self, qtbot, flow, evidence=True, size=(900, 700)):
        self.qtbot, self.flow = qtbot, flow
        self.tab = DecisionTable(flow, Sides(flow) if evidence else None)
        qtbot.addWidget(self.tab)
        self.tab.resize(*size)
        self.tab.show()
        qtbot.waitUntil(self.tab.isActiveWindow)
        self.table = self.tab.table
        self.tab.take_focus()
        qtbot.waitUntil(lambda: not flow.ids() or self.table.selected_ids() == [flow.ids()[0]])

    def press(self, *keys, modifier=Modifier.NoModifier):
        for key in keys:
            self.qtbot.keyClick(self.table, key, modifier)

    def repeat(self):
        self.press(Key.Key_D, modifier=Modifier.ControlModifier)

    def button(self, name) -> QPushButton:
        return self.tab.findChild(QPushButton, f"baskets-{name}")

    @property
    def said(self):
        return self.tab.findChild(QLabel, "baskets-said").text()

    @property
    def choices(self):
        return [each for each in self.tab.findChildren(QRadioButton) if each.isVisible()]


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot, Baskets())


def test_a_key_decides_and_goes_on_to_the_next_open_row(shown):
    shown.press(Key.Key_1)
    assert shown.flow.made == {10: "táo"}
    assert shown.table.current_id() == 11
    shown.press(Key.Key_2, Key.Key_3)
    assert shown.flow.made == {10: "táo", 11: "nothing", 12: "quả mới"}
    shown.table.go_to(15)
    shown.press(Key.Key_3)
    assert shown.table.current_id() == 13


def test_buttons_name_their_keys_and_do_the_same(qtbot, shown):
    assert shown.button("this").text() == "Là quả này (1)"
    assert shown.button("back").text() == "Bỏ quyết định (0)"
    with qtbot.waitSignal(shown.tab.decided):
        qtbot.mouseClick(shown.button("nobody"), Left)
    assert shown.flow.made == {10: "nothing"}


def test_the_sentence_above_tells_every_key(shown):
    words = shown.table.accessibleName()
    assert words.startswith("Rổ nào đựng quả gì. Phím 1: là quả này; 2: không phải quả nào;")
    assert "3: quả mới; 0: bỏ quyết định" in words
    assert "Ctrl+D: như vậy cho các dòng giống" in words


def test_arrows_choose_among_the_candidates_and_stay_while_the_row_is_looked_at(qtbot, shown):
    shown.table.go_to(12)
    qtbot.waitUntil(lambda: [each.text() for each in shown.choices] == ["táo", "mận"])
    shown.press(Key.Key_Right, Key.Key_Right)
    assert [each.isChecked() for each in shown.choices] == [False, True]
    shown.tab.refresh()
    qtbot.wait(0)
    assert [each.isChecked() for each in shown.choices] == [False, True]
    shown.press(Key.Key_1)
    assert shown.flow.made == {12: "mận"}
    shown.table.go_to(12)
    qtbot.waitUntil(lambda: [each.isChecked() for each in shown.choices] == [False, True])


def test_the_reasons_stand_before_all_else(qtbot, shown):
    qtbot.waitUntil(lambda: len(shown.choices) == 1)
    for name, first in (("facts", ["Rổ 10", "đỏ"]), ("possible", ["Trong danh sách", "màu đỏ"])):
        area = shown.tab.findChild(QScrollArea, f"baskets-{name}")
        labels = [each.text() for each in area.findChildren(QLabel) if each.isVisible()]
        assert labels[:2] == first


def test_without_anybody_key_1_decides_nothing(qtbot, shown):
    shown.table.go_to(15)
    qtbot.waitUntil(lambda: not shown.button("this").isEnabled())
    shown.press(Key.Key_1)
    assert shown.flow.made == {}
    assert "1 dòng" in shown.said


def test_several_rows_are_decided_at_once_and_those_with_a_choice_stay_open(shown):
    shown.press(Key.Key_A, modifier=Modifier.ControlModifier)
    shown.press(Key.Key_1)
    assert set(shown.flow.made) == {10, 11, 13, 14}
    assert shown.said.startswith("2 dòng có nhiều người có thể khớp, hoặc không có ai")
    assert shown.table.current_id() in (12, 15)


def test_a_key_that_is_held_down_answers_once(shown):
    bound = shown.tab.findChildren(QShortcut)
    assert len(bound) == len(Baskets.answers) + 3
    assert not any(each.autoRepeat() for each in bound)


def test_the_same_for_all_rows_that_are_alike(qtbot, shown):
    assert not shown.button("alike").isEnabled()
    shown.press(Key.Key_1)
    qtbot.waitUntil(shown.button("alike").isEnabled)
    assert shown.button("alike").text() == "Như vậy cho 2 dòng giống (Ctrl+D)"
    shown.repeat()
    assert shown.flow.made == {10: "táo", 11: "mận", 14: "lựu"}
    assert shown.said == "Đã quyết định 2 dòng giống; phím 0 để lấy lại."
    assert shown.table.current_id() in (12, 13, 15)
    qtbot.waitUntil(lambda: not shown.button("alike").isEnabled())


def test_key_0_takes_all_of_them_back_at_once(qtbot, shown):
    shown.press(Key.Key_1)
    qtbot.waitUntil(shown.button("alike").isEnabled)
    qtbot.mouseClick(shown.button("alike"), Left)
    shown.tab.take_focus()
    shown.press(Key.Key_0)
    assert shown.flow.made == {10: "táo"}
    assert shown.table.selected_ids() == [11, 14]


def test_key_0_takes_back_what_led_here_or_the_row_that_was_gone_to(shown):
    shown.press(Key.Key_1, Key.Key_0)
    assert shown.flow.made == {}
    assert shown.table.current_id() == 10
    shown.press(Key.Key_1, Key.Key_1)
    shown.table.go_to(10)
    shown.press(Key.Key_0)
    assert shown.flow.made == {11: "mận"}


def test_ctrl_z_takes_back_the_answers_one_by_one_before_the_window_hears_it(qtbot, shown):
    heard = []
    saved = QShortcut(QKeySequence.StandardKey.Undo, shown.tab)
    saved.activated.connect(lambda: heard.append("window"))
    undo = partial(shown.press, Key.Key_Z, modifier=Modifier.ControlModifier)
    shown.press(Key.Key_1)
    qtbot.waitUntil(shown.button("alike").isEnabled)
    shown.repeat()
    shown.table.go_to(15)
    undo()
    assert (shown.flow.made, shown.table.selected_ids()) == ({10: "táo"}, [11, 14])
    with qtbot.waitSignal(shown.tab.decided):
        undo()
    assert (shown.flow.made, shown.table.current_id(), heard) == ({}, 10, [])
    undo()
    assert heard == ["window"]


def test_ctrl_z_passes_over_what_was_taken_back_and_what_stood_there_before(shown):
    heard = []
    saved = QShortcut(QKeySequence.StandardKey.Undo, shown.tab)
    saved.activated.connect(lambda: heard.append("window"))
    undo = partial(shown.press, Key.Key_Z, modifier=Modifier.ControlModifier)
    shown.press(Key.Key_1, Key.Key_2, Key.Key_0)
    undo()
    assert shown.flow.made == {}
    shown.press(Key.Key_1)
    shown.tab.begin()
    undo()
    assert (len(shown.flow.made), heard) == (1, ["window"])


def test_the_last_decision_of_a_table_is_taken_back_where_it_was_made(qtbot):
    shown = Shown(qtbot, Baskets({10: BASKETS[10]}))
    shown.press(Key.Key_1, Key.Key_0)
    assert shown.flow.made == {}


def test_a_flow_without_likeness_or_answers_offers_none(qtbot):
    class Told(Baskets):
        answers = {}

    class Alone(Baskets):
        repeats = False

    told = Shown(qtbot, Told(), evidence=False)
    assert told.tab.findChildren(QPushButton) == []
    assert told.table.accessibleName() == "Rổ nào đựng quả gì."
    alone = Shown(qtbot, Alone())
    alone.press(Key.Key_1)
    alone.repeat()
    assert len(alone.flow.made) == 1
    assert not alone.button("alike")


def test_without_rows_there_is_nothing_to_press(qtbot):
    shown = Shown(qtbot, Baskets({}))
    assert not shown.button("this").isVisible()
    shown.press(Key.Key_1)
    assert shown.said == NO_LINE


def test_other_rows_begin_without_a_word(shown):
    shown.press(Key.Key_1)
    shown.repeat()
    shown.flow.made.clear()
    shown.tab.begin()
    shown.tab.refresh()
    assert not shown.said
    shown.repeat()
    assert shown.flow.made == {}


@pytest.mark.parametrize(
    ("size", "beside"), [((900, 700), False), ((1100, 300), True), ((500, 300), False)]
)
def test_evidence_stands_beside_the_table_where_the_screen_is_low(qtbot, size, beside):
    shown = Shown(qtbot, Baskets(), size=size)
    area = shown.tab.findChild(QScrollArea, "baskets-facts")
    left = area.mapTo(shown.tab, area.rect().topLeft()).x()
    assert (left > shown.table.width() / 2) is beside
    assert shown.tab.height() == size[1]


def test_buttons_that_find_no_room_in_one_line_stand_in_two(qtbot):
    wide, narrow = (Shown(qtbot, Baskets(), size=(w, 600)) for w in (1200, 520))
    tops = [
        [each.button(name).mapTo(each.tab, each.button(name).rect().topLeft()).y()
         for name in ("this", "alike")]
        for each in (wide, narrow)
    ]  # fmt: skip
    assert tops[0][0] == tops[0][1]
    assert tops[1][0] < tops[1][1]
    assert narrow.tab.width() == 520


def test_every_answer_has_a_key_of_its_own():
    assert [each.key_words for each in Answer] == ["1", "2", "3", "0", "Delete"]


def test_the_digits_of_the_number_pad_answer_too(shown):
    shown.press(Key.Key_1, modifier=Modifier.KeypadModifier)
    shown.press(Key.Key_2, modifier=Modifier.KeypadModifier)
    assert shown.flow.made == {10: "táo", 11: "nothing"}
    shown.press(Key.Key_0, modifier=Modifier.KeypadModifier)
    assert shown.flow.made == {10: "táo"}
