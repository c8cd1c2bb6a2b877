"""Before whatever much could be lost by, whoever guards the data is asked."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import models
from models.errors import AppError
from models.journal.change import changing
from models.journal.replay import redo, undo
from models.journal.risks import HARMLESS, MANY, RISKS
from models.records import Mark
from models.records.kept_copies import CopyReason
from models.roster.marks import set_marks
from models.store.data_file import DataFile, open_file
from models.store.schema import participations
from tests.conftest import clock
from tests.factory import add_people

ROOT = Path(models.__file__).parent.parent
WAYS = ("changing",)


def kinds_in(path: Path) -> Iterator[str]:
    """What the module at `path` hands to `changing` as the kind."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if "changing(" in text else ():
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in WAYS:
            yield from kinds_said(node.args[1], path)


def kinds_said(said: ast.expr, path: Path) -> Iterator[str]:
    if isinstance(said, ast.Constant):
        yield str(said.value)
    elif isinstance(said, ast.Name):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield str(getattr(importlib.import_module(name), said.id))
    elif isinstance(said, ast.IfExp):
        yield from kinds_said(said.body, path)
        yield from kinds_said(said.orelse, path)
    else:
        # f"mark-{mark}" is the one way in which a kind is composed.
        assert isinstance(said, ast.JoinedStr), f"{path}: {ast.unparse(said)}"
        prefix, rest = said.values
        assert isinstance(prefix, ast.Constant)
        assert isinstance(rest, ast.FormattedValue)
        assert ast.unparse(rest.value) == "mark"
        yield from (f"{prefix.value}{mark}" for mark in Mark)


def test_each_kind_of_change_is_either_risky_or_harmless() -> None:
    paths = [path for layer in ("models", "reports", "ui") for path in (ROOT / layer).rglob("*.py")]
    used = {kind for path in paths for kind in kinds_in(path)}
    assert len(used) > 70
    assert used - set(RISKS) - HARMLESS == set()
    assert set(RISKS) & HARMLESS == set()
    assert HARMLESS - used == set()


class Asked:
    """Somebody who guards, notes what is asked and how many marks stand then, and refuses if told
    so."""

    def __init__(self, file: DataFile) -> None:
        self.file = file
        self.heard: list[tuple[CopyReason, bool, int]] = []
        self.refuses = False
        file.guard = self

    def __call__(self, reason: CopyReason, for_good: bool) -> None:
        self.heard.append((reason, for_good, marks(self.file)))
        if self.refuses:
            raise AppError("Chưa sao lưu được.", "")


def marks(file: DataFile) -> int:
    with file.reading() as connection:
        return len(connection.execute(participations.select()).all())


@pytest.fixture
def guarded(data_path: Path) -> Iterator[Asked]:
    with open_file(data_path, clock) as file:
        yield Asked(file)


@pytest.mark.file_only("copies of a file are what is asked for")
def test_many_marks_ask_once_while_what_was_before_can_still_be_seen(guarded: Asked) -> None:
    file = guarded.file
    ids = add_people(file, MANY)
    assert guarded.heard == []
    set_marks(file, ids[:-1], Mark.REGISTERED)
    assert guarded.heard == []
    undo(file)
    set_marks(file, ids, Mark.REGISTERED)
    assert guarded.heard == [(CopyReason.MARKS, False, 0)]


@pytest.mark.file_only("copies of a file are what is asked for")
def test_taking_back_many_rows_asks_too_and_doing_it_again(guarded: Asked) -> None:
    file = guarded.file
    set_marks(file, add_people(file, MANY), Mark.REGISTERED)
    undo(file)
    redo(file)
    undone = CopyReason.UNDO, False
    assert guarded.heard[1:] == [(*undone, MANY), (*undone, 0)]


@pytest.mark.file_only("copies of a file are what is asked for")
def test_where_the_guard_refuses_nothing_is_done(guarded: Asked) -> None:
    file = guarded.file
    ids = add_people(file, MANY)
    guarded.refuses = True
    with pytest.raises(AppError, match="Chưa sao lưu"):
        set_marks(file, ids, Mark.REGISTERED)
    assert marks(file) == 0


@pytest.mark.file_only("copies of a file are what is asked for")
def test_a_change_that_touches_nothing_asks_nobody(guarded: Asked) -> None:
    file = guarded.file
    with changing(file, "import", "Nhập"):
        pass
    assert guarded.heard == []
