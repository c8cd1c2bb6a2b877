"""Makes a made-up roster of any size as a workbook, for measuring."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

HEADER = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Loại", "Đơn vị", "Số điện thoại",
    "Email", "Ghi chú",
)  # fmt: skip
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Thu", "Quang", "Hữu", "Thanh", "Xuân", "Kim")
GIVEN = (
    "An", "Anh", "Ánh", "Bình", "Châu", "Dũng", "Dung", "Đức", "Giang", "Hà", "Hải", "Hạnh", "Hòa",
    "Hùng", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Oanh",
)  # fmt: skip
POSITIONS = ("Giáo viên", "Nhân viên", "Chuyên viên", "Kế toán", "Phó Hiệu trưởng")
TYPES = ("Viên chức", "Công chức", "Người lao động")


def make_list(path: Path, rows: int) -> None:
    """Write `rows` people in ten columns to `path`; each has a phone of their own."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(HEADER)
    for index in range(rows):
        sheet.append(_person(index))
    book.save(path)


def _person(index: int) -> list[object]:
    name = " ".join(
        (FAMILY[index % 11], MIDDLE[index // 11 % 11], MIDDLE[index // 7 % 11], GIVEN[index % 25])
    )
    return [
        index + 1,
        name,
        f"{index % 28 + 1:02d}/{index % 12 + 1:02d}/{1965 + index % 38}",
        "Nữ" if index % 2 else "Nam",
        POSITIONS[index % 5],
        TYPES[index % 3],
        f"Trường Tiểu học số {index % 120 + 1}",
        f"09{index % 10_000_000 + 10_000_000:08d}",
        f"nguoi{index}@xa.gov.vn",
        "",
    ]
