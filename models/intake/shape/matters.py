"""Words of titles that name a contest, a deed or another matter, and what may stand after them.

A title with marks is compared with them ("Phòng" is no "phong"), one without by plain letters.
"""

from __future__ import annotations

import re

from models.intake.shape.contest_words import any_of

THIS_CONTEST = re.compile(
    r"(?<!\bnhung )(?<!\bnhững )(?<!^)\bai\b|^ai\b(?! (?:chua|chưa|da|đã|dang|đăng|co|có|con|còn))"
    rf"|{any_of('trí tuệ nhân tạo', 'one touch', 'onetouch')}"
)
"""The subject and the platform of this contest; "ai" may also be "who"."""

_OF_CONTESTS = "cuộc thi; hội thi; kỳ thi; kì thi; phần thi; bài thi; chặng; nền tảng"
CONTESTS = re.compile(
    rf"{any_of(_OF_CONTESTS)}|\b(?:khóa học|khoá học|khóa đào tạo|khoá đào tạo)\b"
)
LEARNING = re.compile(
    rf"{any_of(_OF_CONTESTS)}|(?<!nghien cuu )(?<!de tai )(?<!\bnha )(?<!sang kien )\bkhoa hoc\b"
)
"""The same without marks, where a course looks like science."""

DEEDS = re.compile(any_of("đăng ký; đăng kí; tham gia; tham dự; hoàn thành; đk; dự thi"))

OTHER_DEEDS = re.compile(
    r"\b(?:ke khai|tiem chung|tiem (?:vac xin|vacxin|phong)|kham (?:suc khoe|benh)|hien mau"
    r"|binh xet|quyen gop|ung ho|tap huan|boi duong|thi dua|khen thuong|quy hoach|nang (?:luong"
    r"|ngach)|nghia vu quan su|bao hiem|dan quan|quan nhan du bi|tim hieu"
    r"|hoi (?:thao|dien|khoe|giang)|olympic|giao vien (?:day )?gioi|dan van kheo|van nghe"
    r"|nghien cuu khoa hoc|de tai khoa hoc|sang kien kinh nghiem|giai (?:bong|cau long|co tuong"
    r"|viet da|the thao))\b"
)
"""Other matters outright, by plain letters."""

_UNITS = (
    r"cấp|cap|xã(?! hội)|xa(?! hoi)|phường|phuong(?! phap| tien)|đặc khu|dac khu|thôn|thon|ubnd"
    r"|hđnd|hdnd|mttq|ủy ban|uỷ ban|uy ban|tổ(?! quốc| chức| ấm| tiên)|to(?! quoc| chuc| am| tien)"
    r"|khối(?! đại| liên)|khoi(?! nghiep| dai| lien)|trường(?! sa\b)|truong(?! sa\b)"
    r"|phòng(?! chống| cháy| ngừa| bệnh| dịch| thủ| không| tránh)"
    r"|phong(?! chong| chay| ngua| benh| dich| thu| khong| tranh| trao| cach)"
    r"|ban(?! sac| tay| nhac)|trạm|tram|trung tâm|trung tam|công an|cong an(?! toan)"
    r"|hội(?! nhập| thao| diễn| khỏe)"
    r"|hoi(?! nhap| thao| dien| khoe)|đoàn(?! kết)|doan(?! ket)|đảng (?:ủy|uỷ|bộ|viên)"
    r"|dang (?:uy|bo|vien)|chi bộ|chi bo|đơn vị|don vi|cơ quan|co quan|thành phố|thanh pho|tp|tỉnh"
    r"|tinh(?! hinh)|huyện|huyen|ngành|nganh|toàn (?:xã|phường|thành|tỉnh|quốc|ngành|thể)"
    r"|toan (?:xa|phuong|thanh|tinh|quoc|nganh|the)"
)
_TIMES = (
    r"năm|nam(?! quoc)|ngày|ngay|tháng|thang|quý|quy(?! dinh| che| trinh| hoach)|tuần|tuan"
    r"|đến|den|lần|lan|đợt|dot|tính đến|tinh den|vòng|vong|chặng|chang|giai đoạn|giai doan"
)
_COMPANY = (
    r"của|cua|tại|tai(?! san| chinh| nang)|do|theo|kèm|kem|gửi|gui|dành cho|danh cho|danh sách"
    r"|danh sach|ds|biểu|bieu|mẫu|mau(?! nhan| da)|phụ lục|phu luc|báo cáo|bao cao|bảng|bang"
    r"|tổng hợp|tong hop|bổ sung|bo sung|cập nhật|cap nhat|chính thức|chinh thuc(?! hoa)|mới nhất"
    r"|moi nhat|đầy đủ|day du|đề nghị|de nghi|triển khai|trien khai|phát động|phat dong"
    r"|kết quả|ket qua|để|nêu trên|neu tren|này|nay"
)
_PEOPLE = (
    r"cán bộ|can bo|công chức|cong chuc|viên chức|vien chuc|người|nguoi|giáo viên|giao vien"
    r"|nhân viên|nhan vien|cbccvc|cb|gv|nv|nhóm|nhom|các|cac|và|va|trên|tren|trong|với|voi"
    r"|số|so|lên|len|de"
)
AFTER_A_CONTEST = re.compile(rf"\b(?:{_UNITS}|{_TIMES}|{_COMPANY})\b")
"""Whose, where and when; what stands before these says which contest it is."""

AFTER_A_DEED = re.compile(rf"\b(?:{_UNITS}|{_TIMES}|{_COMPANY}|{_PEOPLE})\b")
"""The same after a deed, which people do: "đăng ký của các cán bộ"."""
