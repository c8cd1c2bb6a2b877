"""What the overview says, as pure functions over one look at the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from models.figures.pace import Pace, pace
from models.records import Contest, Stage
from models.text.formats import number, short_date
from ui.calls.figures import PACE_DAYS, Look


@dataclass(frozen=True, slots=True)
class PaceWords:
    """The card of the pace: over the number, the number, beside it and below."""

    title: str
    figure: str
    unit: str
    below: str
    urgent: bool = False


def title_of(contest: Contest | None, stage: Stage | None) -> str:
    """ "Cuộc thi Ứng dụng AI 2026 · Chặng 1 – Nâng cao năng lực"."""
    if contest is None:
        return "Danh sách của xã"
    head = f"Cuộc thi {contest.short_name}"
    return f"{head} · Chặng {stage.number} – {stage.name}" if stage else head


def as_of_line(look: Look, now: datetime) -> str:
    """As of when the figures are, and the deadlines ahead."""
    day = short_date(look.day)
    if look.day == now.date():
        until = f"Số liệu đến {now:%H} giờ {now:%M} ngày {day}"
    else:
        until = f"Số liệu đến hết ngày {day}"
    return " · ".join([until, *deadline_words(look.stage, look.day)])


def deadline_words(stage: Stage | None, day: date) -> list[str]:
    """The deadlines of the stage as seen from `day`, the commune's own first."""
    if stage is None:
        return ["Chưa chọn cuộc thi"]
    if day < stage.starts_on:
        return [f"Bắt đầu {short_date(stage.starts_on)}", f"Hạn {short_date(stage.ends_on)}"]
    found = [_deadline("Hạn của thành phố", stage.ends_on, day)]
    if stage.internal_ends_on is not None:
        found.insert(0, _deadline("Hạn của xã", stage.internal_ends_on, day))
    return found


def _deadline(name: str, deadline: date, day: date) -> str:
    left = (deadline - day).days
    if left > 0:
        words = f"còn {left} ngày"
    else:
        words = "hôm nay" if left == 0 else f"đã quá {-left} ngày"
    return f"{name} {deadline:%d/%m} ({words})"


def next_deadline(contest: Contest | None, day: date) -> tuple[date, str] | None:
    """The deadline of registering that counts on `day`, and whose it is."""
    if contest is None or not contest.stages:
        return None
    stage = contest.stages[0]
    own = stage.internal_ends_on
    if own is not None and day <= own:
        return own, "hạn của xã"
    return stage.ends_on, "hạn của thành phố"


def pace_of(look: Look) -> Pace | None:
    """The pace of registering to the deadline that counts; None without a contest."""
    found = next_deadline(look.contest, look.day)
    if found is None or look.contest is None:
        return None
    lately = [registered for _, registered, _ in look.days[-PACE_DAYS - 1 :]]
    figures = look.figures
    return pace(figures.total, figures.registered, look.day, found[0], lately, look.contest.target)


def pace_words(look: Look) -> PaceWords:
    """What the fourth card says."""
    found = pace_of(look)
    deadline = next_deadline(look.contest, look.day)
    if found is None or deadline is None or look.contest is None:
        return PaceWords("Nhịp cần có", "–", "", "Chưa chọn cuộc thi nên chưa có hạn.")
    target = f"{look.contest.target}%"
    left = f"còn {number(found.remaining)} người"
    if found.remaining == 0:
        return PaceWords(f"Chỉ tiêu {target}", "Đạt", "", f"Đã đủ {target} đăng ký.")
    if found.needed is None:
        return PaceWords(
            f"Đã hết hạn {short_date(deadline[0])}",
            number(found.remaining),
            "người chưa đăng ký",
            _present_words(found),
            urgent=True,
        )
    unit = f"người/ngày, {left}" if found.days_left else "người phải đăng ký hôm nay"
    title = f"Để đạt {target} đúng {deadline[1]}"
    return PaceWords(title, number(found.needed), unit, _present_words(found), not found.enough)


def _present_words(found: Pace) -> str:
    if found.present is None:
        return "Chưa đủ ngày để tính nhịp."
    words = f"Nhịp {PACE_DAYS} ngày qua: {tenths(found.present)} người/ngày"
    if found.reaches_on is not None and found.days_left >= 0 and not found.enough:
        words += f", đến {short_date(found.reaches_on)} mới đủ"
    return words


def tenths(value: Fraction) -> str:
    """ "3,3", or "3" when it is a whole number."""
    scaled = int(value * 10 + Fraction(1, 2))
    whole, tenth = divmod(scaled, 10)
    return f"{number(whole)},{tenth}" if tenth else number(whole)
