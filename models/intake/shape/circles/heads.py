"""Whom a title is about: the circle that heads it, and not those whom these people look after.

"DANH SÁCH CON CÁN BỘ" lists children, "DANH SÁCH CÁN BỘ PHỤ TRÁCH HỘ NGHÈO" lists staff.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.circles.circle import OURS, Circle
from models.intake.shape.circles.phrases import ONLY_MARKED, PHRASES
from models.intake.shape.evidence.folding import spoken_words

LONGEST = 220

_BODY = re.compile(
    r"\b(?:hội|chi hội|ban|quỹ|trung tâm|câu lạc bộ|clb|làng|trại|nhà|[uủ][yỷ] ban|hội đồng|trường"
    r"|viện|tòa án|toà án|kiểm sát|mặt trận|ngân hàng|tín dụng|hợp tác xã|tháng|ngày|tuần|lễ|tết"
    r"|kỳ thi|kì thi|hội thi|cuộc thi|phong trào|đề án|dự án|chương trình|luật|nghị định|kế hoạch"
    r"|công tác|mô hình|cùng|ở|tại|trong|sổ|phòng|thư viện|sân|số|tổng số|diện|đoàn|liên hiệp)$"
)
"""After these a circle only names a body, a day or a matter: "Hội Người cao tuổi"."""

_OBJECT = re.compile(
    r"\b(?:phụ trách|giúp đỡ|giúp|đỡ đầu|chăm sóc|hướng dẫn|chủ nhiệm|dạy|giảng dạy|quản lý|coi thi"
    r"|chấm thi|coi|chấm|điều tra|rà soát|tuyên truyền|vận động|bồi dưỡng|ôn tập|ôn thi|luyện thi"
    r"|thăm|thăm hỏi|kết nghĩa|ủng hộ|quyên góp|đóng góp|vì|theo dõi|làm việc với|tiếp|phục vụ"
    r"|hỗ trợ|đón|trông|kèm|kèm cặp|đưa đón|với|về|nuôi|nuôi dưỡng|bảo vệ|khám|tiêm|khảo sát)"
    r"(?: (?:các|cho|những|nhóm|đội tuyển|đối tượng|công tác|nhận|từng|một|\d+|lớp|hồ sơ))*$"
)
"""After these a circle is whom somebody looks after, and that somebody may stand in the list."""

_LIST = re.compile(
    r"(?:\W|\d|[ivx]+[.)])*(?:danh sách|ds|kết quả|bảng|biểu|tổng hợp|thống kê|sổ|hồ sơ|trích ngang"
    r"|lý lịch|phụ lục|mẫu|phiếu|lịch|kế hoạch|phân công|báo cáo|đăng ký|quyết định)(?![^\W_])"
)
_AND = re.compile(
    r"\s*(?:,|;|/|&|\+|\bvà\b|\bcùng\b|\bkèm\b|[-–])+\s*(?:các |những |một số |của )*$"
)
_WORDS_BEFORE = 2


class Head(NamedTuple):
    """Whom a text is about. `beside` are others who are named side by side with staff, `listed`
    says that the text is called a list, `begins` that it begins with these people."""

    circle: Circle
    beside: Circle | None = None
    listed: bool = False
    begins: bool = False


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d")


def _pattern(*, marked: bool) -> re.Pattern[str]:
    groups = []
    for circle, phrases in PHRASES.items():
        joined = "|".join(each for each in phrases if marked or each not in ONLY_MARKED)
        groups.append(f"(?P<{circle.value}>(?:{joined if marked else _plain(joined)})(?![^\\W_]))")
    return re.compile(r"(?<![^\W_])(?:" + "|".join(groups) + ")")


class _Tongue(NamedTuple):
    """The patterns for texts with diacritics, or for those without any."""

    circle: re.Pattern[str]
    body: re.Pattern[str]
    object: re.Pattern[str]
    list: re.Pattern[str]
    and_: re.Pattern[str]


def _unmarked(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(_plain(pattern.pattern))


_MARKED = _Tongue(_pattern(marked=True), _BODY, _OBJECT, _LIST, _AND)
_PLAIN = _Tongue(_pattern(marked=False), *map(_unmarked, (_BODY, _OBJECT, _LIST, _AND)))


@lru_cache(4096)
def head_of(text: str) -> Head | None:
    """Whom the text is about first of all; None when it names nobody."""
    if not text or len(text) > LONGEST:
        return None
    written = " ".join(unicodedata.normalize("NFC", text).split())
    text = written.lower()
    plain = _plain(text) == text
    tongue, text = (_PLAIN, spoken_words(written)) if plain else (_MARKED, text)
    found = [each for each in tongue.circle.finditer(text) if _counts(tongue, text, each)]
    if not found:
        return None
    first = found[0]
    circle = Circle(first.lastgroup or "")
    beside = _others_beside(tongue, text, found) if circle in OURS else None
    listed = tongue.list.match(text) is not None
    return Head(circle, beside, listed, len(text[: first.start()].split()) <= _WORDS_BEFORE)


def _counts(tongue: _Tongue, text: str, found: re.Match[str]) -> bool:
    """Whether a phrase names people of the list: no body, nobody who is looked after, no label."""
    before = text[: found.start()].rstrip(" \"'“(:")
    label = text[found.end() :].lstrip().startswith(":")
    return not (label or tongue.body.search(before) or tongue.object.search(before))


def _others_beside(tongue: _Tongue, text: str, found: list[re.Match[str]]) -> Circle | None:
    """The circle of those who are no staff and are named side by side with the first."""
    end = found[0].end()
    for each in found[1:]:
        if not tongue.and_.fullmatch(text[end : each.start()]):
            return None
        circle = Circle(each.lastgroup or "")
        if circle not in OURS:
            return circle
        end = each.end()
    return None
