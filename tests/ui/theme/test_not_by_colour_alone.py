"""What a colour tells, a sign, a word or a shape tells too: all is looked at in one ink on one paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QListWidget,
    QRadioButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from models.contests.stage_status import StageState
from models.records import LEVEL_TONE_NAMES, LevelTone
from tests.ui.table.rows import Line, Source
from ui.notice import Notice, Tone
from ui.pages.contest.stages_columns import STATE_KINDS, TONE_KINDS
from ui.pages.overview_cards import NumberCard
from ui.pages.overview_legend import LINES
from ui.pages.overview_task_list import TaskList
from ui.pages.overview_tasks import TodayTask
from ui.table.cell_table import CellTable
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel
from ui.theme.appearance import Theme
from ui.theme.palette import LIGHT
from ui.theme.pieces import button, link, restyle
from ui.theme.steps_line import StepButton, StepState
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.message_bar import MessageBar
from ui.wording.difference_view import SIGNS, LineState

Role = QPalette.ColorRole
PAPERS = {
    Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.Light, Role.Midlight, Role.Mid,
    Role.Highlight, Role.ToolTipText,
}  # fmt: skip


NAME = Column[Line]("name", "Họ và tên", 20, lambda line: line.name)


@pytest.fixture
def one_ink(worn, monkeypatch):
    """Everything that is written or drawn is black, all that it lies on is white."""
    for role in LIGHT:
        monkeypatch.setitem(LIGHT, role, "#ffffff" if role in PAPERS else "#000000")
    worn.set_theme(Theme.DARK)
    worn.set_theme(Theme.LIGHT)
    return worn


def shown(qtbot, widget, width=400, height=200):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    return widget


def look(widget, rect=None):
    """The picture of a widget that has not the keys, which show where they are."""
    if (held := QApplication.focusWidget()) is not None:
        held.clearFocus()
    QApplication.processEvents()
    return widget.grab(rect or widget.rect()).toImage()


def table_of(qtbot, kinds):
    kind_of = dict(enumerate(kinds)).__getitem__
    columns = (
        Column[Line]("serial", "STT", 6, kind=Kind.SERIAL),
        Column[Line]("name", "Kết quả", 30, lambda _: "chưa", kind_of=lambda x: kind_of(x.id),
                     filtered=True, sort="name"),
    )  # fmt: skip
    table = CellTable(RowsModel(columns, Source().fetch), "one-ink")
    shown(qtbot, table)
    table.rows.set_ids(range(len(kinds)))
    QApplication.processEvents()
    table.clearSelection()
    return table


def test_a_cell_that_warns_has_a_bar_and_a_strong_one_is_bold(qtbot, one_ink):
    kinds = (Kind.TEXT, Kind.WARNING, Kind.STRONG)
    table = table_of(qtbot, kinds)
    model, view = table.model(), table.viewport()
    cells = [look(view, table.visualRect(model.index(at, 1))) for at in range(len(kinds))]
    assert all(one != other for one, other in combinations(cells, 2))


def test_a_line_that_is_ticked_has_a_tick_and_a_filter_another_funnel(qtbot, one_ink):
    table = table_of(qtbot, (Kind.TEXT, Kind.TEXT))
    ticks, header = table.verticalHeader(), table.header
    before = look(ticks), look(header.viewport())
    table.selectRow(0)
    header.show_filtered({"name"})
    assert look(ticks) != before[0]
    assert look(header.viewport()) != before[1]


def test_a_line_that_is_selected_whole_has_a_bar_at_its_left(qtbot, one_ink):
    table = DataTable(RowsModel((NAME,), Source().fetch), "one-ink-lines")
    shown(qtbot, table)
    table.rows.set_ids(range(3))
    QApplication.processEvents()
    table.clearSelection()
    cell = table.visualRect(table.model().index(1, 0))
    before = look(table.viewport(), cell)
    table.selectRow(1)
    after = look(table.viewport(), cell)
    changed = {x for x in range(cell.width()) for y in range(cell.height() - 1)
               if before.pixel(x, y) != after.pixel(x, y)}  # fmt: skip
    assert changed == set(range(3))


def test_words_tell_the_states_that_a_table_colours():
    words = {kind: set() for kind in Kind}
    for tone, name in LEVEL_TONE_NAMES.items():
        words[TONE_KINDS[tone]].add(name)
    assert set(LEVEL_TONE_NAMES) == set(LevelTone)
    assert len(set(LEVEL_TONE_NAMES.values())) == len(LevelTone)
    assert set(STATE_KINDS) == set(StageState)
    assert all(not (words[one] & words[other]) for one, other in combinations(words, 2))


def test_lines_of_the_curve_are_drawn_each_in_its_own_way():
    assert len({style for *_, style in LINES}) == len(LINES)


@pytest.mark.parametrize("made", [QCheckBox, QRadioButton])
def test_what_is_ticked_has_its_sign(qtbot, one_ink, made):
    box = shown(qtbot, made("Có"))
    before = look(box)
    box.setChecked(True)
    assert look(box) != before


def test_the_main_button_and_the_tab_in_sight_stand_out(qtbot, one_ink):
    host = shown(qtbot, QWidget())
    plain, main = button("Lưu"), button("Lưu", primary=True)
    for at, each in enumerate((plain, main)):
        each.setParent(host)
        each.setGeometry(10, 10 + 50 * at, 120, 32)
        each.show()
    assert look(plain) != look(main)
    tabs = QTabWidget()
    for _ in range(2):
        tabs.addTab(QWidget(), "Tệp")
    bar = shown(qtbot, tabs).tabBar()
    before = look(bar, bar.tabRect(1))
    tabs.setCurrentIndex(1)
    assert look(bar, bar.tabRect(1)) != before


def test_what_is_chosen_in_a_list_a_tree_and_a_box_stands_out(qtbot, one_ink):
    lines, tree, box = QListWidget(), QTreeWidget(), QComboBox()
    lines.addItems(["Phòng Kinh tế"] * 2)
    tree.addTopLevelItems([QTreeWidgetItem(["Phòng Kinh tế"]) for _ in range(2)])
    box.addItems(["Phòng Kinh tế"] * 2)
    for view in (lines, tree, box.view()):
        shown(qtbot, view)
        first = view.model().index(0, 0)
        view.clearSelection()
        before = look(view.viewport(), view.visualRect(first))
        view.setCurrentIndex(first)
        assert look(view.viewport(), view.visualRect(first)) != before, type(view).__name__


def test_what_needs_attention_in_a_line_of_links_is_bold(qtbot, one_ink):
    made = shown(qtbot, link("Chưa sao lưu"), 200, 40)
    before = look(made)
    made.setProperty("attention", True)
    restyle(made)
    assert look(made) != before


def test_lines_that_are_new_and_gone_have_signs():
    assert len(set(SIGNS.values())) == len(LineState)


def test_steps_that_are_done_under_way_and_to_come_look_different(qtbot, one_ink):
    step = shown(qtbot, StepButton(1, 3, "Tệp"), 120, 40)
    seen = []
    for state in StepState:
        step.show_state(state)
        seen.append(look(step))
    assert all(one != other for one, other in combinations(seen, 2))


def test_a_number_that_is_urgent_is_underlined(qtbot, one_ink):
    card = shown(qtbot, NumberCard("Tốc độ cần đạt", "pace"), 300, 120)
    seen = []
    for urgent in (False, True):
        card.show_number("21", "người/ngày", None, urgent=urgent)
        seen.append(look(card))
    assert seen[0] != seen[1]


def test_an_urgent_task_has_another_sign(qtbot, one_ink):
    tasks = shown(qtbot, TaskList(), 500, 200)
    task = TodayTask("Có 3 phiếu chưa xử lý", "Xem", "reconcile")
    seen = []
    for urgent in (False, True):
        tasks.show_tasks([replace(task, urgent=urgent)])
        seen.append(look(tasks))
    assert seen[0] != seen[1]


def test_each_tone_of_a_message_has_another_sign(qtbot, one_ink, desk):
    host = shown(qtbot, QWidget(), 900, 300)
    bar = MessageBar(host)
    seen = []
    for tone in (Tone.INFO, Tone.DONE, Tone.PROBLEM):
        bar.show_notice(Notice("Đã lưu", tone=tone))
        QApplication.processEvents()
        seen.append(look(bar))
    assert all(one != other for one, other in combinations(seen, 2))


def test_one_entry_of_the_rail_looks_chosen(qtbot, one_ink, desk, tmp_path):
    window = shown(qtbot, MainWindow(desk, open_settings(tmp_path)), 1200, 700)
    window.show_file("roster")
    entry = window.rail.findChild(QWidget, "rail-roster")
    chosen = look(entry)
    window.go_to("units")
    assert look(entry) != chosen
