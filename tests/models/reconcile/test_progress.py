"""A column of progress completes only those who have done all of it."""

from __future__ import annotations

import pytest

from models.store.data_file import DataFile
from tests.models.reconcile.exports import export, read_platform_text

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")


@pytest.mark.parametrize("title", ["Tiến độ", "Tiến độ học tập", "Hoàn thành (%)", "Progress"])
@pytest.mark.parametrize(
    ("cells", "completed"),
    [
        (("50", "100", "0"), [False, True, False]),
        (("50%", "100%", "0%"), [False, True, False]),
        (("0,5", "1", "0"), [False, True, False]),
        (("0.75", "1", "0.5"), [False, True, False]),
        (("1", "50", "100"), [False, False, True]),
        (("1", "75%", "100"), [False, False, True]),
        (("1", "0,5", "35"), [False, False, False]),
        (("50", "75", "30"), [False, False, False]),
        (("99", "99,5", "100"), [False, False, True]),
        (("1", "0", "1"), [True, False, True]),
        (("x", "", "x"), [True, None, True]),
    ],
)
def test_below_a_hundred_nobody_has_completed(
    file: DataFile, title: str, cells: tuple[str, ...], completed: list[bool | None]
) -> None:
    rows = (
        (f"u{at}", name, f"098210359{at}", cell)
        for at, (name, cell) in enumerate(zip(NAMES, cells, strict=True))
    )
    text = export(*rows, head=("Tên đăng nhập", "Họ tên", "Điện thoại", title))
    source = read_platform_text(file, text)
    assert [row.completed for row in source.rows] == completed
    assert all(row.registered for row in source.rows)
    assert not [p for p in source.problems if "chưa đánh dấu" in p.reason or "Không rõ" in p.reason]
