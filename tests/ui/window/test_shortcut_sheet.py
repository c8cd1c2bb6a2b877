"""The sheet of shortcuts tells every key that the program binds, and none that it does not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

import ui
from ui.window.commands import MENUS
from ui.window.shortcut_words import KEY_GROUPS
from ui.window.shortcuts import ShortcutSheet

ROOT = Path(ui.__file__).parent
KEYS = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|Del|Return|Space|Home|End|PgUp|PgDown|Up|Down|Left|Right"
    r"|[A-Z0-9;'/\[\]+\-=])|F\d+|Del|Esc|Space"
)
TOLD = ("window/shortcut_words.py", "window/shortcuts.py", "commandline/")
"""Words about keys, not keys that are bound."""
OF_A_BOX = frozenset({"Ctrl+A", "Ctrl+C", "Home", "End", "Return"})
"""What Qt's own tables, lists and buttons do."""
ELSEWHERE = frozenset({"Ctrl+Z"})
"""Words that name a menu command's key."""


def one_form(keys: str) -> str:
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def bound() -> dict[str, str]:
    """Every key that stands in the code as a text of its own, and where."""
    found: dict[str, str] = {}
    for path in ROOT.rglob("*.py"):
        place = path.relative_to(ROOT).as_posix()
        if place.startswith(TOLD):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and KEYS.fullmatch(text):
                found.setdefault(one_form(text), f"{place}:{node.lineno}")
    return found


def on_the_sheet() -> set[str]:
    own = {one_form(key) for _, lines in KEY_GROUPS for line in lines for key in line.keys}
    menus = {
        one_form(key) for _, lines in MENUS for line in lines for key in line.heard + line.keys
    }
    return own | menus


def test_every_bound_key_is_told():
    keys = bound()
    assert len(keys) > 50
    assert {key: place for key, place in keys.items() if key not in on_the_sheet()} == {}


def test_no_key_is_told_that_nothing_hears():
    assert on_the_sheet() - set(bound()) - OF_A_BOX - ELSEWHERE == set()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("wide", [420, 560, 1250])
def test_no_key_lies_out_of_sight_at_the_side(qtbot, worn, wide, percent):
    """Two columns where they have room, else one whose words go on in a next line."""
    worn.set_text_size(percent)
    host = QWidget()
    qtbot.addWidget(host)
    sheet = ShortcutSheet(host)
    sheet.open()
    sheet.resize(wide, 500)
    area = sheet.findChild(QScrollArea, "shortcuts")
    qtbot.waitUntil(lambda: area.viewport().width() > wide - 80)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
    first, last = (area.findChildren(QLabel)[at] for at in (0, -1))
    beside = last.mapTo(area, last.rect().topLeft()).x() > first.width() + area.width() // 4
    if percent == 100:
        assert beside is (wide > 1000)
    sheet.reject()
