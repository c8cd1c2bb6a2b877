"""Made-up pairs that are one person beyond doubt: taken without asking.

Columns: one name | the other | what else is known. p= same phone, p! other phone, p1 a phone on
one side only; u= same unit, u! another, u1 on one side only; b X/Y births; c= same staff code,
c! another; uid= same record; then how the second name was spoilt: nfd, order, nbsp, zero.
"""

SAME = {
    "Giống hệt, có số điện thoại": """
Nguyễn Văn An|Nguyễn Văn An|p=
Trần Thị Bích Ngọc|Trần Thị Bích Ngọc|p= u=
Lê Hoàng|Lê Hoàng|p= u!
Phạm Minh Đức|Phạm Minh Đức|p= u1
Vũ Thị Hồng Nhung|Vũ Thị Hồng Nhung|p= b 1985/1985-04-02
Đặng Quốc Khánh|Đặng Quốc Khánh|p= b 1985-04-02/1985-04-02
Bùi Thị Lan|Bùi Thị Lan|p= c=
Đỗ Mạnh Hùng|Đỗ Mạnh Hùng|p= c!
Hoàng Thị Thảo|Hoàng Thị Thảo|p= b 1990-02-03/1990-03-02
Ngô Gia Bảo|Ngô Gia Bảo|p= u! b 1990/
""",
    "Chữ hoa, chữ thường": """
Nguyễn Văn An|NGUYỄN VĂN AN|p=
Nguyễn Thị Hoa|Nguyễn thị Hoa|p=
Trần Đức Thắng|trần đức thắng|p=
Phạm Thị Ánh|PHẠM THỊ ÁNH|u=
Đinh Thị Yến|ĐINH THỊ YẾN|p= u!
Lê Văn Ước|LÊ VĂN ƯỚC|u=
Võ Thị Ái|võ thị ái|u= p1
Nguyễn Ỷ Lan|NGUYỄN Ỷ LAN|p=
Đỗ Ẩn|ĐỖ ẨN|u=
""",
    "Kiểu đặt dấu thanh": """
Vũ Thị Hoà|Vũ Thị Hòa|p=
Nguyễn Thuý Hằng|Nguyễn Thúy Hằng|p=
Trần Thị Thuỷ|Trần Thị Thủy|u=
Lê Quốc Huỳ|Lê Quốc Hùy|u=
Phạm Khoẻ|Phạm Khỏe|p= u!
Đỗ Thị Loà|Đỗ Thị Lòa|u= p1
Bùi Xuân Toàn|Bùi Xuân Tòan|p=
Hoàng Văn Tuấn|Hòang Văn Tuấn|u=
Nguyễn Hữu Thuỵ|NGUYỄN HỮU THỤY|p=
Trương Thị Tuý|Trương Thị Túy|u= b 1979/1979
Nguyễn Văn Hiếu|Nguyễn Văn Híêu|p=
Đặng Thị Duyên|Đặng Thị Duyên|u=
Phan Văn Tuyến|Phan Văn Tuýên|u=
""",
    "Mã ký tự: Ð và Đ, dấu rời, dấu sai thứ tự": """
Đỗ Văn Đức|Ðỗ Văn Ðức|p=
Đặng Thị Hà|Ðặng Thị Hà|u=
Đào Duy Anh|Ɖào Duy Anh|p=
Nguyễn Văn Hùng|Nguyễn Văn Hùng|p= nfd
Trần Thị Hương|Trần Thị Hương|u= nfd
Lê Thị Phượng|Lê Thị Phượng|p= order
Nguyễn Thị Diễm|Nguyễn Thị Diễm|u= order
Phạm Đức Thuận|Phạm Đức Thuận|p= u! nfd
Vũ Thị Mỵ|Vũ Thị Mỵ|u= nfd
Hoàng Thị Nguyệt|Hoàng Thị Nguyệt|u= order
""",
    "Khoảng trắng, ký tự không thấy": """
Nguyễn Văn An|Nguyễn  Văn   An|p=
Nguyễn Văn An|Nguyễn Văn An|p= nbsp
Trần Thị Mai|Trần Thị Mai|u= nbsp
Lê Văn Bình|Lê Văn Bình|u= zero
Phạm Thị Cúc|Phạm Thị Cúc|p= zero
Đỗ Thị Na| Đỗ Thị Na |u=
""",
    "Dấu lược, gạch nối trong tên": """
H'Hen Niê|H’Hen Niê|p=
H' Djoan Siu|Hʼ Djoan Siu|u=
K'Brôi|K‘Brôi|p=
Nguyễn-Lê Thị Hoa|NGUYỄN-LÊ THỊ HOA|u=
""",
    "Cùng họ tên, cùng đơn vị": """
Nguyễn Thị Thu Hà|Nguyễn Thị Thu Hà|u=
Trần Văn Lâm|Trần Văn Lâm|u= p1
Lê Thị Kim Oanh|Lê Thị Kim Oanh|u= b 1980/
Phạm Quang Vinh|Phạm Quang Vinh|u= b 1980/1980-12-01
Vũ Đình Trọng|Vũ Đình Trọng|u= b 1980-12-01/1980-12-01
Bùi Thị Hạnh|Bùi Thị Hạnh|u= p1 b 1975/1975
Đặng Thị Ngân|ĐẶNG THỊ NGÂN|u= p1
Đỗ Hữu Nghĩa|Đỗ Hữu Nghĩa|u= c=
Hoàng Anh|Hoàng Anh|u=
Trịnh Lan Anh|TRỊNH LAN ANH|u=
Mai Xuân Quý|Mai Xuân Quý|u=
Lý Thị Mỹ|Lý Thị Mỹ|u= p1
Tạ Thị Én|Tạ Thị Én|u=
Ngô Thì Nhậm|NGÔ THÌ NHẬM|u= b /1970
NGUYEN VAN AN|Nguyen Van An|u=
""",
    "Cùng họ tên, cùng ngày sinh": """
Nguyễn Thị Thu Hà|Nguyễn Thị Thu Hà|b 1980-12-01/1980-12-01
Trần Văn Lâm|TRẦN VĂN LÂM|u1 b 1991-01-15/1991-01-15
Lê Thị Kim Oanh|Lê Thị Kim Oanh|p1 b 1988-06-06/1988-06-06
Vũ Thị Hoà|Vũ Thị Hòa|b 1977-07-17/1977-07-17
""",
    "Cùng mã cán bộ hoặc mã hồ sơ": """
Nguyễn Văn An|Nguyễn Văn An|c= p! u!
Trần Thị Bình|TRẦN THỊ BÌNH|c=
Lê Văn Cường|Lê Văn Cường|uid= p! u!
Lê Văn Cương|Lê Văn Cường|uid=
Phạm Thị Dung|Phạm Thị Dung|uid= u!
Nguyễn An|Nguyễn Văn An|uid=
Nguyen Thi Hoa|Nguyễn Thị Hoa|uid= p!
Đỗ Văn Hưng|Đỗ Văn Hùng|uid=
""",
    "Năm sinh ghi sau tên, khớp ngày sinh": """
Nguyễn Thị Thanh Vân 1990|Nguyễn Thị Thanh Vân|u= b /1990
Nguyễn Thị Thanh Vân (90)|Nguyễn Thị Thanh Vân|u= b /1990-05-20
Trần Trung Kiên1977|Trần Trung Kiên|u= b /1977
Trần Trung Kiên1977|TRẦN TRUNG KIÊN (1977)|u=
Trần Trung Kiên (1977)|Trần Trung Kiên 77|u=
Lê Văn Minh (SN 1982)|Lê Văn Minh|p= b /1982
Nguyễn Anh Tuấn (84)|Nguyễn Anh Tuấn|p=
Phạm Thị Hoa (A)|Phạm Thị Hoa (a)|u=
Phạm Thị Hoa (A)|PHẠM THỊ HOA (A)|p=
Đỗ Văn Tám (12/3/1985)|Đỗ Văn Tám|u= b /1985-03-12
Đỗ Văn Tám (Trưởng thôn)|Đỗ Văn Tám|p=
""",
    "Cùng họ tên, cùng đơn vị, chỉ một bên có số": """
Phan Thị Tuyết|Phan Thị Tuyết|u= p1 b 1969/1969
Quách Văn Tỉnh|QUÁCH VĂN TỈNH|u= p1
Hà Thị Ước|Hà Thị Ước|u= p1 c=
""",
}
