"""What cells look like, whatever the header says: people, phones, dates, units."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from models.intake.grid import Cell
from models.text.hyphens import plain_hyphens
from models.text.names import ONLY_WORDS, is_plausible_name, match_key, search_fold

_SURNAMES = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đoàn đinh trịnh mai
    đào lương lưu tạ tô hà cao thái lâm phùng lục chu khúc quách kiều tống thân đàm nghiêm la mạc
    ninh giang triệu ung mã nông bế vi lò lô cầm hứa kim thạch sơn tăng âu lại thiều trương
    vương văn phó tiêu từ hàn hầu khổng khuất liêu mẫn ngân ngạc phí phú quan sầm tôn viên bạch
    biện cái châu cung đậu diệp đồng giáp hùng kha khương lã lăng leng linh lộ luân lữ lỗ luyện
    nghê nhữ nhâm ong ông phương quang quàng sái sùng tán thào than thẩm thang tòng tuấn ty vàng
    vừ giàng hạng chảo lù lầu tẩn phàn bàn chíu tằng trạc sằn voòng hoa hòa nie niê siu ksor rah ro
    kpă hmok mlô adrơng byă êban kbuôr liêng h'hen y k' trà trang tưởng uông ứng yên bành bì biên
    doãn dư đường đới hạ kỷ kỉ mâu nhan nhiếp ngụy nguỵ phù sử tào tất thi thôi tiền trình tư ôn
    vĩnh xa bàng bào xuân quản mông mùa lường quyền vì lừu sìn cà tao điêu cháng cồ hờ sộng vạn """
SURNAMES = frozenset(map(match_key, _SURNAMES.split()))
"""Family names, with their tones: Tô is one, "tổ" begins the name of a group."""

PLAIN_SURNAMES = frozenset(map(search_fold, SURNAMES))
"""For lists typed without diacritics."""

_BODIES_LIKE_NAMES = re.compile(
    r"(?:đoàn (?:thanh|tn|thể|xã|phường|cơ|trường|khối)|văn (?:phòng|hoá|hóa|thư)|y (?:tế|sĩ|tá))"
)

_SURE_SURNAMES = SURNAMES - {"đoàn", "văn", "y"}
"""With these begins no body that looks like a name."""

UNIT_WORDS = re.compile(
    r"(?:phong|p\.|ban|van phong|vp|trung tam|tt\.?|truong|tram|cong an|bo phan|hoi|doan|uy ban"
    r"|ubnd|ubmttq|ub|hdnd|mttq|mat tran|dang uy|dang bo|chi bo|thon|to dan pho|tdp|khu|xom|ap|ban"
    r" chi huy|ban chqs|bch|quan su|to|khoi|cum|doi|hop tac xa|htx|nha van hoa|trung tam|thuong"
    r" truc|lanh dao|co quan|don vi|chi hoi|lien doan|cong doan|khu dan cu|kdc|mam non|tieu hoc"
    r"|thcs|thpt|mn|th|qlda|ttpvhcc|y te|to chuc|cac ban|cac hoi|doan the)(?:$|[\s.:,\-–/()&])"
)

POSTS = re.compile(
    r"(?:q\.? ?|quyen )?(?:pho|truong|giam doc|hieu truong|chuyen vien|giao vien|nhan vien|can bo"
    r"|bi thu|chu tich|uy vien|ke toan|van thu|bao ve|y si|bac si|dieu duong|chi huy|to truong"
    r"|dai bieu|cong chuc|vien chuc|phu trach|thu quy|tp|pp|pct|ct|ht|pht|gv|nv|tong phu trach)\b"
)

_PHONE = re.compile(r"(?:\+?84|0084|0)?(?:[35789]\d{8}|1[2689]\d{8}|2\d{9})")
_PHONE_NOISE = re.compile(r"[\s.\-()\u00a0]+")
_DATE = re.compile(
    r"\s*(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{1,2}\s?[/.-]\s?\d{4}|/\s?/\s?\d{4}|(?:19[3-9]|20[01])\d)(?:[ T][\d:.]+)?\s*"
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ID_NUMBER = re.compile(r"0\d{11}")
_TITLE = re.compile(r"^(?:đ/c|đồng chí|ông|bà|cô|thầy|mr\.?|ms\.?)\s+", re.IGNORECASE)


def is_email(text: str) -> bool:
    """Whether a text is one address of electronic mail."""
    return bool(_EMAIL.fullmatch(text))


@lru_cache(65536)
def is_person(text: str) -> bool:
    """Whether a text is a name that begins with a family name."""
    if text.partition(" ")[0].lower() in _SURE_SURNAMES and ONLY_WORDS.fullmatch(text):
        return is_plausible_name(text)
    bare = _TITLE.sub("", text.strip())
    key = match_key(bare[:40])
    first = key.partition(" ")[0]
    if first not in SURNAMES and not (bare.isascii() and first in PLAIN_SURNAMES):
        return False
    return is_plausible_name(bare) and not _BODIES_LIKE_NAMES.match(key)


def is_phone(cell: Cell) -> bool:
    """Whether a cell holds one phone number or begins with one."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return False
    text = _PHONE_NOISE.sub(
        "", str(int(cell)) if isinstance(cell, float) else plain_hyphens(str(cell)[:40])
    )
    found = _PHONE.match(text)
    return found is not None and not text[found.end() : found.end() + 1].isdigit()


def is_identity_number(cell: Cell) -> bool:
    """Whether a cell holds the 12 digits of a citizen's card (11 when Excel ate the zero)."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return False
    text = str(int(cell)) if isinstance(cell, float) else str(cell).strip().strip("'")
    if isinstance(cell, int | float) and len(text) == 11 and text[:2] != "84":
        text = "0" + text
    return bool(_ID_NUMBER.fullmatch(text.replace(" ", "")))


def looks_personal(cell: Cell) -> bool:
    """Whether a cell holds what only a person has: a phone, a date, an address, a number."""
    if isinstance(cell, str):
        text = cell.strip()
        return bool(_EMAIL.fullmatch(text)) or is_phone(text) or is_date(text)
    return cell is not None and (is_phone(cell) or is_date(cell) or is_identity_number(cell))


def looks_like_unit(text: str) -> bool:
    """Whether a text begins like the name of a body ("Phòng …", "Trường …", "Thôn …")."""
    return bool(UNIT_WORDS.match(search_fold(text)))


def looks_like_position(text: str) -> bool:
    """Whether a text begins like a post: "Phó …", "Giáo viên"."""
    return bool(POSTS.match(search_fold(text)))


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a day, a month or a year that may be one of birth."""
    if isinstance(cell, date):
        return True
    if isinstance(cell, str):
        return bool(_DATE.fullmatch(plain_hyphens(cell.replace("\u00a0", " "))))
    return isinstance(cell, int) and not isinstance(cell, bool) and 1930 <= cell <= 2015
