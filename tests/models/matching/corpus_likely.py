"""Made-up pairs about which a careful colleague would ask. Columns as in `corpus_same`."""

LIKELY = {
    "Thiếu dấu cả họ tên": """
Nguyen Van An|Nguyễn Văn An|p=
NGUYEN VAN AN|Nguyễn Văn An|u=
Tran Thi Bich Ngoc|Trần Thị Bích Ngọc|u= p1
pham minh duc|Phạm Minh Đức|p= u!
Do Thi Anh|Đỗ Thị Ánh|u=
Vu Thi Hoa|Vũ Thị Hòa|u=
Le Van Hung|Lê Văn Hùng|b 1980-01-02/1980-01-02
DANG THI NGAN|Đặng Thị Ngân|u= p!
Bui Quoc Viet|Bùi Quốc Việt|c=
Hoang Van Thu|Hoàng Văn Thụ|u= b 1975/1975
Luong The Vinh|Lương Thế Vinh|p= u=
Trinh Lan Anh|Trịnh Lan Anh|u=
""",
    "Thiếu dấu ở vài chữ": """
Nguyen Văn Đức|Nguyễn Văn Đức|u=
Nguyễn Văn Đưc|Nguyễn Văn Đức|u=
Nguyễn Thị Ngoc|Nguyễn Thị Ngọc|u=
Nguyễn Văn Duc|Nguyễn Văn Đức|p=
Pham Thị Hoa|Phạm Thị Hoa|u=
Nguyên Văn Bình|Nguyễn Văn Bình|u=
Trân Thị Mai|Trần Thị Mai|u=
Lê Thi Bich Hạnh|Lê Thị Bích Hạnh|u=
Đỗ Thị Phuơng|Đỗ Thị Phương|u=
Dặng Văn Hải|Đặng Văn Hải|u=
Nguyễn Hưu Phúc|Nguyễn Hữu Phúc|p=
Lê Văn Ân|Lê Văn An|u=
Lê Văn Hung|Lê Văn Hưng|u=
""",
    "i và y": """
Nguyễn Thị Lý|Nguyễn Thị Lí|u=
Lý Thị Mỹ|Lí Thị Mĩ|u=
Trần Mỹ Hạnh|Trần Mĩ Hạnh|p=
Phạm Kỳ Nam|Phạm Kì Nam|u= p1
Vũ Tuấn Vỹ|Vũ Tuấn Vĩ|u=
Nguyễn Sỹ Hùng|Nguyễn Sĩ Hùng|p= u!
Đỗ Văn Quý|Đỗ Văn Quí|u=
Hoàng Văn Quy|Hoàng Văn Qui|p=
Bùi Thị Thy|Bùi Thị Thi|u=
Lê Thị Hy|LÊ THỊ HI|u= b 1970/1970
""",
    "Gõ nhầm một chữ cái": """
Nguyễn Văn Hugn|Nguyễn Văn Hung|u=
Nguyễn Văn Hùg|Nguyễn Văn Hùng|u=
Nguyễn Văn Hùngg|Nguyễn Văn Hùng|u=
Nguyễn Vằn Hùng|Nguyễn Văn Hùng|p=
Nguyễn Vắn Hùng|Nguyễn Vằn Hùng|p=
Nguễn Thị Lan|Nguyễn Thị Lan|u=
Nguyễn Thị Thảp|Nguyễn Thị Thảo|u=
Trầnn Văn Bảy|Trần Văn Bảy|u=
Phạm Thị Huơng|Phạm Thị Hương|u=
Trần Quốc Taun|Trần Quốc Tuan|p= u=
Vũ Thị Hân|Vũ Thị Hăn|u=
Đỗ Thị Loan|Đỗ Thị Loang|u= p1
Lê Minh Khanh|Lê Minh Khah|b 1990-10-10/1990-10-10
Phạm Thu Trang|Phạm Thu Tran|p=
Hoàng Thị Nhugn|Hoàng Thị Nhung|u=
Nguyen Van Hugn|Nguyễn Văn Hùng|p=
""",
    "Thiếu đệm": """
Nguyễn An|Nguyễn Văn An|u=
Nguyễn An|Nguyễn Văn An|p=
Nguyễn Thị Hoa|Nguyễn Thị Thanh Hoa|u=
Trần Bích Ngọc|Trần Thị Bích Ngọc|p= u!
Lê Oanh|Lê Thị Kim Oanh|u= p1
Phạm Đức|PHẠM MINH ĐỨC|u=
Vũ Nhung|Vũ Thị Hồng Nhung|b 1993-03-03/1993-03-03
Đỗ Thị Hà|Đỗ Thị Thu Hà|c=
Thanh Hoa|Nguyễn Thị Thanh Hoa|p=
Nguyen An|Nguyễn Văn An|p=
Hoa Nguyễn|Nguyễn Thị Hoa|p=
""",
    "Đảo thứ tự họ và tên": """
An Nguyễn Văn|Nguyễn Văn An|u=
An Nguyễn|Nguyễn An|p=
Văn An Nguyễn|Nguyễn Văn An|p=
Ngọc Trần Thị Bích|Trần Thị Bích Ngọc|u=
Thị Hoa Lê|LÊ THỊ HOA|p= u!
Bình Phạm|Phạm Bình|u= b 1980/1980
An Nguyen Van|Nguyễn Văn An|p=
""",
    "Viết tắt họ, đệm": """
Ng. Văn An|Nguyễn Văn An|u=
Ng Văn An|Nguyễn Văn An|p=
Nguyễn T. Hoa|Nguyễn Thị Hoa|u=
Nguyễn T Hoa|Nguyễn Thị Hoa|u=
Ng.Văn An|Nguyễn Văn An|u=
Tr. Thị Mai|Trần Thị Mai|u= p1
Lê V. Bảy|Lê Văn Bảy|p=
Ph. T. Hạnh|Phạm Thị Hạnh|u=
N.V. An|Nguyễn Văn An|u=
""",
    "Thừa, thiếu khoảng trắng trong tên": """
Nguyễn VănAn|Nguyễn Văn An|u=
Nguyễn Văn Th ành|Nguyễn Văn Thành|u=
TrầnThị Hoa|Trần Thị Hoa|p=
Lê Thị Bích Ng ọc|Lê Thị Bích Ngọc|u= p1
""",
    "Khác dấu thanh, cùng số điện thoại": """
Nguyễn Văn Bình|Nguyễn Văn Bỉnh|p=
Trần Anh Tuấn|Trần Anh Tuân|p= u=
Lê Thị Hòa|Lê Thị Hóa|p=
Phạm Văn Dung|Phạm Văn Dũng|p=
Đỗ Thị Phương|Đỗ Thị Phượng|p= u!
Vũ Văn Hùng|Vũ Văn Hưng|p=
Bùi Thị Thuý|Bùi Thị Thùy|p=
""",
    "Một số điện thoại, hai họ tên": """
Nguyễn Văn An|Trần Thị Bích|p=
Lê Văn Hùng|Lê Thị Hoa|p= u=
Phạm Quốc Bảo|Đặng Thu Hiền|p= u!
Trần Thị Hoa|Trần Thị Nga|p=
Vũ Thị Lụa|Vũ Thị Là|p= u=
""",
    "Cùng họ tên nhưng khác đơn vị": """
Nguyễn Thị Hoa|Nguyễn Thị Hoa|u!
Trần Văn Lâm|Trần Văn Lâm|u! p1
Lê Thị Kim Oanh|LÊ THỊ KIM OANH|u! b 1980/1980
Phạm Quang Vinh|Phạm Quang Vinh|u! b 1980-12-01/1980-12-01
Vũ Thị Hoà|Vũ Thị Hòa|u!
Bùi Thị Hạnh|Bùi Thị Hạnh|u! p! b 1975-05-05/1975-05-05
""",
    "Cùng họ tên, không còn gì khác": """
Nguyễn Thị Hoa|Nguyễn Thị Hoa|
Trần Văn Lâm|TRẦN VĂN LÂM|u1
Lê Thị Kim Oanh|Lê Thị Kim Oanh|p1
Phạm Quang Vinh|Phạm Quang Vinh|b 1980/1980
Đỗ Văn Đức|Ðỗ Văn Ðức|
""",
    "Cùng họ tên, cùng đơn vị nhưng khác số hoặc ngày sinh": """
Nguyễn Thị Hoa|Nguyễn Thị Hoa|u= p!
Trần Văn Lâm|Trần Văn Lâm|u= p! b 1980/1980
Lê Thị Kim Oanh|Lê Thị Kim Oanh|u= c!
Phạm Quang Vinh|Phạm Quang Vinh|u= b 1980-12-01/1980-01-12
Vũ Đình Trọng|Vũ Đình Trọng|p!
Đặng Thị Ngân|Đặng Thị Ngân|p= b 1985/1958
Bùi Văn Sáu|Bùi Văn Sáu|c= b 1970/1971
""",
    "Chỉ một bên ghi ký hiệu phân biệt người trùng tên": """
Nguyễn Văn An (A)|Nguyễn Văn An|u=
Nguyễn Văn An (A)|Nguyễn Văn An|p=
Nguyễn Văn An (2)|Nguyễn Văn An|u= p1
Nguyễn Anh Tuấn (84)|Nguyễn Anh Tuấn|u=
Trần Thị Hoa 1985|Trần Thị Hoa|u=
Lê Văn Sơn (Trưởng thôn)|Lê Văn Sơn|u=
Nguyễn Văn An (A)|Nguyễn Văn An (B)|p=
""",
    "Đã rời danh sách": """
Nguyễn Văn An|Nguyễn Văn An|p= left
Trần Thị Bích Ngọc|TRẦN THỊ BÍCH NGỌC|u= left
Lê Văn Cường|Lê Văn Cường|c= left
Phạm Thị Dung|Phạm Thị Dung|uid= left
Vu Thi Hoa|Vũ Thị Hòa|u= left
""",
    "Cùng mã nhưng họ tên khác hẳn": """
Nguyễn Văn An|Trần Thị Bích|uid=
Lê Văn Hùng|Phạm Quốc Bảo|uid= p=
Đỗ Thị Hà|Vũ Minh Châu|c=
""",
    "Viết sai nhiều chỗ (hiện chưa nhận ra)": """
Nguyễn Văn Phước|Nguyễn Văn Fước|u=
Nguyen Van Hugn|Nguyễn Văn Hùng|u=
Lê Thị Thuỳ Dươgn|Lê Thị Thùy Dung|u=
Hoa Nguyễn|Nguyễn Thị Hoa|u=
Cô Hoa|Nguyễn Thị Hoa|u=
Nguyễn Vawn Hungf|Nguyễn Văn Hùng|u=
""",
}
