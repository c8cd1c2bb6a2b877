"""Words that made-up lists are drawn from: names, units, posts, and titles of columns."""

from __future__ import annotations

FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đoàn", "Lương", "Trịnh", "Đinh", "Lâm", "Mai", "Tô", "Hà",
    "Cao", "Tạ", "Thái", "Châu", "Quách", "Chu", "Kiều", "Ông", "Bàn", "Bàng", "Thầm", "Cô",
    "Công", "Giáp", "Khuất", "Lường", "Mạc", "Nghiêm", "Phùng", "Tống", "Trương", "Văn", "Viên",
    "Vi", "Tăng", "Từ", "Tôn", "La", "Lò", "Lục", "Âu", "Bạch", "Cù", "Doãn", "Hứa", "Kim",
    "Đồng", "Đào",
)  # fmt: skip
COMMON_FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Phan",
)  # fmt: skip
MIDDLES_OF_MEN = (
    "Văn", "Đức", "Hữu", "Quang", "Minh", "Xuân", "Ngọc", "Công", "Đình", "Thế", "Anh", "Duy",
    "Trọng", "Bá", "Viết", "Mạnh",
)  # fmt: skip
MIDDLES_OF_WOMEN = (
    "Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Minh", "Kim", "Phương", "Hồng", "Bích",
    "Thùy", "Khánh", "Diệu",
)  # fmt: skip
GIVEN_OF_MEN = (
    "An", "Bình", "Cường", "Chiến", "Dũng", "Duy", "Đạt", "Đức", "Giang", "Hải", "Hiếu", "Hòa",
    "Hoàng", "Hùng", "Huy", "Khánh", "Khoa", "Kiên", "Lâm", "Long", "Lực", "Mạnh", "Minh",
    "Nam", "Nghĩa", "Nhân", "Phong", "Phú", "Phúc", "Quân", "Quang", "Quyết", "Sơn", "Tài",
    "Tâm", "Tân", "Thành", "Thắng", "Thịnh", "Tiến", "Toàn", "Trí", "Trung", "Tuấn", "Tùng",
    "Việt", "Vinh", "Vượng",
)  # fmt: skip
GIVEN_OF_WOMEN = (
    "An", "Anh", "Ánh", "Bích", "Châu", "Chi", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hiền",
    "Hoa", "Hòa", "Hồng", "Huệ", "Hương", "Huyền", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai",
    "Minh", "My", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phương", "Quyên", "Quỳnh", "Tâm",
    "Thảo", "Thanh", "Thu", "Thúy", "Thủy", "Trang", "Trinh", "Uyên", "Vân", "Xuân", "Yến",
)  # fmt: skip

OFFICES = (
    "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Ban Chỉ huy Quân sự",
    "Công an xã", "Trạm Y tế", "Trung tâm Phục vụ hành chính công", "Ban Xây dựng Đảng",
    "Ủy ban Kiểm tra Đảng ủy", "Văn phòng Đảng ủy", "Ủy ban MTTQ Việt Nam xã", "Hội Nông dân",
    "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên", "Hội Cựu chiến binh",
    "Trung tâm Dịch vụ sự nghiệp công",
)  # fmt: skip
KNOWN_AS = {
    "Văn phòng HĐND và UBND": ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
    "Ủy ban MTTQ Việt Nam xã": ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"],
    "Ban Chỉ huy Quân sự": ["Ban Chỉ huy Quân sự xã"],
    "Trạm Y tế": ["Trạm Y tế xã"],
}
"""Units of a new file that are called otherwise in lists."""
SCHOOLS = (
    "Trường Mầm non Hoa Sen", "Trường Mầm non Sao Mai", "Trường Tiểu học Vĩnh Hồng",
    "Trường Tiểu học Tráng Liệt", "Trường THCS Ban Mai", "Trường THCS Bình Minh",
    "Trường TH&THCS Hưng Thịnh", "Trường THPT Kẻ Sặt",
)  # fmt: skip
VILLAGES = ("Thôn Đông", "Thôn Tây", "Thôn Trung", "Thôn 1", "Thôn 2", "Tổ dân phố số 3")
DEPARTMENTS = (
    "Tổ Toán - Tin",
    "Tổ Ngữ văn",
    "Tổ Ngoại ngữ",
    "Tổ Văn phòng",
    "Tổ Khoa học tự nhiên",
)
COMMUNES = (
    "Xã Kẻ Sặt", "Xã Mao Điền", "Phường Bạch Đằng", "Xã Bình Giang", "Xã Đường An", "Xã Đại Sơn",
    "Phường Lê Chân", "Xã Thượng Hồng", "Đặc khu Cát Hải", "Xã Tứ Kỳ", "Phường Chí Linh",
)  # fmt: skip

POSTS = (
    "Giáo viên", "Hiệu trưởng", "Phó Hiệu trưởng", "Kế toán", "Văn thư", "Chuyên viên", "Bảo vệ",
    "Nhân viên", "Trưởng phòng", "Phó Trưởng phòng", "Chủ tịch", "Phó Chủ tịch", "Y sĩ",
    "Điều dưỡng",
    "Trưởng thôn", "Bí thư Chi bộ", "Tổ trưởng chuyên môn", "Cán bộ bán chuyên trách",
)  # fmt: skip

TITLES: dict[str, tuple[str, ...]] = {
    "order": ("STT", "TT", "Số TT", "No.", "Stt", "Số thứ tự"),
    "code": (
        "Mã cán bộ", "Mã CBCC", "Mã giáo viên", "Mã NV", "Mã nhân viên", "Mã viên chức", "Mã số",
        "Mã GV", "MSVC", "Mã số cán bộ", "StaffCode", "Mã định danh nội bộ",
    ),
    "name": (
        "Họ và tên", "Họ tên", "HỌ VÀ TÊN", "Họ và Tên", "Tên giáo viên", "Tên nhân viên", "Tên CB",
        "Họ tên cán bộ", "Họ và tên CBCCVC", "Họ tên CBGVNV", "HoTen", "ho_ten", "Full name",
        "Họ và tên khai sinh", "Họ, tên", "Họ & tên", "Họ tên đầy đủ", "Tên đầy đủ",
        "Họ tên viên chức",
        "Họ và tên (in hoa)", "Họ và tên người lao động",
    ),
    "family": ("Họ và tên đệm", "Họ đệm", "Họ và đệm", "Họ lót", "Họ", "Họ, đệm", "Ho dem"),
    "given": ("Tên", "TÊN", "Ten", "Tên gọi"),
    "birth": (
        "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "NTNS", "Sinh ngày",
        "NgaySinh",
        "Năm sinh", "Ngày sinh (dd/mm/yyyy)", "DOB", "ngay_sinh",
    ),
    "gender": ("Giới tính", "GT", "Nam/Nữ", "Phái", "Gender"),
    "phone": (
        "Số điện thoại", "SĐT", "Điện thoại", "ĐT", "Số ĐT", "Điện thoại di động", "ĐTDĐ",
        "Di động",
        "Số Zalo", "SĐT liên hệ", "Phone", "SoDienThoai", "Số điện thoại di động", "sdt", "Mobile",
        "Điện thoại cá nhân", "Số ĐT cá nhân",
    ),
    "unit": (
        "Đơn vị", "Đơn vị công tác", "Phòng ban", "Bộ phận", "Nơi công tác", "Cơ quan, đơn vị",
        "Tên đơn vị", "Đơn vị/Bộ phận", "DonVi", "Trường", "Phòng/Ban", "Cơ quan công tác", "Unit",
        "Nơi làm việc", "Tổ chuyên môn",
    ),
    "post": (
        "Chức vụ", "Chức danh", "Chức vụ, chức danh", "Vị trí việc làm", "Chức vụ/Chức danh",
        "ChucVu", "Nhiệm vụ", "Chức vụ hiện tại", "Vị trí", "Position",
    ),
    "email": ("Email", "Thư điện tử", "Hộp thư công vụ", "E-mail", "Địa chỉ email"),
    "note": ("Ghi chú", "GC", "Chú thích", "Note"),
}  # fmt: skip

TITLES_OF_OTHER_PEOPLE = (
    "Họ tên lãnh đạo phụ trách", "Họ tên người liên hệ", "Họ và tên chủ hộ", "Họ tên bố",
    "Họ tên vợ/chồng", "Người giới thiệu", "Họ và tên người giám hộ", "Tên thủ trưởng",
    "Họ tên mẹ", "Người quản lý trực tiếp", "Giám thị 2", "Người duyệt", "Họ tên con",
    "Đảng viên giúp đỡ", "Người bảo lãnh",
)  # fmt: skip
TITLES_OF_OTHER_PHONES = (
    "SĐT lãnh đạo", "Số điện thoại người liên hệ", "ĐT chủ hộ", "SĐT bố", "Điện thoại vợ/chồng",
    "SĐT người giới thiệu", "ĐT người giám hộ", "Điện thoại thủ trưởng", "SĐT mẹ",
    "SĐT người quản lý", "ĐT giám thị 2", "SĐT người duyệt", "SĐT con", "SĐT người giúp đỡ",
    "SĐT người bảo lãnh",
)  # fmt: skip
