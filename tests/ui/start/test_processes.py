"""The start in processes of its own: what it imports, what it prints, who comes forward."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = (
    "sqlalchemy",
    "alembic",
    "openpyxl",
    "reportlab",
    "pypdfium2",
    "python_calamine",
    "docx",
    "PIL",
    "rapidfuzz",
    "msoffcrypto",
)
LATE = ("models.records", "models.text.formats", "logging.handlers", "ui.start.session")

PAINT = """
import json, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from main import main

class Watch(QObject):
    painting = painted = False
    def eventFilter(self, target, event):
        if self.painting and not self.painted:
            self.painted = True
            print(json.dumps(sorted(sys.modules)), flush=True)
        if event.type() == QEvent.Type.Paint and target.objectName() == "mainWindow":
            self.painting = True
        return False

app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
code = main(["--data", sys.argv[1]])
print(json.dumps(sorted(sys.modules)), flush=True)
sys.exit(code)
"""


@pytest.fixture
def start(tmp_path, data_path):
    started = []

    def run(*argv, **extra):
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "TIENDO_DATA": str(data_path),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            **extra,
        }
        process = subprocess.Popen(
            [sys.executable, *argv],
            env=environment,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def test_nothing_heavy_is_imported_before_the_window_is_painted(start, data_path):
    """The whole start on a data file, in a fresh process, looked at right after the painting."""
    process = start("-c", PAINT, str(data_path), TIENDO_BENCH=str(time.time()))
    answer, _ = process.communicate(timeout=60)
    at_paint, *_measured, at_end = answer.splitlines()
    assert process.returncode == 0
    assert not set(json.loads(at_paint)) & {*HEAVY, *LATE}
    assert "ui.window.main_window" in json.loads(at_paint)
    assert {"sqlalchemy", "ui.start.session"} <= set(json.loads(at_end))


def test_the_start_can_be_measured_from_outside(start):
    process = start(str(ROOT / "main.py"), TIENDO_BENCH=str(time.time()), TIENDO_PAGE="overview")
    answer, _ = process.communicate(timeout=60)
    words = dict(line.split() for line in answer.splitlines())
    assert process.returncode == 0
    assert 0 < float(words["painted"]) < float(words["usable"])


def test_what_is_measured_is_the_first_sight_of_the_names(start, data_path):
    """The list is told twice, by its first lines and whole."""
    words = (str(ROOT / "main.py"), "--data", str(data_path))
    process = start(*words, TIENDO_BENCH=str(time.time()), TIENDO_PAGE="roster")
    answer, _ = process.communicate(timeout=60)
    assert [line.split()[0] for line in answer.splitlines()] == ["painted", "usable"]


FOR_CHANGES = ("sqlalchemy", "asyncio", "hashlib", "xml")


def test_what_only_changes_need_is_not_loaded_before_the_names_are_in_sight(start, data_path):
    """It would share the interpreter with the first page: what copies lie there is asked then."""
    aloud = (
        "import os, sys; os.dup2(1, 2); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    )
    words = ("-X", "importtime", str(ROOT / "main.py"), "--data", str(data_path))
    process = start("-c", aloud, *words, TIENDO_BENCH=str(time.time()), TIENDO_PAGE="roster")
    told, _ = process.communicate(timeout=60)
    lines = told.splitlines()
    seen = next(at for at, line in enumerate(lines) if line.startswith("usable"))
    loaded = [line.rpartition("|")[2].strip() for line in lines[:seen]]
    assert "ui.pages.roster.page" in loaded
    assert [each for each in loaded if each.startswith(FOR_CHANGES)] == []


def test_a_second_start_ends_and_the_first_gets_its_list(start, tmp_path):
    first = start("-c", FIRST)
    assert first.stdout.readline().strip() == "opened"
    second = start(str(ROOT / "main.py"), "danh sách.xlsx")
    second.communicate(timeout=60)
    assert second.returncode == 0
    answer, _ = first.communicate(timeout=60)
    assert json.loads(answer) == [str(tmp_path / "danh sách.xlsx")]


FIRST = """
import json, os
from pathlib import Path
from PySide6.QtCore import QTimer
from models.store.data_file import open_file
from ui.app import make_application
from ui.start.doorbell import Doorbell
app = make_application()
path = Path(os.environ["TIENDO_DATA"])
file = open_file(path)
bell = Doorbell()
def rung(lists):
    print(json.dumps([str(each) for each in lists]), flush=True)
    app.quit()
bell.rung.connect(rung)
bell.watch(path)
QTimer.singleShot(50000, app.quit)
print("opened", flush=True)
app.exec()
file.close()
"""
