"""What the title of a column says of marks: this contest, another matter, a form's clock, nothing.

A title marks only when every word of it is one of marking, of the contest, its course, platform,
test or stage, or a mere joint of the sentence. Any word beside these names another object, which
is an open kind (hiến máu, thường trú, kê khai …): such a column is shown and never marks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.shape.fields import Field
from models.text.names import search_fold, storage_form

MARK_FIELDS = frozenset(
    {
        Field.REGISTERED, Field.COMPLETED, Field.NOT_REGISTERED, Field.NOT_COMPLETED,
        Field.REGISTERED_ON, Field.COMPLETED_ON, Field.SCORE, Field.ATTEMPTS,
    }
)  # fmt: skip
"""The columns that say of people what they did in the contest."""


WHY_UNREAD: dict[Field, str] = {
    Field.OTHER_MATTER: (
        "Tiêu đề không chỉ nói về cuộc thi này nên không nhập; nếu đúng là của cuộc thi, hãy chọn "
        "nội dung cho cột này"
    ),
    Field.FORM_TIME: "Đây là thời gian của biểu mẫu, không phải ngày hoàn thành nên không nhập",
    Field.EMPLOYMENT: "Cột nói về tình trạng công tác, không phải kết quả của cuộc thi",
}
"""What the officer is told of a column that marks nobody, although its title sounds like it."""

_VARIANTS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "d": "dđ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ", "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ",
}  # fmt: skip


def _any_of(*texts: str) -> str:
    """A pattern for the phrases, longest first: several words are known with any marks or none,
    a single one as it is written or without all marks, for "vé" is not "về"."""
    phrases = {" ".join(each.split()) for text in texts for each in text.split(";")} - {""}
    longest = sorted(phrases, key=len, reverse=True)
    return rf"\b(?:{'|'.join(_loosely(p) if ' ' in p else _strictly(p) for p in longest)})\b"


def _loosely(phrase: str) -> str:
    plain = search_fold(phrase)
    return "".join(f"[{_VARIANTS[c]}]" if c in _VARIANTS else c for c in plain)


def _strictly(word: str) -> str:
    return "|".join(dict.fromkeys((word, search_fold(word))))


_REGISTER_WORDS = """
    đăng ký; đăng kí; đk; ghi danh; tham gia; tham dự; kích hoạt; registered; registration;
    enrolled; enrollment; enrolment; register; joined
"""
_COMPLETE_WORDS = """
    hoàn thành; hoàn tất; ht; dự thi; đã thi; chưa thi; thi xong; học xong; làm bài; làm xong;
    nộp bài; kết quả; tiến độ; tình trạng; trạng thái; ngày thi; thời gian thi; giờ thi;
    completed; completion; complete; finished; status; progress; result; submitted
"""
_SCORE_WORDS = """
    điểm; số điểm; điểm số; tổng điểm; tổng số điểm; điểm cao nhất; điểm lần cao nhất; thang điểm;
    score; grade; points; point
"""
_ATTEMPT_WORDS = "số lần; số lượt; lượt; attempts; attempt"
_CONTEST_WORDS = """
    thi; cuộc thi; hội thi; kỳ thi; kì thi; phần thi; lượt thi; ứng dụng ai; ai; trí tuệ nhân tạo;
    trong thực thi nhiệm vụ; của các cơ quan hành chính nhà nước; của các cơ quan hành chính;
    của cơ quan hành chính; contest; competition;
    khóa học; khóa đào tạo trực tuyến; lớp học; bài học; nội dung học; chương trình học; học tập;
    học; khóa; khoá; one touch; onetouch; nền tảng; hệ thống; tài khoản; trực tuyến; qua mạng;
    trên mạng; online; mooc; e learning; elearning; course; learning; platform; account;
    bài thi; bài kiểm tra; đề thi; câu hỏi; kiểm tra; trắc nghiệm; bài; test; quiz; exam;
    chặng; vòng; vòng loại; chung khảo; chung kết; đợt; lần; phần; stage; round; giai đoạn;
    nâng cao năng lực; chuyển đổi đột phá
"""
_JOINT_WORDS = """
    đã; chưa; rồi; có; không; hay; hoặc; và; của; về; tại; trên; trong; theo; qua; vào; ở; được;
    tính; đến; từ; ngày; tháng; năm; giờ; lúc; thời gian; thời điểm; hết; lại; này; việc; thực tế;
    x; v; y; n; đánh dấu; tích; tick; ghi; ghi rõ; chọn; nếu; đạt; xác nhận; cấp xã; cấp phường;
    cấp thành phố; cấp tỉnh; cấp cơ sở; cao nhất; i; ii; iii; iv; thông tin;
    tình hình; theo dõi; thực hiện; nội dung; yes; no; on; at; of; the; date; time; is
"""
_REGISTERING = re.compile(_any_of(_REGISTER_WORDS))
_COMPLETING = re.compile(_any_of(_COMPLETE_WORDS))
_SCORING = re.compile(_any_of(_SCORE_WORDS))
_COUNTING = re.compile(_any_of(_ATTEMPT_WORDS))
_KNOWN = re.compile(
    _any_of(
        _REGISTER_WORDS, _COMPLETE_WORDS, _SCORE_WORDS, _ATTEMPT_WORDS, _CONTEST_WORDS,
        _JOINT_WORDS,
    )
)  # fmt: skip
_INSTANT = re.compile(_any_of("thời điểm"))
_LASTING = re.compile(r"\b(?:phut|giay|thoi gian lam bai|thoi luong|duration|time taken)\b")
_WHEN = re.compile(r"\b(?:ngay|gio|thoi gian|thoi diem|luc|date|time|at|on)\b")
_DENIED = re.compile(
    r"\b(?:chua|khong)(?: (?:duoc|he|co|thay))* (?:\w+ ){0,1}?"
    r"(?:dang k[yi]|dk|tham (?:gia|du)|hoan (?:thanh|tat)|ht|thi|du thi|lam|hoc|nop|dat)\b"
)
_ASKED = re.compile(r"\bda\b|\bco khong\b|\bhay\b")
_HAND_OF_A_FORM = r"(?:gui|tra loi|phan hoi|dien|nhap|nop)"
_FORM = re.compile(
    rf"(?:thoi gian|thoi diem|ngay gio|gio) (?:bat dau|hoan (?:thanh|tat)|ket thuc"
    rf"|{_HAND_OF_A_FORM})(?: (?:bieu mau|mau|phieu|form|khao sat|cau tra loi|tra loi|phan hoi))*"
    rf"|(?:ngay|thoi gian|thoi diem) {_HAND_OF_A_FORM} (?:bieu mau|mau|phieu|form|khao sat)"
    r"|(?:bat dau|hoan thanh|ket thuc|gui) luc|ngay gui"
    r"|dau (?:moc )?thoi gian|moc thoi gian|thoi gian (?:chinh )?sua(?: doi)?(?: lan cuoi)?"
    r"|time ?stamp|(?:start|begin|completion|end|finish|submission|submit|response"
    r"|last modified) (?:time|date)(?: utc)?|(?:time|date) (?:started|completed|submitted)"
)
_ENDED = re.compile(r"\b(?:hoan (?:thanh|tat)|ket thuc|completion|completed|end|finish)\b")
_AT_WORK = re.compile(
    r"(?:tinh trang|trang thai|tinh hinh|tt) (?:\w+ )?"
    r"(?:cong tac|lam viec|viec lam|lao dong|nhan su|bien che|can bo|nghi|nghi viec|hien tai"
    r"|hien nay)|bien dong(?: nhan su| can bo)?|dien bien(?: nhan su| cong tac)?"
    r"|(?:employment|working|work|job) status|nghi che do|nghi thai san|nghi huu|thai san"
)
_BREAKS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\b\d\w*\b")


@lru_cache(4096)
def mark_title(levels: tuple[str, ...]) -> Field | None:
    """What the header texts of a column, from top to bottom, say of marks; None for nothing.

    Upper rows of a header count like the lowest: "Hiến máu" above "Đăng ký" is another matter.
    """
    told = [each for each in map(_plain, levels) if each]
    title = " ".join(dict.fromkeys(told))
    folded = search_fold(title)
    if _FORM.fullmatch(folded):
        return Field.FORM_TIME
    if told and _AT_WORK.fullmatch(search_fold(told[-1])):
        return Field.EMPLOYMENT
    field = _field(title)
    if field is None or _LASTING.search(folded):
        return None
    return Field.OTHER_MATTER if _other_words(title) else field


def ends_a_form(text: str) -> bool:
    """Whether a form's time is the one at which it was completed, which lists use as well."""
    return bool(_ENDED.search(search_fold(_plain(text))))


def _other_words(title: str) -> str:
    """The words that belong to no contest; "" when there are none."""
    return " ".join(_NUMBER.sub(" ", _KNOWN.sub(" ", title)).split())


def _field(title: str) -> Field | None:
    """The field of a title about the contest; None where no word of it is one of marking."""
    if _SCORING.search(_INSTANT.sub(" ", title)):
        return Field.SCORE
    if _COUNTING.search(title):
        return Field.ATTEMPTS
    # "Đăng ký dự thi" registers; of a title that names both the weaker one is meant.
    registering = bool(_REGISTERING.search(title))
    if not registering and not _COMPLETING.search(title):
        return None
    folded = search_fold(title)
    if _DENIED.search(folded) and not _ASKED.search(folded):
        return Field.NOT_REGISTERED if registering else Field.NOT_COMPLETED
    if _WHEN.search(folded):
        return Field.REGISTERED_ON if registering else Field.COMPLETED_ON
    return Field.REGISTERED if registering else Field.COMPLETED


def _plain(text: str) -> str:
    """Lower case without punctuation, with its marks."""
    return " ".join(_BREAKS.sub(" ", storage_form(text).lower()).split())
