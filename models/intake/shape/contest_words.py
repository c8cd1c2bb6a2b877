"""The closed vocabulary of marking: whatever else is said speaks of another matter."""

from __future__ import annotations

import re
from functools import cached_property

from models.text.names import search_fold, storage_form

_VARIANTS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "d": "dđ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ", "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ",
}  # fmt: skip


def any_of(*texts: str) -> str:
    """A pattern for the phrases, longest first: several words are known with any marks or none,
    a single one as it is written or without all marks, for "vé" is not "về"."""
    longest = (_loosely(p) if " " in p else _strictly(p) for p in _phrases(texts))
    return rf"\b(?:{'|'.join(longest)})\b"


def _phrases(texts: tuple[str, ...]) -> list[str]:
    """The phrases that semicolons part, longest first."""
    phrases = {" ".join(each.split()) for text in texts for each in text.split(";")} - {""}
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))


def _loosely(phrase: str) -> str:
    plain = search_fold(phrase)
    return "".join(f"[{_VARIANTS[c]}]" if c in _VARIANTS else c for c in plain)


def _strictly(word: str) -> str:
    return "|".join(dict.fromkeys((word, search_fold(word))))


REGISTER_WORDS = """
    đăng ký; đăng kí; đk; ghi danh; tham gia; tham dự; kích hoạt; registered; registration;
    enrolled; enrollment; enrolment; register; joined
"""
COMPLETE_WORDS = """
    hoàn thành; hoàn tất; ht; dự thi; đã thi; chưa thi; thi xong; học xong; làm bài; làm xong;
    nộp bài; kết quả; tiến độ; tình trạng; trạng thái; ngày thi; thời gian thi; giờ thi;
    completed; completion; complete; finished; status; progress; result; submitted
"""
SCORE_WORDS = """
    điểm; số điểm; điểm số; tổng điểm; tổng số điểm; điểm cao nhất; điểm lần cao nhất; thang điểm;
    score; grade; points; point
"""
ATTEMPT_WORDS = "số lần; số lượt; lượt; attempts; attempt"
_CONTEST_WORDS = """
    thi; cuộc thi; hội thi; kỳ thi; kì thi; phần thi; lượt thi; ứng dụng ai; ai; trí tuệ nhân tạo;
    trong thực thi nhiệm vụ; của các cơ quan hành chính nhà nước; của các cơ quan hành chính;
    của cơ quan hành chính; contest; competition;
    khóa học; đào tạo trực tuyến; khóa đào tạo trực tuyến;
    lớp học; bài học; nội dung học; chương trình học; học tập;
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
    cấp thành phố; cấp tỉnh; cấp cơ sở; cao nhất; thành công; i; ii; iii; iv; thông tin;
    tình hình; theo dõi; thực hiện; nội dung; yes; no; on; at; of; the; date; time; is;
    gần nhất; mới nhất; cuối; cuối cùng; đầu tiên; tổng kết; chung; chung cuộc; trung bình; last;
    latest; first; best; final; overall
"""
_CELL_WORDS = """
    thi; cuộc thi; hội thi; kỳ thi; kì thi; lượt thi; ứng dụng ai; ai; trí tuệ nhân tạo; contest;
    competition; khóa học; khoá học; đào tạo trực tuyến; khóa đào tạo trực tuyến; lớp học; bài học;
    nội dung học; chương trình học; học; one touch; onetouch; nền tảng; hệ thống; tài khoản;
    trực tuyến; qua mạng; trên mạng; online; mooc; e learning; elearning; course; platform; account;
    bài thi; bài kiểm tra; đề thi; câu hỏi; kiểm tra; trắc nghiệm; bài; test; quiz; exam; đợt; lần;
    đã; chưa; rồi; có; không; và; của; về; tại; trên; trong; theo; qua; vào; ở; được; tính; đến; từ;
    ngày; tháng; năm; giờ; lúc; thời gian; hết; này; việc; x; v; đạt; cao nhất; thành công; is; on;
    at; of; the; date; time; yes; no; xong; tốt; xuất sắc; khá; giỏi; trung bình; loại; đúng hạn;
    sớm; đủ; toàn bộ; tất cả; đỗ; đậu; đang; mới; vừa; hôm nay; hôm qua; sáng; chiều; tối; h;
    giấy chứng nhận; chứng nhận; cấp; duyệt; nộp; làm; giải nhất; giải nhì; giải ba; qua môn;
    giải khuyến khích; đúng; câu; chính thức; công nhận; hợp lệ; máy tính; phút; giây; dạ; ạ; thì;
    là; với; em; tôi; passed; pass; not; all; done; ok; sa; ch; am; pm; approved; successfully
"""
_BREAKS = re.compile(r"[\W_]+")


class Vocabulary:
    """Phrases that are known, read from texts that part them by semicolons.

    Several words are known with any marks or none, a single one as it is written or without all
    marks, for "vé" is not "về". The longest phrase at a place counts.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[list[str], str]]]:
        """By the first word without marks: the words of each phrase, and it as written."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in _phrases(self._texts):
            words = search_fold(phrase).split()
            found.setdefault(words[0], []).append((words, phrase))
        return found

    def unknown(self, text: str) -> str:
        """The words of a text `without_punctuation` that no phrase holds and are no numbers."""
        words = text.split()
        folded = [search_fold(word) for word in words]
        left: list[str] = []
        at = 0
        while at < len(words):
            length = self._length(words[at], folded, at)
            if not length and not words[at][0].isdecimal():
                left.append(words[at])
            at += length or 1
        return " ".join(left)

    def _length(self, written: str, folded: list[str], at: int) -> int:
        """How many words the longest phrase at a place has; 0 for none."""
        for words, phrase in self._by_first_word.get(folded[at], ()):
            if len(words) == 1 and written not in (phrase, words[0]):
                continue
            if folded[at : at + len(words)] == words:
                return len(words)
        return 0


TITLE_WORDS = Vocabulary(
    REGISTER_WORDS, COMPLETE_WORDS, SCORE_WORDS, ATTEMPT_WORDS, _CONTEST_WORDS, _JOINT_WORDS
)
"""What a title of marks consists of."""

ACCOUNT_WORDS = Vocabulary(
    REGISTER_WORDS, _CONTEST_WORDS, _JOINT_WORDS,
    """
    tên; mã; số; đăng nhập; truy cập; người dùng; người học; thí sinh; người dự thi; học viên;
    số điện thoại; điện thoại; sđt; login; log in; sign in; username; user; name; code; id; uid;
    email; mail; participant; learner; student
    """,
)  # fmt: skip
"""What the title of a column with accounts of the platform consists of."""

CELL_WORDS = Vocabulary(REGISTER_WORDS, COMPLETE_WORDS, SCORE_WORDS, ATTEMPT_WORDS, _CELL_WORDS)
"""What a cell consists of that says yes and nothing else; a part, a stage, a wait is more."""

DENIAL_WORDS = Vocabulary(
    REGISTER_WORDS, COMPLETE_WORDS, SCORE_WORDS, ATTEMPT_WORDS, _CELL_WORDS,
    """
    trượt; rớt; hỏng; thi trượt; chưa qua; dưới; điểm; diem; d; failed; fail; incomplete; chưa;
    bắt đầu; tiến hành; diễn ra; ôn tập; mở; ko; k; yet; nào; cả; gì; thấy; cho; in progress; in;
    progress; started; never; phần; dở;
    sẽ; sắp; gần; chuẩn bị; kịp; chờ đăng ký; chờ thi; chờ làm bài
    """,
)  # fmt: skip
"""What a cell consists of that plainly says no, so that nothing is to be decided."""


def without_punctuation(text: str) -> str:
    """Lower case without punctuation, with its marks."""
    return " ".join(_BREAKS.sub(" ", storage_form(text).lower()).split())
