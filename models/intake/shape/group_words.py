"""The words of group rows, as patterns: with their marks, and as they are typed without any."""

from __future__ import annotations

import re

from models.text.names import search_fold

Patterns = tuple[re.Pattern[str], re.Pattern[str]]
"""For a text with marks, and for one without: index it by whether a text has none."""

_LEADS = """
    danh sách; ds; nhóm; diện; đối tượng; những; tập thể; phần; các đồng chí; đồng chí; các ông bà;
    số; đội ngũ; trong đó
"""
_PEOPLE = """
    cán bộ; công chức; viên chức; cb; cc; vc; cbcc; cbccvc; cbccvcnlđ; cbvc; cbql; cbgv; cbgvnv;
    cán bộ quản lý; quản lý; người lao động; nlđ; lao động; hợp đồng; hđ; hđlđ; lđhđ; lao động
    hợp đồng; biên chế; tập sự; thử việc; người; hoạt động; không chuyên trách; kct; bán chuyên
    trách; chuyên trách; nhân viên; chuyên viên; chuyên viên chính; giáo viên; giảng viên; gv;
    nv; lãnh đạo; lđ; ban giám hiệu; bgh; hiệu bộ; ban giám đốc; bgđ; ban lãnh đạo; cấp ủy; cấp
    trưởng; cấp phó; người đứng đầu; chủ chốt; thủ trưởng; hiệu trưởng; giám đốc; phó hiệu
    trưởng; phó giám đốc; hiệu phó; trưởng; phó; chủ tịch; bí thư; phó bí thư; phó chủ tịch; tổ
    trưởng; tổ phó; đội trưởng; trạm trưởng; chi hội trưởng; trưởng ban; phó trưởng ban; trưởng
    phòng; phó trưởng phòng; trưởng thôn; phó thôn; trưởng khu; thôn đội trưởng; ủy viên; kế
    toán; văn thư; thủ quỹ; bảo vệ; tạp vụ; lái xe; cấp dưỡng; nấu ăn; phục vụ; thư viện; thiết
    bị; bác sĩ; y sĩ; y tá; điều dưỡng; hộ sinh; dược sĩ; cộng tác viên; tuyên truyền viên; sinh
    viên; học sinh; học viên; đoàn viên; đảng viên; hội viên; đội viên; thành viên; đại biểu;
    thí sinh; thường trực; nam; nữ; chính thức; dự bị; dự khuyết; bổ sung; quần chúng; cơ hữu;
    thỉnh giảng; và; hoặc; kiêm; là; có; thuộc diện; thuộc biên chế; trong biên chế; ngoài biên
    chế
"""
_FILLING = """
    xã; phường; đặc khu; cấp xã; cơ sở; cơ quan; đơn vị; nhà trường; trường; khác; thôn; ở thôn; các
    thôn; tổ dân phố; thôn tổ dân phố; tdp; khu dân cư; ở; của; tại; chuyên môn; nghiệp vụ; chính;
    dài hạn; ngắn hạn; thời vụ; không xác định thời hạn; có thời hạn; vụ việc; theo; nghị định; nđ;
    số; năm; hiện có; có mặt; nhà nước; trong; ngoài; chỉ tiêu; được giao; bộ môn; đứng lớp; trực
    tiếp; gián tiếp; các; phòng ban; hành chính; phổ thông; khoán; việc; xác định; thời hạn; mới;
    tuyển dụng; ngạch; hạng; loại; nhóm; gồm; cp
"""
_NUMBERS = r"\d+(?:[/.-]\d+)*(?:[/-](?:nđ|cp|qh|tt))*"
_COMMUNE = r"(?:ubnd|ub|ủy ban nhân dân|cơ quan)(?: (?:xã|phường|đặc khu)\b.*)?"
_ANY_BODY = (
    r"(?:(?:các )?(?:thôn|tổ dân phố|tdp|xóm|ấp|khu(?: dân cư| phố)?|phòng(?: ban)?|ban"
    r"|trường(?: học)?|chi (?:bộ|hội|đoàn)|đảng bộ|đơn vị|cơ quan|xã|phường|tổ|khối|đoàn thể|hội"
    r"|cơ sở)(?: và | )?)+"
)
_SAID = (
    r"(?:đang|đã|chưa|sắp|vừa|được|bị|không|chuẩn bị|nghỉ|thôi việc|xin|đi học|trường hợp|vắng"
    r"|mới (?:tuyển|về|chuyển|nhận|bổ)|sinh năm|trình độ|biệt phái|chuyển (?:đến|đi|công|về)"
    r"|điều động|luân chuyển|tăng cường|kiêm nhiệm|hưu trí|thai sản|tốt nghiệp|hiện (?:có|đang))\b"
)
_LEADERS = (
    r"(?:lãnh đạo|lđ|thường trực|tt) (?:các )?"
    r"(?:ubnd|ub|hđnd|hdnd|đảng ủy|đu|ủy ban|hội đồng|mttq|ubmttq|mặt trận)\b"
)
_OTHER_TO = (
    r"tổ (?:dân phố|dân cư|hợp tác|liên gia|công nghệ|chuyển đổi|bảo vệ|an ninh|hòa giải|tự quản"
    r"|đảng|công đoàn|công tác|giúp việc|tiết kiệm|vay vốn|dân vận|phụ nữ|hội|chức|trưởng|phó)\b"
)
_PART = (
    r"(?:tổ|bộ môn|nhóm|lớp|ca|kíp|khối (?:\d+|mẫu giáo|nhà trẻ|mầm|chồi|lá|bé|nhỡ|lớn|văn phòng"
    r"|hành chính|phục vụ|lớp))\b(?! (?:số )?\d+$)"
)
_LOOSE = r"(?:tổ(?: số)? \d+$|khoa|bộ phận|kho|phòng khám|phòng tiêm|văn phòng$|hành chính$)"
_ORDER = (
    r"(?:(?:nhóm|đợt|phần|mục|vần|chữ|danh sách|tên vần|tên|bảng|lần) ?)?"
    r"(?:[a-zđăâêôơư]|\d+|[ivx]+)"
)
_BODY = (
    r"(?:bưu (?:điện|cục)|kho bạc|ngân hàng|điện lực|quỹ|nhà|chợ|đài|trại|hạt|tòa án|viện|bảo hiểm"
    r"|chi cục|công ty|doanh nghiệp|bệnh viện|xí nghiệp|điểm|câu lạc bộ|clb|đồn|sở|bộ|cục)\b"
)


def _patterns(words: str) -> Patterns:
    return re.compile(words), re.compile(search_fold(words))


def _any_of(phrases: str) -> str:
    each = (" ".join(phrase.split()) for phrase in phrases.split(";"))
    return "|".join(sorted(each, key=len, reverse=True))


LEAD = _patterns(rf"(?:(?:{_any_of(_LEADS)}) )+")
WHO = _patterns(rf"(?:(?:{_any_of(_PEOPLE)})\b ?)+")
WHERE = _patterns(r"(?:thuộc|của|tại|ở|trong|công tác tại|làm việc tại) ")
NOTHING_MORE = _patterns(rf"(?:(?:{_any_of(_FILLING)}|{_NUMBERS})(?: |$))*")
OF_COMMUNE = _patterns(_COMMUNE)
ANY_BODY = _patterns(_ANY_BODY)
SAID = _patterns(_SAID)
LEADERS = _patterns(_LEADERS)
OTHER_TO = _patterns(_OTHER_TO)
PART = _patterns(_PART)
LOOSE = _patterns(_LOOSE)
ORDER = _patterns(_ORDER)
POST = _patterns(r"(?:q |quyền )?(?:phó|trưởng)\b")
BLOCK = _patterns(r"(?:khối|cụm)\b")
SEVERAL = _patterns(r"các ")
BODY = _patterns(_BODY)

SCHOOL = re.compile(r"truong (?:mam non|mn|mau giao|tieu hoc|th|thcs|thpt|trung hoc|pho thong)\b")
"""A school typed without marks, which might be a "trưởng"."""

LONE = frozenset({"nam", "nữ", "nu", "có", "co", "là", "la", "và", "va", "chính", "số", "so"})
"""Words that speak of people alone, and begin names: "Nam Đồng"."""

TELLING = re.compile(
    r" (?:không|có|được|để|khi|trước|sau|gửi|nghị|theo|như|là|bị|cho|từ|đến|trở|bằng|hoãn|cần|phải"
    r"|xem|đã|đang|chưa|sẽ|kèm|ngày) "
)
"""Small words that only a sentence has."""
