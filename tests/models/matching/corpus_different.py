"""Made-up pairs of two people, never proposed as one. Columns as in `corpus_same`."""

DIFFERENT = {
    "Chỉ khác dấu thanh": """
Nguyễn Văn Bình|Nguyễn Văn Bỉnh|u=
Nguyễn Văn Bình|Nguyễn Văn Bính|u= p1
Nguyễn Văn Bình|NGUYỄN VĂN BỈNH|
Trần Anh Tuấn|Trần Anh Tuân|u=
Trần Anh Tuấn|Trần Anh Tuần|u= b 1980/1980
Lê Thị Hòa|Lê Thị Hóa|u=
Lê Thị Hòa|Lê Thị Hoa|u=
Lê Thị Hoà|Lê Thị Hoả|u=
Phạm Văn Dung|Phạm Văn Dũng|u=
Phạm Văn Dụng|Phạm Văn Dũng|u=
Đỗ Thị Phương|Đỗ Thị Phượng|u=
Đỗ Thị Phương|Đỗ Thị Phường|u= p1
Vũ Thị Hiền|Vũ Thị Hiên|u=
Vũ Thị Hiền|Vũ Thị Hiển|u=
Bùi Thị Thuý|Bùi Thị Thùy|u=
Bùi Văn Quang|Bùi Văn Quảng|u=
Hoàng Anh|Hoàng Ánh|u=
Đặng Thị Yến|Đặng Thị Yên|u=
Đinh Văn Thanh|Đinh Văn Thành|u=
Đinh Văn Thánh|Đinh Văn Thành|u=
Ngô Thị Thảo|Ngô Thị Thao|u=
Trịnh Hải|Trịnh Hài|u=
Nguyễn Thị Huệ|Nguyễn Thị Huế|u=
Nguyễn Thị Tuyền|Nguyễn Thị Tuyến|u= p!
Phan Văn Lương|Phan Văn Lượng|u=
Đỗ Văn Toán|Đỗ Văn Toản|u=
Đỗ Văn Toán|Đỗ Văn Toàn|b 1980-01-01/1980-01-01
Hồ Thị Mỵ|Hồ Thị Mỹ|u=
Lý Văn Chính|Lý Văn Chinh|u=
Lại Thị Mùi|Lại Thị Mủi|u=
""",
    "Khác mũ, móc và cả dấu thanh": """
Vũ Văn Hùng|Vũ Văn Hưng|u=
Vũ Văn Hùng|Vũ Văn Hứng|u=
Lê Văn Án|Lê Văn Ân|u=
Trần Đức Lộc|Trần Đức Lọc|u= p!
Nguyễn Thị Thu|Nguyễn Thị Thử|u! p1
Phạm Thị Tâm|Phạm Thị Tám|u=
Phạm Thị Hường|Phạm Thị Hướng|u=
Đỗ Thị Hồng|Đỗ Thị Hỏng|u= b 1980/1981
""",
    "Trùng tên, khác năm sinh hoặc ký hiệu": """
Nguyễn Thị Thanh Vân 1990|Nguyễn Thị Thanh Vân 1985|u=
Nguyễn Thị Thanh Vân (90)|Nguyễn Thị Thanh Vân|u= b /1985
Trần Trung Kiên1977|Trần Trung Kiên (1979)|u=
Nguyễn Anh Tuấn (84)|Nguyễn Anh Tuấn|u= b /1972
Nguyễn Anh Tuấn (84)|Nguyễn Anh Tuấn 72|
Nguyễn Văn An (A)|Nguyễn Văn An (B)|u=
Nguyễn Văn An 1|Nguyễn Văn An 2|u=
Nguyễn Thị Hoa|Nguyễn Thị Hoa|u= b 1980/1990
Nguyễn Thị Hoa|NGUYỄN THỊ HOA|u= b 1980-05-05/1981-05-05
Nguyễn Thị Hoa|Nguyễn Thị Hoa|u! b 1980/1990
Nguyễn Thị Hoa|Nguyễn Thị Hoa|p! u= b 1980/1990
Vũ Thị Hoà|Vũ Thị Hòa|u= b 1977/1988
Lê Văn Minh (SN 1982)|Lê Văn Minh (SN 1992)|u=
Đỗ Văn Tám (12/3/1985)|Đỗ Văn Tám|u= b /1986-03-12
Nguyen Van An|Nguyễn Văn An|u= b 1980/1990
Nguyễn An|Nguyễn Văn An|u= b 1980/1990
""",
    "Trùng tên, khác cả số và đơn vị": """
Nguyễn Thị Hoa|Nguyễn Thị Hoa|p! u!
Trần Văn Lâm|TRẦN VĂN LÂM|p! u!
Lê Thị Kim Oanh|Lê Thị Kim Oanh|p! u! b 1980/1980
Phạm Quang Vinh|Phạm Quang Vinh|p! u! b 1980/
Vũ Thị Hoà|Vũ Thị Hòa|p! u!
Bùi Thị Hạnh|Bùi Thị Hạnh|c! u!
""",
    "Khác đệm": """
Nguyễn Văn An|Nguyễn Thị An|u=
Nguyễn Văn An|Nguyễn Hữu An|u=
Nguyễn Thị Thu Hà|Nguyễn Thị Ngọc Hà|u=
Trần Đức Thắng|Trần Quyết Thắng|u=
Lê Minh Tuấn|Lê Anh Tuấn|u= p!
Phạm Thị Hồng Nhung|Phạm Thị Tuyết Nhung|u=
Đỗ Thị Thanh Hoa|Đỗ Thị Hoa Thanh|u=
Vũ Thị Mai Lan|Vũ Thị Lan Mai|u=
""",
    "Khác họ": """
Nguyễn Văn An|Trần Văn An|u=
Lê Thị Hoa|Vũ Thị Hoa|u=
Phạm Minh Đức|Đỗ Minh Đức|u= p1
Bùi Thị Lan|Đặng Thị Lan|u=
Hà Văn Sơn|Hồ Văn Sơn|u=
Vũ Văn Nam|Võ Văn Nam|u= p!
""",
    "Khác tên": """
Nguyễn Thị Hoa|Nguyễn Thị Nga|u=
Nguyễn Văn Hùng|Nguyễn Văn Dũng|u=
Trần Thị Lan|Trần Thị Hồng|u=
Nguyễn Văn A|Nguyễn Văn B|u=
Nguyễn Văn Vũ|Nguyễn Văn Vĩ|u=
Lê Văn Tý|Lê Văn Tư|u=
Phạm Thị Hà|Phạm Thị Hạ|u=
Đỗ Văn Phong|Đỗ Văn Thông|u=
Vũ Thị Trang|Vũ Thị Trinh|u=
Bùi Văn Nam|Bùi Văn Năm|p! u=
Nguyễn Văn An|Nguyễn Văn|
Nguyễn|Nguyễn Văn An|u=
Hoa|Nguyễn Thị Hoa|u=
""",
    "Gần giống nhưng không có thông tin thứ hai": """
Nguyen Van An|Nguyễn Văn An|
NGUYEN VAN AN|Nguyễn Văn An|u!
Nguyen Van An|Nguyễn Văn An|p! u!
Nguyễn An|Nguyễn Văn An|
Nguyễn An|Nguyễn Văn An|p1 u!
An Nguyễn Văn|Nguyễn Văn An|
Nguyễn Thị Lý|Nguyễn Thị Lí|u!
Nguyễn Văn Hùg|Nguyễn Văn Hùng|u1
Ng. Văn An|Nguyễn Văn An|
Nguyễn VănAn|Nguyễn Văn An|
Lê Văn Ân|Lê Văn An|b 1980/1980
Thanh Hoa|Nguyễn Thị Thanh Hoa|u=
""",
    "Gần giống nhưng khác số điện thoại": """
Nguyễn Văn Hùg|Nguyễn Văn Hùng|u= p!
Nguyễn An|Nguyễn Văn An|u= p!
An Nguyễn Văn|Nguyễn Văn An|u= p!
Phạm Thu Trang|Phạm Thu Tranh|u= p!
Trần Thị Minh|Trần Thị Ninh|u= p!
Ng. Văn An|Nguyễn Văn An|u= p!
""",
    "Chung số cố định của cơ quan": """
Nguyễn Văn An|Trần Thị Bích|land
Lê Thị Hoa|Phạm Thị Nga|land u=
Nguyễn Văn Bình|Nguyễn Văn Bỉnh|land u=
""",
    "Chung số, khác hẳn họ tên và năm sinh": """
Nguyễn Văn An|Trần Thị Bích|p= b 1960/1990
Lê Văn Hùng|Lê Thị Hoa|p= u= b 1975/1978
""",
    "Một chữ khác, hai tên đều có thật (hiện vẫn hỏi)": """
Trần Thị Hà|Trần Thị Hòa|u=
Nguyễn Văn An|Nguyễn Văn Anh|u=
Lê Thị Lan|Lê Thị Loan|u=
Phạm Văn Minh|Phạm Văn Ninh|u=
Đỗ Thị Thu|Đỗ Thị Thư|u=
""",
}
