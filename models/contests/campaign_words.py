"""What a campaign is called in documents: a Cuộc thi, or what its name says that it is."""

from __future__ import annotations

from models.contests.mark_names import capitalised
from models.records import Contest
from models.text.names import match_key

_KINDS = (
    "Cuộc thi", "Cuộc vận động", "Hội thi", "Hội thao", "Hội diễn", "Chiến dịch", "Chương trình",
    "Phong trào", "Kế hoạch", "Đợt thi đua", "Đợt", "Tháng", "Tuần lễ", "Ngày hội", "Lớp", "Khóa",
)  # fmt: skip
"""With these words the name of a campaign says what it is."""


def campaign_word(contest: Contest) -> str:
    """ "Chiến dịch", where the name begins with it; else "Cuộc thi"."""
    key = match_key(contest.name)
    return next((each for each in _KINDS if key.startswith(f"{match_key(each)} ")), _KINDS[0])


def campaign_words(contest: Contest) -> str:
    """ "Cuộc thi “Ứng dụng AI …”"; of a name that says what it is "Chiến dịch “Ký số”"."""
    word, name = campaign_word(contest), contest.name
    if match_key(name).startswith(f"{match_key(word)} "):
        name = capitalised(name[len(word) :].strip().strip("“”\"'").strip())
    return f"{word} “{name}”"
