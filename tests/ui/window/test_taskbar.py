"""Long work in the task bar: how far it is, and that it has ended while the officer was elsewhere."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QWidget

from models.machine.taskbar import taskbar_button
from ui.window.taskbar import TaskbarProgress
from ui.work import Work


class Button:
    """Remembers what it was asked to show."""

    def __init__(self):
        self.told = []
        self.deaf = False

    def show(self, done, of):
        if self.deaf:
            raise OSError
        self.told.append((done, of))

    def clear(self):
        self.told.append("clear")

    def flash(self):
        self.told.append("flash")


@pytest.fixture
def button(qtbot, desk):
    window, made = QWidget(), Button()
    qtbot.addWidget(window)
    TaskbarProgress(desk, window, lambda _handle: made)
    yield made
    window.close()


class Held:
    """Work that goes on when it is let."""

    def __init__(self):
        self.go = threading.Semaphore(0)

    def __call__(self, task):
        for done in (1, 2):
            assert self.go.acquire(timeout=20)
            task.report(done, 2)


def test_long_work_is_shown_and_its_end_is_told_to_who_is_elsewhere(qtbot, desk, button):
    work = Held()
    task = desk.run(Work(work, words="Đang nhập"), lambda _task: None)
    qtbot.waitUntil(lambda: button.told == [(0, 0)])
    work.go.release()
    qtbot.waitUntil(lambda: button.told[-1] == (1, 2))
    with qtbot.waitSignal(task.finished):
        work.go.release()
    assert button.told[-3:] == [(2, 2), "clear", "flash"]


def test_what_is_over_at_once_is_not(qtbot, desk, button):
    task = desk.run(Work(lambda _task: None, words="Đang nhập"))
    with qtbot.waitSignal(task.finished):
        pass
    assert button.told == []


def test_a_task_bar_that_does_not_answer_stops_nothing(qtbot, desk, button):
    work, answers = Held(), []
    button.deaf = True
    desk.run(Work(work, answers.append, words="Đang nhập"))
    work.go.release(2)
    qtbot.waitUntil(lambda: answers == [None])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_other_systems_have_none():
    assert taskbar_button(1) is None
