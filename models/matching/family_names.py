"""Family names of Vietnam, by which a mark dropped from a họ is told from another name."""

from __future__ import annotations

# fmt: off
FAMILY_NAMES = frozenset({
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đào", "đinh", "đoàn", "lâm", "trịnh", "mai", "trương", "vương",
    "tạ", "phùng", "cao", "tô", "lương", "hà", "thái", "châu", "quách", "lưu", "la", "lã",
    "kiều", "tăng", "chu", "nghiêm", "triệu", "đồng", "quang", "vi", "vy", "hứa", "giáp",
    "tống", "thân", "thiều", "trà", "tôn", "từ", "ông", "âu", "bạch", "bành", "bế", "biện",
    "ca", "cầm", "chử", "cù", "cung", "chung", "công", "diệp", "doãn", "đàm", "đậu", "đèo",
    "đới", "đường", "giang", "hầu", "hoa", "hán", "khổng", "khúc", "khương", "kha", "kim",
    "lại", "lều", "liễu", "lò", "lỗ", "lộ", "lục", "ma", "mạc", "mạch", "mã", "mẫn", "mông",
    "nhan", "nhâm", "ninh", "nông", "ôn", "phí", "phó", "phương", "quan", "quàng", "sái", "sầm",
    "sùng", "tán", "tào", "thạch", "thẩm", "thi", "thập", "tiêu", "tiết", "tòng", "tưởng", "ty",
    "uông", "ứng", "văn", "viên", "vòng", "xa", "yên", "giàng", "vàng", "hạ", "mùa", "lầu", "cứ",
})
# fmt: on
