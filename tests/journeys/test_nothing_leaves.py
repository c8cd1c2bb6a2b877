"""A whole journey opens no socket, and leaves no name outside the data and its targets; nor does
one that is killed, once the program has been started again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from models.office.practice import sample_list

ROOT = Path(__file__).parents[2]
WATCHED = """
import json, sys
asked = []
sys.addaudithook(lambda event, told: asked.append(event) if event.split(".")[0] == "socket" else None)
from main import main
code = main(json.loads(sys.argv[1]))
clients = {"urllib.request", "http.client", "ftplib", "smtplib", "PySide6.QtNetwork"}
print(json.dumps([sorted(set(asked)), sorted(clients & set(sys.modules))]), file=sys.stderr)
sys.exit(code)
"""


WINDOW = """
import json, sys, threading
asked = []
sys.addaudithook(lambda event, told: asked.append(event) if event.split(".")[0] == "socket" else None)
from main import main
def leave():
    from PySide6.QtCore import QMetaObject, Qt
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    QMetaObject.invokeMethod(app, "closeAllWindows", Qt.ConnectionType.QueuedConnection)
threading.Timer(float(sys.argv[2]), leave).start()
code = main(json.loads(sys.argv[1]))
clients = {"urllib.request", "http.client", "ftplib", "smtplib", "PySide6.QtNetwork"}
print(json.dumps([sorted(set(asked)), sorted(clients & set(sys.modules))]), file=sys.stderr)
sys.exit(code)
"""
SECONDS_OPEN = 12


class Away:
    """A user whose every place is below one folder, so that it can be looked through."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "du-lieu" / "xa.tiendo"
        self.targets = folder / "ra"
        places = {"HOME": "nha", "TMPDIR": "tam", "XDG_CONFIG_HOME": "nha/c", "XDG_DATA_HOME": "nha/d",
                  "XDG_CACHE_HOME": "nha/b", "XDG_STATE_HOME": "nha/s"}  # fmt: skip
        self.environment = {**os.environ, **{k: str(folder / v) for k, v in places.items()}}
        self.environment["TIENDO_DATA"] = str(self.data)
        for each in (*places.values(), "ra"):
            (folder / each).mkdir(parents=True, exist_ok=True)

    def start(self, *words: object) -> subprocess.Popen[str]:
        """Run the program with what it does watched."""
        argv = json.dumps(list(map(str, words)))
        return subprocess.Popen(
            [sys.executable, "-c", WATCHED, argv], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *words: object) -> tuple[list[str], list[str]]:
        """Its sockets, and the modules it loaded that could ask a network for something."""
        process = self.start(*words)
        _, said = process.communicate(timeout=400)
        assert process.returncode == 0, said
        sockets, clients = json.loads(said.splitlines()[-1])
        return sockets, clients

    def holding(self, words: tuple[str, ...]) -> list[str]:
        """Files outside of the data and the targets that hold one of these words."""
        sought = [
            word.encode(encoding)
            for word in words
            for encoding in ("utf-8", "utf-16-le", "cp1258")
            if _can(word, encoding)
        ]
        sought += [json.dumps(word).strip('"').encode() for word in words]
        found = []
        for path in self.folder.rglob("*"):
            if path.is_file() and not {self.data.parent, self.targets} & set(path.parents):
                content = path.read_bytes()
                if any(each in content for each in sought):
                    found.append(str(path.relative_to(self.folder)))
        return found


def _can(word: str, encoding: str) -> bool:
    try:
        word.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.fixture
def away(tmp_path) -> Away:
    return Away(tmp_path)


def made_up_words() -> tuple[str, ...]:
    """Names and phones of the made-up list."""
    sheet = openpyxl.load_workbook(sample_list(), read_only=True).active
    cells = [
        str(cell)
        for row in sheet.iter_rows(min_row=2, max_row=80, values_only=True)
        for cell in row
        if cell
    ]
    names = [each for each in cells if each.count(" ") in (2, 3) and each.istitle()]
    phones = [each for each in cells if each.isdigit() and len(each) in (9, 10)]
    assert len(names) > 20
    assert len(phones) > 20
    return (*names, *phones)


def test_a_list_is_taken_in_without_a_socket_or_a_trace(away):
    away.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    sockets, clients = away.run("import", sample_list())
    assert sockets == []
    assert clients == []
    assert away.holding(made_up_words()) == []


@pytest.mark.slow
def test_a_whole_day_opens_no_socket_and_leaves_no_name(away):
    sockets, _ = away.run("demo", "--out", away.targets / "ngay")
    assert sockets == []
    assert away.holding(made_up_words()) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_a_killed_journey_leaves_no_name_after_the_next_start(away, seed):
    process = away.start("demo", "--out", away.targets / "ngay")
    time.sleep(random.Random(seed).uniform(1.0, 12.0))
    process.kill()
    process.communicate()
    away.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    away.run("people")
    assert away.holding(made_up_words()) == []


@pytest.mark.slow
@pytest.mark.parametrize("page", ["overview", "roster", "reports", "data"])
def test_a_window_opens_no_socket_and_leaves_no_name(away, page):
    away.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    away.run("import", sample_list())
    process = subprocess.run(
        [sys.executable, "-c", WINDOW, json.dumps([str(away.data)]), str(SECONDS_OPEN)],
        cwd=ROOT, env=away.environment | {"TIENDO_PAGE": page}, text=True, timeout=200,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    assert process.returncode == 0, process.stderr
    assert json.loads(process.stderr.splitlines()[-1]) == [[], []]
    assert away.holding(made_up_words()) == []
