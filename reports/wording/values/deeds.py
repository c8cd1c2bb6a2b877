"""Places about what each person has to do, by what the contest calls its marks."""

from __future__ import annotations

from dataclasses import dataclass

from models.contests.campaign_words import campaign_word
from models.contests.mark_names import MarkNames, mark_names
from models.records import Contest, Mark
from models.text.formats import inside_words
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.contest import preset_words

DEED_PLACES = (
    WordingPlace(
        "việc tham gia",
        "Điều mà số người đã tham gia đã làm, theo cách gọi của cuộc thi.",
        "đăng ký tham gia học tập và dự thi",
    ),
    WordingPlace(
        "việc phải làm",
        "Điều mỗi người phải làm, khi phát động.",
        "đăng nhập và đăng ký tham gia Cuộc thi",
    ),
    WordingPlace(
        "việc phải hoàn thành",
        "Điều mỗi người phải làm cho xong, khi đôn đốc.",
        "đăng ký tham gia học tập và hoàn thành các nội dung dự thi theo đúng thể lệ, thời gian "
        "quy định",
    ),
    WordingPlace(
        "việc đăng ký",
        "Chỉ khi đăng ký trên một nền tảng; còn lại bỏ trống.",
        "đăng ký tham gia cuộc thi",
    ),
    WordingPlace(
        "việc dự thi",
        "Chỉ khi có học tập và thi; còn lại bỏ trống.",
        "đăng ký, học tập và tham gia dự thi",
    ),
    WordingPlace("cách tham gia", "Trước đường link tham gia.", "tham gia học tập trực tuyến"),
)


@dataclass(frozen=True, slots=True)
class _Deeds:
    begun: str
    to_do: str
    to_complete: str
    registering: str = ""
    taking_part: str = ""
    way: str = "tham gia"


def values_of_deeds(occasion: Occasion) -> dict[str, WordingValue]:
    """The values of `DEED_PLACES`."""
    deeds = _deeds_of(occasion.contest)
    return {
        "việc tham gia": deeds.begun,
        "việc phải làm": deeds.to_do,
        "việc phải hoàn thành": deeds.to_complete,
        "việc đăng ký": deeds.registering,
        "việc dự thi": deeds.taking_part,
        "cách tham gia": deeds.way,
    }


def _deeds_of(contest: Contest) -> _Deeds:
    """The officers' words of a preset, the contest's own words, or the plainest ones."""
    names, words = mark_names(contest), preset_words(contest)
    word = inside_words(campaign_word(contest))
    if names == MarkNames():
        if words.to_register:
            return _Deeds(
                words.to_register, words.to_do, words.to_complete,
                f"đăng ký tham gia {word}", words.taking_part, words.way,
            )  # fmt: skip
        registering = f"đăng ký tham gia {word}" if contest.platform else ""
        complete = f"đăng ký, tham gia và hoàn thành {word} đúng thời gian quy định"
        return _Deeds("đăng ký tham gia", f"đăng ký và tham gia {word}", complete, registering)
    own = [_deed(names, mark, word) for mark in names.counted]
    both = " và ".join(dict.fromkeys(own))
    return _Deeds(own[0], both, f"{both} đúng thời gian quy định", way="thực hiện")


def _deed(names: MarkNames, mark: Mark, word: str) -> str:
    """A deed that says what is done: "hoàn thành" alone does not say what."""
    deed = names.deed(mark)
    if deed != MarkNames().deed(mark):
        return deed
    return f"{deed} tham gia {word}" if mark is Mark.REGISTERED else f"{deed} {word}"
