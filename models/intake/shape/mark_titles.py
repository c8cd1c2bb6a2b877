"""What the title of a column says of marks: this contest, another matter, a form's clock, nothing.

A title marks only when every word of it is one of marking, of the contest, its course, platform,
test or stage, or a mere joint of the sentence. Any word beside these names another object, which
is an open kind (hiến máu, thường trú, kê khai …): such a column is shown and never marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from models.intake.shape.contest_words import (
    ATTEMPT_WORDS,
    COMPLETE_WORDS,
    REGISTER_WORDS,
    SCORE_WORDS,
    TITLE_WORDS,
    Vocabulary,
    any_of,
    without_punctuation,
)
from models.intake.shape.fields import Field
from models.intake.shape.legends import BLANK, legend_of
from models.text.names import search_fold

LEVELS = " / "
"""What stands between the header texts of one column."""

MARK_FIELDS = frozenset(
    {
        Field.REGISTERED, Field.COMPLETED, Field.NOT_REGISTERED, Field.NOT_COMPLETED,
        Field.REGISTERED_ON, Field.COMPLETED_ON, Field.SCORE, Field.ATTEMPTS,
    }
)  # fmt: skip
"""The columns that say of people what they did in the contest."""

WHY_UNREAD: dict[Field, str] = {
    Field.OTHER_MATTER: (
        "Chưa chắc tiêu đề này chỉ nói về cuộc thi nên không nhập; nếu đúng là của cuộc thi, hãy "
        "chọn nội dung cho cột này"
    ),
    Field.FORM_TIME: "Đây là thời gian của biểu mẫu, không phải ngày hoàn thành nên không nhập",
    Field.EMPLOYMENT: "Cột nói về tình trạng công tác, không phải kết quả của cuộc thi",
}
"""What the officer is told of a column that marks nobody, although its title sounds like it."""

EMPTY_IS_YES = (
    "Tiêu đề ghi ô trống là đã làm nên không nhập: ô trống không đánh dấu ai; hãy ghi rõ ở từng "
    "người đã làm rồi nhập lại"
)

_REGISTERING = re.compile(any_of(REGISTER_WORDS))
_COMPLETING = re.compile(any_of(COMPLETE_WORDS))
_SCORING = re.compile(any_of(SCORE_WORDS))
_COUNTING = re.compile(any_of(ATTEMPT_WORDS))
_SIGNING_UP = re.compile(r"\b(?:dang k[yi]|dk|ghi danh|kich hoat)\b(?! (?:du )?thi)")
_INSTANT = re.compile(any_of("thời điểm"))
_LASTING = re.compile(r"\b(?:phut|giay|thoi gian lam bai|thoi luong|duration|time taken)\b")
_WHEN = re.compile(any_of("ngày; giờ; thời gian; thời điểm; lúc; date; time; at; on"))
_DENIED = re.compile(
    r"\b(?:chua|khong)(?: (?:duoc|he|co|thay))* (?:\w+ ){0,1}?"
    r"(?:dang k[yi]|dk|tham (?:gia|du)|hoan (?:thanh|tat)|ht|thi|du thi|lam|hoc|nop|dat)\b"
)
_ASKED = re.compile(r"\bda\b|\bco khong\b|\bhay\b")
_HAND_OF_A_FORM = r"(?:gui|tra loi|phan hoi|dien|nhap|nop)"
_PEOPLE_ASKED = any_of(
    "anh; chị; em; bạn; ông; bà; thầy; cô; đồng chí; đ c; quý vị; các; kính; thưa; mời; hỏi",
    "xin hỏi; cho biết; xin cho biết; vui lòng cho biết; quý thầy cô; quý anh chị",
)
_ADDRESSEE = re.compile(rf"^(?:{_PEOPLE_ASKED} ?)+(?=\S)")
_QUESTION = re.compile(r"\?|\b(?:da|co)\b.* (?:chua|khong)\W*$")
_TAKING_PART = Vocabulary("tham gia; tham dự; joined; đã; rồi; x; v; có; y; n; yes; no")
_ANY_ACCOUNT = re.compile(r"dang k[yi] tai khoan(?: x| danh dau x)?")
_MADE_ACCOUNT = re.compile(r"^(?:da |chua |co )?(?:dang k[yi]|kich hoat|tao) (?:\w+ )?tai khoan\b")
_SCHOOLING = re.compile(r"\bket qua (?:hoc(?: tap)?(?: va| ren|$)|ren luyen)")
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
_NAMED = re.compile(
    r"\b(?:dang k[yi]|dk|ghi danh|tham gia|tham du|hoan (?:thanh|tat)|ht|thi|lam bai|nop bai|xong"
    r"|registered|enrolled|completed|finished|submitted)\b"
)
_OF_COMPLETION = re.compile(
    r"\b(?:hoan (?:thanh|tat)|ht|xong|dat|completion|completed|complete|finished|passed)\b"
)
_AT_WORK = re.compile(
    r"(?:tinh trang|trang thai|tinh hinh|tt) (?:\w+ )?"
    r"(?:cong tac|lam viec|viec lam|lao dong|nhan su|bien che|can bo|nghi|nghi viec|hien tai"
    r"|hien nay)|bien dong(?: nhan su| can bo)?|dien bien(?: nhan su| cong tac)?"
    r"|(?:employment|working|work|job) status|nghi che do"
    r"|(?:(?:da|dang|xin|co|ngay|thoi diem|ly do) )*(?:nghi (?:viec|huu|thai san|om|cho huu|phep"
    r"|khong luong)|thai san|thoi (?:viec|cong tac)|chuyen (?:cong tac|don vi|truong|di)"
    r"|biet phai|di hoc|tu tran|cham dut hop dong|het hop dong|roi don vi)"
)


def why_other_matter(title: str) -> str:
    """Why the column of such a title is not read."""
    if any(legend_of(level).signs.get(BLANK) for level in title.split(LEVELS)):
        return EMPTY_IS_YES
    return WHY_UNREAD[Field.OTHER_MATTER]


@lru_cache(4096)
def mark_title(levels: tuple[str, ...]) -> Field | None:
    """What the header texts of a column, from top to bottom, say of marks; None for nothing.

    Upper rows of a header count like the lowest: "Hiến máu" above "Đăng ký" is another matter.
    What the signs mean is said by `legends`; where an empty cell is a yes, nobody is marked.
    """
    legends = [legend_of(level) for level in levels]
    field = _title_of(tuple(each.rest for each in legends))
    empty_is_yes = any(each.signs.get(BLANK) for each in legends)
    return Field.OTHER_MATTER if empty_is_yes and field in MARK_FIELDS else field


def _title_of(levels: tuple[str, ...]) -> Field | None:
    told = [each for each in map(without_punctuation, levels) if each]
    title = _title(told)
    folded = search_fold(title)
    if _FORM.fullmatch(folded):
        return Field.FORM_TIME
    if told and _AT_WORK.fullmatch(search_fold(told[-1])):
        return Field.EMPLOYMENT
    field = _field(title)
    if field is None or _LASTING.search(folded):
        return None
    of_another = TITLE_WORDS.unknown(title) or not _TAKING_PART.unknown(title)
    vague = _SCHOOLING.search(folded) or _ANY_ACCOUNT.fullmatch(folded)
    return Field.OTHER_MATTER if of_another or vague else field


def mark_named(levels: tuple[str, ...]) -> Field | None:
    """The mark that a title names, if it is of the contest at all."""
    return _field(_title([each for each in map(without_punctuation, levels) if each]))


def _title(told: Sequence[str]) -> str:
    return _ADDRESSEE.sub("", " ".join(dict.fromkeys(told)))


def is_act_on_account(title: str) -> bool:
    """Whether a title is of making an account, and not of the account's name."""
    return bool(_MADE_ACCOUNT.search(search_fold(_title([without_punctuation(title)]))))


def is_question(title: str) -> bool:
    """Whether a title asks people of a form: "Anh/chị đã đăng ký chưa?"."""
    return bool(_QUESTION.search(search_fold(title)))


def names_a_mark(title: str) -> bool:
    """Whether a title itself has a word of marking: "Hoàn thành", and not "Trạng thái"."""
    return bool(_NAMED.search(search_fold(without_punctuation(title))))


def says_completed(title: str) -> bool:
    """Whether a title says of a thing that it was completed, and not merely tried: of a day, "Ngày
    hoàn thành" and not "Ngày thi"."""
    return bool(_OF_COMPLETION.search(search_fold(without_punctuation(title))))


def ends_a_form(text: str) -> bool:
    """Whether a form's time is the one at which it was completed, which lists use as well."""
    return bool(_ENDED.search(search_fold(without_punctuation(text))))


def _field(title: str) -> Field | None:
    """The field of a title about the contest; None where no word of it is one of marking."""
    if _SCORING.search(_INSTANT.sub(" ", title)):
        return Field.SCORE
    if _COUNTING.search(title):
        return Field.OTHER_MATTER if _SIGNING_UP.search(search_fold(title)) else Field.ATTEMPTS
    # "Đăng ký dự thi" registers; of a title that names both the weaker one is meant.
    registering = bool(_REGISTERING.search(title))
    if not registering and not _COMPLETING.search(title):
        return None
    folded = search_fold(title)
    if _DENIED.search(folded) and not _ASKED.search(folded):
        return Field.NOT_REGISTERED if registering else Field.NOT_COMPLETED
    if _WHEN.search(title):
        return Field.REGISTERED_ON if registering else Field.COMPLETED_ON
    return Field.REGISTERED if registering else Field.COMPLETED
