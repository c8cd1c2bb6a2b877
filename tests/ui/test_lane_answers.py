"""Answers come to the window's thread, and pass over widgets that were closed meanwhile."""

import threading
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from models.errors import AppError, Cancelled
from ui.lane import Lane
from ui.work import Work


class Listener(QWidget):
    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, *words):
        self.heard.append((*words, threading.current_thread()))


@pytest.fixture
def lane(qtbot):
    made = Lane()
    yield made
    made.close()


@pytest.fixture
def listener(qtbot):
    made = Listener()
    yield made
    if shiboken6.isValid(made):
        made.deleteLater()


def test_an_answer_comes_to_the_thread_of_the_window(qtbot, lane, listener):
    task = lane.run(Work(lambda _task: "xong", listener.hear))
    qtbot.waitSignal(task.finished).wait()
    assert listener.heard == [("xong", threading.main_thread())]


@pytest.mark.parametrize("bound", [False, True])
def test_a_closed_widget_gets_no_answer(qtbot, lane, listener, bound):
    hold = threading.Event()
    take = partial(listener.hear, "nói") if bound else listener.hear
    task = lane.run(Work(lambda _task: hold.wait(5), take))
    with qtbot.waitSignal(task.finished):
        shiboken6.delete(listener)
        hold.set()
    assert listener.heard == []


def test_what_nobody_takes_is_told_to_all(qtbot, lane):
    def refuse(_task):
        raise AppError("Không được.", "Hãy thử lại.")

    with qtbot.waitSignal(lane.failed) as failed:
        lane.run(Work(refuse))
    assert str(failed.args[0]) == "Không được. Hãy thử lại."


def test_whoever_asked_is_let_go_in_the_thread_of_the_window(qtbot, lane):
    """A widget that is destroyed in another thread takes the program with it."""
    heard, let_go = [], []

    class Asker:
        def hear(self, answer):
            heard.append(answer)

    for number in range(500):
        asker = Asker()
        weakref.finalize(asker, lambda: let_go.append(threading.current_thread()))
        lane.run(Work(lambda _task, number=number: number, asker.hear))
        del asker
    qtbot.waitUntil(lambda: len(let_go) == 500)
    assert heard == list(range(500))
    assert set(let_go) == {threading.main_thread()}


def test_a_lane_closed_twice_is_closed(qtbot):
    made = Lane()
    assert made.close() is True
    assert made.close(5) is True


def test_a_timer_that_fires_after_the_lane_closed_gets_a_stopped_task(qtbot):
    made, ran = Lane(), []
    made.close()
    task = made.run(Work(ran.append, ran.append, ran.append))
    assert task.cancelled
    assert ran == []


@pytest.mark.parametrize("end", ["done", "refused", "stopped", "broke"])
def test_whoever_asked_hears_of_the_end_whatever_it_was(qtbot, lane, listener, end, caplog):
    errors = {"refused": AppError("Không."), "stopped": Cancelled(), "broke": RuntimeError("x")}

    def call(_task):
        if end in errors:
            raise errors[end]

    task = lane.run(Work(call, ended=listener.hear))
    qtbot.waitSignal(task.finished).wait()
    assert listener.heard == [(threading.main_thread(),)]
    assert task.stopped == (end == "stopped")
    caplog.clear()


def test_work_that_needs_a_file_stops_without_one(qtbot, lane, listener):
    task = lane.run(Work(lambda task: task.file, listener.hear, ended=listener.hear))
    qtbot.waitSignal(task.finished).wait()
    assert listener.heard == [(threading.main_thread(),)]
    assert task.stopped
