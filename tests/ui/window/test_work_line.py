"""A long change is shown while it is written; "Dừng" and Esc leave everything as it was."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.progress import STOPPED
from ui.window.work_line import WorkLine
from ui.work import Work

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def line(qtbot, desk):
    window = QWidget()
    column = QVBoxLayout(window)
    made = WorkLine()
    column.addWidget(made)
    desk.working.connect(made.follow)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


class Slow:
    """A change that writes ten rows, one each time it is let go."""

    def __init__(self):
        self.go = threading.Semaphore(0)
        self.written = 0

    def __call__(self, task):
        for done in range(1, 11):
            assert self.go.acquire(timeout=20)
            task.report(done, 10)
            self.written = done
        return "xong"


def words(line):
    return line.findChild(QLabel, "workText").text()


def test_what_takes_long_is_shown_with_how_far_it_is(qtbot, desk, line):
    slow, answers = Slow(), []
    desk.run(Work(slow, answers.append, words="Đang đánh dấu"))
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    slow.go.release(4)
    qtbot.waitUntil(lambda: words(line) == "Đang đánh dấu: 4/10 (40,0%)")
    slow.go.release(6)
    qtbot.waitUntil(lambda: answers == ["xong"])
    qtbot.waitUntil(lambda: not line.isVisible())


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_is_stopped_by_button_and_key(qtbot, desk, line, way):
    slow, answers = Slow(), []
    desk.run(Work(slow, answers.append, words="Đang đánh dấu"))
    qtbot.waitUntil(line.isVisible)
    slow.go.release(2)
    qtbot.waitUntil(lambda: slow.written == 2)
    if way == "button":
        qtbot.mouseClick(line.findChild(QPushButton, "workStop"), Left)
    else:
        qtbot.keyClick(line.window(), Key.Key_Escape)
    assert words(line) == "Đang dừng…"
    with qtbot.waitSignal(line.stopped) as told:
        slow.go.release(8)
    assert told.args == [STOPPED]
    assert answers == []
    assert not line.isVisible()


def test_what_was_done_before_it_heard_is_not_called_stopped(qtbot, desk, line):
    go, answers, stopped = threading.Event(), [], []
    line.stopped.connect(stopped.append)
    desk.run(Work(lambda _task: go.wait(20), answers.append, words="Đang đánh dấu"))
    qtbot.waitUntil(line.isVisible)
    line.stop()
    go.set()
    qtbot.waitUntil(lambda: answers == [True])
    qtbot.waitUntil(lambda: not line.isVisible())
    assert stopped == []


def test_the_next_change_is_shown_after_the_one_that_was_stopped(qtbot, desk, line):
    first, second, answers = Slow(), Slow(), []
    desk.run(Work(first, answers.append, words="Đang đánh dấu"))
    desk.run(Work(second, answers.append, words="Đang hoàn tác"))
    qtbot.waitUntil(line.isVisible)
    qtbot.keyClick(line.window(), Key.Key_Escape)
    first.go.release(10)
    qtbot.waitUntil(lambda: words(line) == "Đang hoàn tác…")
    second.go.release(10)
    qtbot.waitUntil(lambda: answers == ["xong"])
