"""Cells in words: what stands in a cell as a sign is heard as a word."""

from __future__ import annotations

import pytest

from ui.table.spoken import spoken_cell


@pytest.mark.parametrize(
    ("title", "text", "spoken"),
    [
        ("Họ và tên", "Trần Văn An", "Họ và tên: Trần Văn An"),
        ("Đã đăng ký", "✓ 02/06", "Đã đăng ký 02/06"),
        ("Đã đăng ký", "✓", "Đã đăng ký: có"),
        ("Đã đăng ký", "", "Đã đăng ký: trống"),
        ("Kết quả", "✓ Nhận ra", "Kết quả: Nhận ra"),
        ("Kết quả", "✗ Không tìm thấy", "Kết quả: Không tìm thấy"),
        ("Kết quả", "? Cần quyết định", "Kết quả: Cần quyết định"),
        ("Trước", "–", "Trước: chưa có"),
        ("Điện thoại", "● 0912 345 678", "Điện thoại: 0912 345 678, đã chọn"),
        ("Thay đổi", "+3", "Thay đổi: tăng 3"),
        ("Thay đổi", "\u221212", "Thay đổi: giảm 12"),
        ("Ghi chú", "✓x", "Ghi chú: ✓x"),
        ("Tên", "-An", "Tên: -An"),
    ],
)
def test_a_cell_is_told_in_words(title, text, spoken):
    assert spoken_cell(title, text) == spoken
