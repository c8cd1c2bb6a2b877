"""What cells look like, whatever the header says: people, phones, dates, units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.intake.grid import Cell
from models.intake.shape.cells import read_gender, read_staff_type
from models.intake.shape.statuses import is_mark
from models.text.hyphens import plain_hyphens
from models.text.names import ONLY_WORDS, is_plausible_name, match_key, search_fold

SAMPLE = 300

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

_POSITION = re.compile(
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
_GIVEN_NAME = re.compile(r"[^\W\d_]{1,7}")
_TITLE = re.compile(r"^(?:đ/c|đồng chí|ông|bà|cô|thầy|mr\.?|ms\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the cells of a column look like: shares (0 to 1) of its non-empty cells."""

    filled: int
    person: float = 0.0
    given: float = 0.0
    phone: float = 0.0
    date: float = 0.0
    email: float = 0.0
    identity: float = 0.0
    order: float = 0.0
    gender: float = 0.0
    staff_type: float = 0.0
    unit: float = 0.0
    position: float = 0.0
    mark: float = 0.0


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
        return bool(_EMAIL.fullmatch(text)) or is_phone(text) or _is_date(text)
    return cell is not None and (is_phone(cell) or _is_date(cell) or is_identity_number(cell))


def looks_like_unit(text: str) -> bool:
    """Whether a text begins like the name of a body ("Phòng …", "Trường …", "Thôn …")."""
    return bool(UNIT_WORDS.match(search_fold(text)))


def looks_like_position(text: str) -> bool:
    """Whether a text begins like a post: "Phó …", "Giáo viên"."""
    return bool(_POSITION.match(search_fold(text)))


def profile(cells: Sequence[Cell]) -> Profile:
    """What a column holds, judged by at most `SAMPLE` of its cells."""
    present = [cell for cell in cells if cell is not None and str(cell).strip()][:SAMPLE]
    count = len(present)
    if not count:
        return Profile(0)
    texts = [cell.strip() for cell in present if isinstance(cell, str)]
    return Profile(
        filled=count,
        person=sum(map(is_person, texts)) / count,
        given=sum(1 for text in texts if _GIVEN_NAME.fullmatch(text)) / count,
        phone=sum(map(is_phone, present)) / count,
        date=sum(map(_is_date, present)) / count,
        email=sum(1 for text in texts if _EMAIL.fullmatch(text)) / count,
        identity=sum(map(is_identity_number, present)) / count,
        order=_order_share(present),
        gender=sum(1 for text in texts if read_gender(text)) / count,
        staff_type=sum(1 for text in texts if read_staff_type(text)) / count,
        unit=sum(map(looks_like_unit, texts)) / count,
        position=sum(map(looks_like_position, texts)) / count,
        mark=sum(map(is_mark, present)) / count,
    )


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    if isinstance(cell, str):
        return bool(_DATE.fullmatch(plain_hyphens(cell.replace("\u00a0", " "))))
    return isinstance(cell, int) and not isinstance(cell, bool) and 1930 <= cell <= 2015


def _order_share(cells: Sequence[Cell]) -> float:
    """The share of cells that continue a count by one (or begin it again)."""
    numbers = [_small_number(cell) for cell in cells]
    steps = sum(
        1
        for before, after in zip([0, *numbers], numbers, strict=False)
        if after is not None and (after == 1 or (before is not None and after == before + 1))
    )
    return steps / len(cells)


def _small_number(cell: Cell) -> int | None:
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell < 100_000:
        return cell
    if isinstance(cell, str) and cell.strip().rstrip(".").isdecimal() and len(cell.strip()) < 6:
        return int(cell.strip().rstrip("."))
    return None
