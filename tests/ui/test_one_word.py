"""One word for one thing: what leaves a dialog without doing anything is "Hủy" everywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui

ROOT = Path(ui.__file__).parent
DIALOGS = sorted(ROOT.rglob("*.py"))

RETIRED = {
    "Thôi": "Hủy",
    "Giữ nguyên": "Hủy",
    "Huỷ": "Hủy",
    "Bỏ qua không lưu": "Hủy",
    "Cancel": "Hủy",
    "Bỏ, không ghi": "Hủy đối soát",
    "Chép": "Sao chép",
}


def texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace("&", "").strip()


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_retired_word_is_a_text_of_its_own(path: Path) -> None:
    found = [f"{text}: hãy dùng “{RETIRED[text]}”" for text in texts(path) if text in RETIRED]
    found += [text for text in texts(path) if text.startswith("Chép ")]
    assert found == []
