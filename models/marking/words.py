"""The words around names in messages: titles, talk, denials, headings and signatures."""

from __future__ import annotations

import re

TITLES = frozenset({
    "anh", "chị", "chi", "cô", "co", "chú", "bác", "ông", "ong", "bà", "em", "thầy", "thay", "đ/c",
    "e", "mr", "ms", "mrs", "ths", "ts", "bs", "ks", "cn", "gv", "a", "c", "sếp", "bạn", "cháu",
})  # fmt: skip
"""What may stand before a name; "Anh" after a name may still belong to it."""

NEVER_IN_NAMES = frozenset({
    "đã", "chưa", "ạ", "rồi", "xong", "nhé", "nha", "nhá", "dạ", "vâng", "gửi", "và", "ok", "oke",
    "okie", "done", "được", "ơi", "thì", "là", "của", "cho", "với", "đk", "sđt", "sdt", "tel",
    "zalo", "stt", "đc",
})  # fmt: skip
"""Words of a message that belong to no name, however they are written."""

TALK = NEVER_IN_NAMES | {
    "các", "những", "có", "này", "kia", "mình", "tôi", "chị", "cũng", "vừa", "mới", "nữa", "hết",
    "luôn", "đăng", "nhờ", "vào", "trên", "qua", "bổ", "xin", "báo", "hôm", "nay", "đây", "gồm",
    "thêm", "nhe", "ah", "x", "v", "đt", "dt", "số", "tt", "sn", "ae", "ký", "kí", "hoàn", "thành",
    "tham", "gia", "thi", "điện", "thoại", "máy", "sim",
}  # fmt: skip
"""Words that stand beside names; with a capital they may be a name after all."""

NO_NAMES = re.compile(
    r"(?:stt|tt|họ|ho va ten|so dien thoai|dien thoai|don vi|chuc vu|chuc danh|ghi chu|ngay|trang"
    r" thai|tinh trang|danh sach|tong|cong hoa|doc lap|kinh|hieu truong|pho|truong|giam doc|chuyen"
    r" vien|giao vien|nhan vien|can bo|bi thu|chu tich|uy vien|ke toan|van thu|bao ve|y si|bac si"
    r"|dieu duong|chi huy|to truong|cong chuc|vien chuc|phu trach|thu quy|tong phu trach|dang ky"
    r"|hoan thanh|cuoc thi|xa|phuong|thon|to|khoi|tram|phong|uy ban|hoi|doan|cong an|mam non"
    r"|tieu hoc|mat tran|dang uy|noi nhan|nguoi lap|ngay sinh|nam sinh|ho ten|hoc vien)\b"
)
"""How cells begin, without diacritics, that look like names and are headers, posts or bodies."""
BODIES = frozenset({
    "phòng", "trường", "trưởng", "trạm", "tổ", "thôn", "xã", "phường", "hội", "đoàn", "khối",
    "phó", "hiệu", "giáo", "kế", "y", "ủy", "uỷ", "ban", "văn", "công", "đảng", "trung", "họ",
    "số", "điện", "đơn", "chức", "ghi", "ngày", "danh", "cán", "chuyên", "nhân", "thủ", "bảo",
    "mầm", "tiểu", "mặt", "học", "tình", "trạng", "đăng", "hoàn", "cuộc", "giám", "bí", "chủ",
})  # fmt: skip
"""The same beginnings with their marks: "Trầm" is no "trạm"."""

NEVER_NAMES = re.compile(
    r"(?:pho (?:chu|giam|hieu|truong|bi|phong|ban|chi)|van (?:phong|thu|hoa)|y (?:te|si|ta)"
    r"|doan (?:thanh|tn|vien|the)|hai (?:phong|duong)|ha noi|cao dang|dai hoc)\b"
)
"""The same for what begins with a family name."""

_TO_DO = r"(?=đăng|dang|đk|dk|tham|làm|lam|thi|hoàn|vào|cài)"
DENIED = re.compile(
    r"\b(?:chưa|không(?! chuyên trách)|ko|hok|trừ|nghỉ|vắng|từ chối|rút|hủy|huỷ|nhầm|sai"
    r"|thiếu|còn lại|chua|khong(?! chuyen trach)|con lai|con thieu|còn (?:mỗi|\d+)|bớt|bỏ|nhắc"
    r"|đôn đốc|khẩn trương|nhac|don doc)\b"
    rf"|\b(?:cần|phải|nhớ|quên|chậm|đang|sẽ) {_TO_DO}"
    r"|\b(?:đề nghị|yêu cầu)\b(?=(?!.{0,99}\bđã ).{0,99}(?:đăng k[ýí]|hoàn thành|dự thi|tham gia))"
    rf"|(?<!\S)kh?\s+(?:{_TO_DO}|(?=(?:có|co|được|đc|biết|dùng)\b))"
    r"|^\W*còn\s*:|\bcòn (?=(?:cô|thầy|anh|chị|em|đc|bạn|ông|bà|bác|chú|[ace])?\.? ?\x00)"
    r"|\[ ?\]|[❌❎✗✘✖🚫⛔☒☐⬜◻]",
    re.IGNORECASE,
)
"""What says that people have not done it, or have it still to do."""

HINDERED = re.compile(
    r"\b(?:ốm|bận|(?<!thiết )bị|đi công tác|thai sản|lỗi|đợi|chờ|hẹn|sẽ|muốn|tí nữa|lát nữa"
    r"|(?:vào|rời|khỏi|tạo) nhóm"
    r"|để (?:sau|mai|sáng|trưa|chiều|tối|lát)|đi (?:nhé|nha)|thay (?:cho|thế)|sửa lại|đính chính"
    r"|sinh nhật|lịch (?:trực|họp)|mời|(?:đăng ký|đk|làm) hộ|thu hồi|bày tỏ|xin số"
    r"|(?:sđt|số|thoại) của|0 ?(?:đ|điểm)|0/\d+)\b"
    r"|\bthay\b(?=.{0,80}\bbằng\b)|^\W*trả lời\b|~~|\?(?=\s|$)",
    re.IGNORECASE,
)
"""The same beside a name; in a line of its own it speaks of something else."""

ANSWERED = re.compile(r"\W*(?:dạ|vâng|em|mình|tôi|cháu|con|chưa|không|ko|k)\b", re.IGNORECASE)
"""How somebody speaks of themselves under their name."""

TICKED = re.compile(
    r"(?:(?<=[\s:(\[–-])[xv]|[✅✓✔☑])\W*$|\t\s*(?:có|đã\b[^\t]*|rồi|xong|ok|đạt)\s*$", re.IGNORECASE
)
"""A tick at the end of a line, or a word for it in the last cell."""

ADDRESSED = re.compile(
    r"\b(?:gửi|chào|cảm ơn|cám ơn|thank|nhờ|gui|chao|cam on|hỏi|liên hệ|gặp|báo cáo)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"^\W*(?:kính gửi|kinh gui|nơi nhận|người (?:lập|tổng hợp|báo|ký|gửi|phụ trách)"
    r"|nguoi (?:lap|gui)|thủ trưởng|t/?m\b|k\.?t\b|lãnh đạo|đại diện|đầu mối|liên hệ"
    r"|(?:đã )?ký(?: tên| thay|,| ghi|\W*$)|xác nhận)",
    re.IGNORECASE,
)
AFFIRMED = re.compile(r"danh sách|danh sach|\bds\b|đã |da dang ky|da hoan thanh|:\s*$", re.I)

WHY_DENIED = "dòng này có chữ “{word}”"
WHY_UNDER_DENIAL = "đứng dưới dòng “{line}”"
WHY_ADDRESSED = "câu này là lời chào, lời gửi hoặc chữ ký"
WHY_SENDER = "đây là tên người gửi tin nhắn"
WHY_ANSWERED = "dòng dưới là “{line}”"
WHY_DENIED_ELSEWHERE = "chỗ khác trong văn bản nói người này chưa làm"
WHY_UNTICKED = "các dòng khác có dấu đã làm, dòng này không có"
WHY_BROKEN = "dòng dưới có thể là phần cuối của họ tên"
WHY_JOINED = "chữ đứng cạnh có thể thuộc họ tên"
WHY_REPAIRED = "có chữ số đọc lẫn với chữ cái"
