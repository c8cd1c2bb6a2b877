"""Places about the contest: what it is called, how to take part, until when."""

from __future__ import annotations

from datetime import date

from models.contests.campaign_words import campaign_word, campaign_words
from models.records import Contest, Stage
from models.text.formats import day_month, document_date, inside_words, number
from models.text.names import match_key
from reports.blocks import QrCode
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from resources.catalog import PresetWords, contest_codes, contest_preset

CONTEST_PLACES = (
    WordingPlace(
        "cuộc thi",
        "Cuộc thi với tên trong ngoặc kép.",
        "Cuộc thi “Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”",
    ),
    WordingPlace("tên cuộc thi", "Tên, không có ngoặc kép.", "Ứng dụng AI 2026"),
    WordingPlace(
        "loại cuộc thi",
        "Gọi chung: cuộc thi, hội thi, chiến dịch… Viết {Loại cuộc thi} thì chữ đầu viết hoa.",
        "cuộc thi",
    ),
    WordingPlace("nền tảng", "Nền tảng tổ chức.", "OneTouch"),
    WordingPlace("địa chỉ tham gia", "Đường link tham gia.", "https://onetouch.mic.gov.vn/…"),
    WordingPlace("mã QR", "Mã QR của đường link tham gia.", "(hình mã QR)", is_block=True),
    WordingPlace(
        "đơn vị tổ chức", "Cơ quan tổ chức.", "Sở Khoa học và Công nghệ thành phố Hải Phòng"
    ),
    WordingPlace("địa chỉ báo cáo", "Bảng tính nhận báo cáo nhanh.", "https://docs.google.com/…"),
    WordingPlace(
        "địa chỉ gửi bài", "Nơi gửi bài dự thi.", "https://daotaotructuyen.haiphong.gov.vn/"
    ),
    WordingPlace("chỉ tiêu", "Tỷ lệ phải tham gia.", "100%"),
    WordingPlace(
        "thời gian tổ chức", "Từ ngày đầu đến ngày cuối.", "từ ngày 28/5 đến ngày 25/6/2026"
    ),
    WordingPlace("số chặng", "Bao nhiêu chặng; chỉ một chặng thì bỏ trống.", "3"),
    WordingPlace(
        "chặng", "Chặng đang làm; chỉ một chặng thì bỏ trống.", "Chặng 1 - Nâng cao năng lực"
    ),
    WordingPlace("hạn của thành phố", "Ngày kết thúc chặng đang làm.", "11/6/2026"),
    WordingPlace("hạn nội bộ", "Hạn riêng của xã, nếu có.", "10/6/2026"),
    WordingPlace(
        "hạn hoàn thành",
        "Hạn gần nhất chưa qua: hạn nội bộ, rồi hạn của thành phố; đã qua cả hai thì bỏ trống.",
        "10/6/2026",
    ),
    WordingPlace("năm", "Năm tổ chức.", "2026"),
    WordingPlace("đường link", "Khi có đường link tham gia.", "đường link Cuộc thi"),
    WordingPlace("phong trào", "Phong trào mà cuộc thi mẫu hưởng ứng.", "Bình dân học vụ số"),
    WordingPlace(
        "phương châm", "Phương châm của cuộc thi mẫu.", "Từ nhận thức đến thay đổi thực tiễn"
    ),
    WordingPlace(
        "mục tiêu", "Mục tiêu của cuộc thi mẫu.", "xây dựng đội ngũ cán bộ “giàu tri thức số…”"
    ),
    WordingPlace("mục đích", "Mục đích triển khai cuộc thi mẫu.", "tạo khí thế thi đua sôi nổi…"),
    WordingPlace("bối cảnh", "Cuộc thi mẫu hưởng ứng điều gì.", "Hưởng ứng phong trào thi đua…"),
    WordingPlace("kỹ năng", "Kỹ năng mà cuộc thi mẫu nâng cao.", "nâng cao nhận thức, kỹ năng…"),
    WordingPlace("ý nghĩa", "Ý nghĩa của cuộc thi mẫu.", "tạo khí thế thi đua sôi nổi…"),
    WordingPlace(
        "cách đăng nhập", "Cách đăng nhập của cuộc thi mẫu.", "Trường hợp đã có tài khoản…"
    ),
)
"""Places of the words of a preset are empty in a campaign of one's own."""
_NO_WORDS = PresetWords()


def values_of_contest(occasion: Occasion) -> dict[str, WordingValue]:
    """The values of `CONTEST_PLACES`."""
    contest = occasion.contest
    word = campaign_word(contest)
    url = contest.course_url
    words = preset_words(contest)
    return {
        "cuộc thi": campaign_words(contest),
        "tên cuộc thi": contest.name,
        "loại cuộc thi": inside_words(word),
        "nền tảng": contest.platform,
        "địa chỉ tham gia": url,
        "mã QR": (QrCode(url, f"Mã QR {inside_words(word)}"),) if url else (),
        "đơn vị tổ chức": contest.organizer,
        "địa chỉ báo cáo": contest.report_url,
        "địa chỉ gửi bài": contest.entry_address,
        "chỉ tiêu": f"{number(contest.target)}%",
        "đường link": f"đường link {word}" if url else "",
        "năm": str(_year(occasion)),
        **_days(occasion),
        "phong trào": words.movement,
        "phương châm": words.motto,
        "mục tiêu": words.aim,
        "mục đích": words.purpose,
        "bối cảnh": words.background,
        "kỹ năng": words.skills,
        "ý nghĩa": words.ambition,
        "cách đăng nhập": words.account,
    }


def from_to(first: date, last: date) -> str:
    """ "từ ngày 28/5 đến ngày 11/6/2026"; "ngày 25/6/2026"."""
    if first == last:
        return f"ngày {document_date(last)}"
    return f"từ ngày {day_month(first, last.year)} đến ngày {document_date(last)}"


def stage_words(stage: Stage) -> str:
    """ "Chặng 1 - Nâng cao năng lực"."""
    return f"Chặng {stage.number} - {stage.name}" if stage.name else f"Chặng {stage.number}"


def _year(occasion: Occasion) -> int:
    """The year of the contest, by its last day."""
    days = [stage.ends_on for stage in occasion.contest.stages]
    return max(days, default=occasion.as_of).year


def _days(occasion: Occasion) -> dict[str, WordingValue]:
    contest = occasion.contest
    stages, stage = contest.stages, contest.marked_stage
    several = len(stages) > 1
    own = stage.internal_ends_on if stage else None
    return {
        "thời gian tổ chức": from_to(
            min(each.starts_on for each in stages), max(each.ends_on for each in stages)
        )
        if stages
        else "",
        "số chặng": number(len(stages)) if several else "",
        "chặng": stage_words(stage) if stage and several else "",
        "hạn của thành phố": document_date(stage.ends_on) if stage else "",
        "hạn nội bộ": document_date(own) if own else "",
        "hạn hoàn thành": _next_deadline(stage, occasion.issued_on or occasion.as_of),
    }


def _next_deadline(stage: Stage | None, day: date) -> str:
    """The commune's own, then that of the stage; nothing once both have passed."""
    days = (stage.internal_ends_on, stage.ends_on) if stage else ()
    return next((document_date(each) for each in days if each and each >= day), "")


def preset_words(contest: Contest) -> PresetWords:
    """Those of the preset of this code or, of a contest begun anew from it, of this name."""
    presets = map(contest_preset, contest_codes())
    names = {contest.code, match_key(contest.name)}
    found = (p for p in presets if names & {p.code, match_key(p.name)})
    return next((each.words for each in found), _NO_WORDS)
