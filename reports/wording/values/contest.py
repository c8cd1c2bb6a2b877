"""Places about the contest: what it is called, how to take part, until when."""

from __future__ import annotations

from datetime import date

from models.contests.mark_names import USUAL_NAMES, mark_names
from models.records import Contest, Mark, Stage
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
    WordingPlace("loại cuộc thi", "Gọi chung: Cuộc thi, Hội thi, Chiến dịch…", "Cuộc thi"),
    WordingPlace("loại cuộc thi viết thường", "Như trên, ở giữa câu.", "cuộc thi"),
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
        "việc tham gia",
        "Việc mỗi người phải làm trước hết, theo cách gọi của cuộc thi.",
        "đăng ký tham gia học tập và dự thi",
    ),
    WordingPlace("việc hoàn thành", "Việc cuối cùng mỗi người phải làm.", "hoàn thành bài dự thi"),
    WordingPlace(
        "thời gian tổ chức", "Từ ngày đầu đến ngày cuối.", "từ ngày 28/5 đến ngày 25/6/2026"
    ),
    WordingPlace("số chặng", "Bao nhiêu chặng; chỉ một chặng thì bỏ trống.", "3"),
    WordingPlace(
        "chặng", "Chặng đang làm; chỉ một chặng thì bỏ trống.", "Chặng 1 - Nâng cao năng lực"
    ),
    WordingPlace("hạn của thành phố", "Ngày kết thúc chặng đang làm.", "11/6/2026"),
    WordingPlace("hạn nội bộ", "Hạn riêng của xã, nếu có.", "10/6/2026"),
    WordingPlace("hạn hoàn thành", "Hạn nội bộ, nếu không có thì hạn của thành phố.", "10/6/2026"),
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
)
"""Places of the words of a preset are empty in a campaign of one's own."""
_KINDS = (
    "Cuộc vận động",
    "Cuộc thi",
    "Hội thi",
    "Hội thao",
    "Hội diễn",
    "Chiến dịch",
    "Chương trình",
    "Phong trào",
    "Kế hoạch",
    "Đợt thi đua",
    "Đợt",
    "Tháng",
    "Tuần lễ",
    "Ngày hội",
    "Lớp",
    "Khóa",
)
"""With these words the name of a campaign says what it is."""
_TO_REGISTER = "đăng ký tham gia học tập và dự thi"
_TO_COMPLETE = "hoàn thành bài dự thi"
_NO_WORDS = PresetWords()


def values_of_contest(occasion: Occasion) -> dict[str, WordingValue]:
    """The values of `CONTEST_PLACES`."""
    contest = occasion.contest
    word = campaign_word(contest)
    url = contest.course_url
    words = _preset_words(contest)
    return {
        "cuộc thi": campaign_words(contest),
        "tên cuộc thi": contest.name,
        "loại cuộc thi": word,
        "loại cuộc thi viết thường": inside_words(word),
        "nền tảng": contest.platform,
        "địa chỉ tham gia": url,
        "mã QR": (QrCode(url, f"Mã QR {inside_words(word)}"),) if url else (),
        "đơn vị tổ chức": contest.organizer,
        "địa chỉ báo cáo": contest.report_url,
        "địa chỉ gửi bài": contest.entry_address,
        "chỉ tiêu": f"{number(contest.target)}%",
        **_deeds(contest),
        **_days(contest),
        "phong trào": words.movement,
        "phương châm": words.motto,
        "mục tiêu": words.aim,
        "mục đích": words.purpose,
        "bối cảnh": words.background,
        "kỹ năng": words.skills,
    }


def campaign_word(contest: Contest) -> str:
    """What a campaign is: the first words of its name say it, else it is a Cuộc thi."""
    key = match_key(contest.name)
    return next((each for each in _KINDS if key.startswith(f"{match_key(each)} ")), _KINDS[1])


def campaign_words(contest: Contest) -> str:
    """ "Cuộc thi “Ứng dụng AI …”"; of a name that says what it is, "Chiến dịch “Ký số”"."""
    word, name = campaign_word(contest), contest.name
    if match_key(name).startswith(f"{match_key(word)} "):
        name = name[len(word) :].strip().strip("“”\"'").strip()
    return f"{word} “{name}”"


def from_to(first: date, last: date) -> str:
    """ "từ ngày 28/5 đến ngày 11/6/2026"; "ngày 25/6/2026"."""
    if first == last:
        return f"ngày {document_date(last)}"
    return f"từ ngày {day_month(first, last.year)} đến ngày {document_date(last)}"


def stage_words(stage: Stage) -> str:
    """ "Chặng 1 - Nâng cao năng lực"."""
    return f"Chặng {stage.number} - {stage.name}" if stage.name else f"Chặng {stage.number}"


def _deeds(contest: Contest) -> dict[str, WordingValue]:
    names = mark_names(contest)
    first = names.counted[0]
    usual = USUAL_NAMES.deed(first)
    deed = names.deed(first)
    done = names.deed(Mark.COMPLETED)
    if deed == usual:
        deed = _TO_REGISTER if first is Mark.REGISTERED else _TO_COMPLETE
    return {
        "việc tham gia": deed,
        "việc hoàn thành": _TO_COMPLETE if done == USUAL_NAMES.deed(Mark.COMPLETED) else done,
    }


def _days(contest: Contest) -> dict[str, WordingValue]:
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
        "hạn hoàn thành": document_date(own or stage.ends_on) if stage else "",
    }


def _preset_words(contest: Contest) -> PresetWords:
    """Those of the preset of this code or, of a contest begun anew from it, of this name."""
    presets = map(contest_preset, contest_codes())
    names = {contest.code, match_key(contest.name)}
    found = (p for p in presets if names & {p.code, match_key(p.name)})
    return next((each.words for each in found), _NO_WORDS)
