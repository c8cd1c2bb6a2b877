"""What people of the sample commune are called, and what lists note about them."""

from __future__ import annotations

FAMILIES = (
    ("Nguyễn", 30), ("Trần", 11), ("Phạm", 11), ("Vũ", 9), ("Lê", 8), ("Hoàng", 5), ("Đỗ", 5),
    ("Bùi", 5), ("Đặng", 4), ("Ngô", 3), ("Đào", 3), ("Phan", 2), ("Dương", 2), ("Đinh", 2),
    ("Lương", 2), ("Trịnh", 2), ("Mai", 1), ("Hà", 1), ("Tạ", 1), ("Đoàn", 2), ("Lưu", 1),
    ("Cao", 1), ("Tô", 1), ("Quách", 1), ("Khúc", 1), ("Phùng", 1),
)  # fmt: skip
WOMENS_MIDDLES = (
    ("Thị", 50), ("Thị Thu", 7), ("Thị Thanh", 7), ("Thị Ngọc", 5), ("Thị Minh", 4), ("Thu", 5),
    ("Thanh", 4), ("Ngọc", 4), ("Minh", 3), ("Kim", 3), ("Hồng", 3), ("Thị Kim", 3), ("Thùy", 2),
)  # fmt: skip
MENS_MIDDLES = (
    ("Văn", 32), ("Đức", 9), ("Quang", 8), ("Minh", 6), ("Hữu", 5), ("Xuân", 5), ("Đình", 5),
    ("Công", 4), ("Tiến", 4), ("Mạnh", 4), ("Ngọc", 4), ("Anh", 3), ("Thành", 3), ("Trọng", 3),
)  # fmt: skip
WOMENS_GIVENS = (
    "Hương Hoa Lan Hằng Thủy Thúy Hà Mai Nga Phương Thảo Trang Huyền Hiền Yến Oanh Loan Dung Hạnh "
    "Nhung Linh Quyên Vân Ánh Ngân Thơm Luyến Hòa Huệ Liên Tâm Xuân Quỳnh Nhàn Chinh Lụa Duyên "
    "Hường Thắm Bích Giang Khuyên Hiên Uyên Lệ Tuyết"
)
MENS_GIVENS = (
    "Hùng Dũng Cường Tuấn Nam Thành Hải Sơn Long Đức Toàn Hoàn Khánh Bình Hưng Huy Hòa Thắng Quân "
    "Chiến Kiên Trung Vinh Đạt Tùng Thịnh Phong Lâm Quyết Khoa Duy Tú Bắc Đông Hiệp Luân Thủy Ước"
)
MATERNITY = "Nghỉ thai sản"
NOTES = (
    "Đi học tập trung",
    "Biệt phái",
    "Kiêm nhiệm",
    "Nghỉ không lương",
)
