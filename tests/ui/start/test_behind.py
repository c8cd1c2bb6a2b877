"""What stands behind the first page is loaded once its names are there, beside the lane."""

from __future__ import annotations

import builtins
import subprocess
import sys
from threading import Thread

import pytest

from ui.start.behind import MODULES, ImportGate


class Typist:
    """Whose keys come at these seconds; waiting lets the time pass."""

    def __init__(self, *keys: float) -> None:
        self.now, self.waited = 0.0, 0
        self._keys = keys

    def until_quiet(self) -> float:
        last = max((key for key in self._keys if key <= self.now), default=-1.0)
        return max(0.0, last + 0.3 - self.now)

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.waited += 1


@pytest.fixture
def chain(tmp_path, monkeypatch):
    """A module that imports another, which imports a third."""
    names = [f"behind_{place}" for place in ("top", "middle", "bottom")]
    for name, needed in zip(names, [*names[1:], ""], strict=True):
        (tmp_path / f"{name}.py").write_text(f"import {needed}\n" if needed else "")
    monkeypatch.syspath_prepend(tmp_path)
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_an_import_waits_until_nobody_types(chain):
    typist = Typist(0.0, 0.25, 0.5)
    with ImportGate(typist.until_quiet, typist.wait).put_up():
        __import__(chain[0])
    assert typist.now == pytest.approx(0.8)
    assert set(chain) <= set(sys.modules)


def test_a_key_between_two_modules_holds_back_the_second(chain):
    waited = []

    def until_quiet() -> float:
        if chain[1] in sys.modules and not waited:
            return 0.3
        return 0.0

    def wait(_seconds: float) -> None:
        waited.append([name for name in chain if name in sys.modules])

    with ImportGate(until_quiet, wait).put_up():
        __import__(chain[0])
    assert waited == [chain[:2]]
    assert chain[2] in sys.modules


def test_other_threads_pass_while_somebody_types(chain):
    typist = Typist(0.0)
    imported = []
    with ImportGate(typist.until_quiet, typist.wait).put_up():
        other = Thread(target=lambda: imported.append(__import__(chain[0])))
        other.start()
        other.join()
    assert imported
    assert typist.waited == 0


def test_the_gate_is_taken_down_again(chain):
    usual = builtins.__import__
    with (
        pytest.raises(ModuleNotFoundError),
        ImportGate(lambda: 0.0, lambda _seconds: None).put_up(),
    ):
        __import__("behind_nowhere")
    assert builtins.__import__ is usual


BEGUN = """
import gc, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.desk import Desk
from ui.lane import Lane
from ui.start.behind import MODULES, Behind
app = QApplication([])
desk = Desk(Lane())
told = []
desk.loaded.connect(lambda: told.append(desk.is_loading))
behind = Behind(desk, app)
behind.begin()
behind.begin()
assert desk.is_loading
QTimer.singleShot(30_000, lambda: app.exit(1))
"""


def test_all_of_it_can_be_loaded_beside_the_lane():
    code = """
look = QTimer(interval=20)
all_there = lambda: set(MODULES) <= set(sys.modules) and gc.get_freeze_count()
look.timeout.connect(lambda: all_there() and app.quit())
look.start()
code = app.exec()
desk.lane.close()
assert told == [False], told
sys.exit(code)
"""
    subprocess.run([sys.executable, "-c", BEGUN + code], check=True)


def test_whoever_leaves_does_not_wait_for_it():
    code = """
desk.loaded.connect(app.quit)
code = app.exec()
desk.lane.close()
for thread in threading.enumerate():
    if thread.name == "behind":
        thread.join()
assert MODULES[-1] not in sys.modules
sys.exit(code)
"""
    subprocess.run([sys.executable, "-c", BEGUN + code], check=True)


def test_a_start_with_a_file_loads_it(qtbot, session, data_path):
    from ui.start.request import StartRequest

    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data=data_path))
    qtbot.waitUntil(lambda: set(MODULES) <= set(sys.modules))
