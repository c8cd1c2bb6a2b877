"""What is counted is shown with a dot between thousands: no sentence puts a bare count in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [path for top in ("models", "reports", "ui") for path in (ROOT / top).rglob("*.py")]
COUNTED = (
    "người", "dòng", "tài khoản", "tệp", "mục", "ô ", "giá trị", "đơn vị", "biểu mẫu", "bài",
    "cuộc thi", "cột", "chữ", "ký tự", "trang",
)  # fmt: skip


def bare_counts(text: str) -> Iterator[str]:
    """Each `len(…)` that stands in a sentence as it is, before what it counts."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.JoinedStr):
            continue
        for part, after in zip(node.values, [*node.values[1:], None], strict=True):
            words = after.value if isinstance(after, ast.Constant) else ""
            if not isinstance(words, str) or not words.lstrip().startswith(COUNTED):
                continue
            if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Call):
                called = part.value.func
                if isinstance(called, ast.Name) and called.id in {"len", "sum"}:
                    yield f"{node.lineno}: {ast.unparse(node)}"


def test_no_sentence_puts_a_bare_count_in():
    found = [
        f"{path.relative_to(ROOT)}:{each}"
        for path in SOURCES
        for each in bare_counts(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('f"Đã ghi {len(rows)} dòng."', 1), ('f"{sum(counts)} người"', 1),
        ('f"Đã ghi {number(len(rows))} dòng."', 0), ('f"{len(rows)}px"', 0), ('f"{rows} dòng"', 0),
    ],
)  # fmt: skip
def test_a_bare_count_is_found(source, count):
    assert len(list(bare_counts(source))) == count
