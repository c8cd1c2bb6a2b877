"""Stopping while the list is being written: nothing stays, and the officer is told."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from models.intake import apply as applying
from models.intake.sitting import lists
from models.journal.history import fingerprint
from tests.factory import made_up_name
from tests.ui.importing.wizards import button, finish, go_on
from ui.intake.steps import IntakeStep
from ui.progress import STOPPED


def test_stopped_while_writing_nothing_stays_and_it_can_be_done_again(
    qtbot, desk, make_list, open_wizard, monkeypatch
):
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    before = fingerprint(desk.file)
    begun, may_go_on = Event(), Event()
    real = applying.insert_people

    def slow(*arguments):
        begun.set()
        assert may_go_on.wait(20)
        return real(*arguments)

    monkeypatch.setattr(applying, "insert_people", slow)
    qtbot.mouseClick(button(wizard, "next"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert not button(wizard, "cancel").isEnabled()
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        may_go_on.set()
    problem = wizard.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: problem.text() == STOPPED)
    assert fingerprint(desk.file) == before
    monkeypatch.setattr(applying, "insert_people", real)
    assert finish(qtbot, wizard).new == 3


def test_a_preview_is_not_read_again_for_the_plan(qtbot, desk, make_list, open_wizard, monkeypatch):
    calls: list[object] = []
    real = lists.shape_rows

    def counted(*arguments):
        calls.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(lists, "shape_rows", counted)
    wizard = open_wizard(make_list())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert len(calls) == 1
    finish(qtbot, wizard)


def test_hundreds_of_unit_names_all_come(qtbot, desk, make_list, open_wizard):
    rows = [[n, made_up_name(n), "", f"Trường Mầm non số {n}", ""] for n in range(1, 91)]
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    qtbot.waitUntil(lambda: wizard.findChild(QComboBox, "unit-90") is not None)
