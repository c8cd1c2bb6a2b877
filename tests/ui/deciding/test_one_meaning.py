"""Each key means the same in every flow of the program, and no screen decides by keys of its own."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import ui
from ui.deciding.answers import ANSWER_WORDS, Answer
from ui.deciding.flow import DecisionFlow
from ui.window.shortcut_words import DECIDING

ROOT = Path(ui.__file__).parent
MEANINGS = {
    Answer.THIS: {
        "Là người này",
        "Là một đơn vị",
        "Là đơn vị gợi ý",
        "Gộp làm một",
        "Làm theo",
        "Ghi chức vụ kiêm nhiệm",
        "Giữ kết quả",
    },
    Answer.NOBODY: {
        "Không phải ai",
        "Không phải người này",
        "Không phải một người",
        "Bỏ qua",
        "Để riêng",
        "Để nguyên",
        "Không ghi",
        "Bỏ đánh dấu",
    },
    Answer.NEW: {"Người mới"},
    Answer.BACK: {"Bỏ quyết định"},
    Answer.ASIDE: {"Bỏ qua lần này"},
}
FLOWS = {
    "UncertainRows",
    "UnitGroups",
    "Proposals",
    "SecondPosts",
    "MaybeAccounts",
    "Outsiders",
    "FoundAccounts",
    "PlatformUnits",
    "DoubtfulMarks",
    "Mentions",
    "Pairs",
    "UnitHeads",
}


def flows():
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found, waiting = {}, [DecisionFlow]
    while waiting:
        below = [each for each in waiting.pop().__subclasses__() if each.__module__[:3] == "ui."]
        found.update((each.__name__, each) for each in below)
        waiting += below
    return {name: each for name, each in found.items() if getattr(each, "answers", None)}


def test_every_flow_is_looked_at():
    assert set(flows()) == FLOWS


@pytest.mark.parametrize("name", sorted(FLOWS))
def test_a_key_means_the_same_word(name):
    answers = flows()[name].answers
    assert answers
    for answer, words in answers.items():
        assert words in MEANINGS[answer]


def test_the_sheet_of_shortcuts_tells_these_keys():
    told = {line.words: line.said for line in DECIDING}
    assert all(told[words] == answer.key_words for answer, words in ANSWER_WORDS.items())
    assert set(ANSWER_WORDS) == set(Answer) - {Answer.ASIDE}


DIGITS = {*"0123456789"}
WITH_CTRL = {"zooming.py"}
"""Hears Ctrl+0 in any window, and no digit alone."""


@pytest.mark.parametrize(
    "path",
    sorted(path for path in ROOT.rglob("*.py") if path.parent.name != "deciding"),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_screen_binds_a_digit_itself(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and path.name not in WITH_CTRL:
            assert node.attr not in {f"Key_{each}" for each in DIGITS}
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QKeySequence":
            words = [each.value for each in node.args if isinstance(each, ast.Constant)]
            assert not DIGITS.intersection(map(str, words))
