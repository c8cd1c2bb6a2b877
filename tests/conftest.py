"""What every test can ask for: an open data file with a fixed clock, and quiet logs."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Generator, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from models.machine.collector import collect_due
from models.office.setup import init_file
from tests.disks import small_disk  # noqa: F401
from tests.engines import (  # noqa: F401
    databases,
    file,
    kept,
    new_data,
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_terminal_summary,
)

FONTS = Path(__file__).parents[1] / "packaging" / "fonts" / "fonts.conf"
"""The only fonts of the tests: what fits does not depend on the machine."""
os.environ["FONTCONFIG_FILE"] = str(FONTS)
# How long an example takes is a matter of the bench: a busy machine must not fail a test.
NO_CLOCK: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("the-same-each-time", derandomize=True, **NO_CLOCK)
settings.register_profile("new-each-time", derandomize=False, **NO_CLOCK)
settings.load_profile("the-same-each-time")
"""What lands does not fail by luck; `make test-all` draws new examples each time."""
MODULES_TO_A_WHOLE_LOOK = 40
"""What reading many rows has set aside is looked through again; with all tests in memory that takes
two seconds, which is more than most modules need."""
_modules = count(1)
NOON = datetime(2026, 6, 8, 17, 0)


def clock() -> datetime:
    return NOON


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Ten thousand tests are no rings: they are not looked through while they are found, nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh file of Xã Kẻ Sặt, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("made") / "goc.tiendo"
    init_file(path, "Xã Kẻ Sặt", "ai-2026", clock).close()
    return path


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's own folder, where what is to be remembered goes: never that of whoever tests."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("nha") / "TienDo" / "TienDo.tiendo"
        patch.setenv("TIENDO_DATA", str(home))
        yield


@pytest.fixture
def data_path(made_file: Path, tmp_path: Path) -> Path:
    """A closed copy of the fresh file."""
    return Path(shutil.copy(made_file, tmp_path / "xa.tiendo"))


@pytest.fixture(scope="module", autouse=True)
def _rings_go_in_the_windows_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program: no ring of widgets is collected by the lane."""
    if not {"ui", "journeys"} & set(request.path.parts):
        yield
        return
    gc.disable()
    # What stands there by now (modules, all tests) is no ring: looking through it takes longer
    # than most tests.
    gc.freeze()
    yield
    if next(_modules) % MODULES_TO_A_WHOLE_LOOK == 0:
        gc.unfreeze()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _rings_go_soon() -> Iterator[None]:
    """A page that is gone does not stay until the end of its module, in the way of all others."""
    yield
    if not gc.isenabled():
        collect_due()


@pytest.fixture(autouse=True)
def _looks_end_with_their_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Large letters or another theme of one test are not those of the next one."""
    if not {"ui", "journeys"} & set(request.path.parts):
        yield
        return
    from PySide6.QtWidgets import QApplication

    from ui.theme.appearance import Appearance

    app = QApplication.instance()
    before = (app.font(), app.palette(), app.styleSheet()) if app is not None else None
    yield
    app = QApplication.instance()
    left = app.findChildren(Appearance) if app is not None else []
    for each in left:
        each.setParent(None)
        each.deleteLater()
    if left and before is not None:
        app.setFont(before[0])
        app.setPalette(before[1])
        app.setStyleSheet(before[2] or "/* no rules */")


@pytest.fixture(autouse=True)
def _no_logged_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or an error in the log fails the test that caused it."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture
def damage_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is logged of data that was changed behind the program is meant."""
    for name in ("models.checking.stumbles", "ui.commandline.run"):
        monkeypatch.setattr(logging.getLogger(name), "disabled", True)
