"""What the overview says, as pure functions over one look at the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.contests.mark_names import capitalised, mark_names
from models.figures.pace import Pace, pace
from models.records import Contest, Mark, Stage
from models.text.formats import number, short_date, tenths
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
    """ "Cuộc thi Ứng dụng AI 2026 · Chặng 1 – Nâng cao năng lực"; an only stage is the contest."""
    if contest is None:
        return "Danh sách của xã"
    head = f"Cuộc thi {contest.short_name}"
    several = len(contest.stages) > 1
    return f"{head} · Chặng {stage.number} – {stage.name}" if stage and several else head


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
    """The deadline of registering and completing that counts on `day`, and whose it is."""
    stage = contest.marked_stage if contest is not None else None
    if stage is None:
        return None
    own = stage.internal_ends_on
    if own is not None and day <= own:
        return own, "hạn của xã"
    return stage.ends_on, "hạn của thành phố"


def pace_of(look: Look, mark: Mark) -> Pace | None:
    """The pace of registering, or completing, to the deadline that counts.

    None without a contest. Both belong to the stage whose marks are worked on, and only its open
    days count.
    """
    found = next_deadline(look.contest, look.day)
    stage = look.contest.marked_stage if look.contest is not None else None
    if found is None or look.contest is None or stage is None:
        return None
    figures = look.figures
    registering = mark is Mark.REGISTERED
    done = figures.registered if registering else figures.completed
    counts = look.days[-PACE_DAYS - 1 :]
    lately = [marked if registering else finished for _, marked, finished in counts]
    target = look.contest.target
    return pace(figures.total, done, look.day, found[0], lately, target, stage.starts_on)


def mark_ahead(look: Look) -> Mark:
    """What the pace speaks of first: registering until nobody is missing, then completing."""
    if mark_names(look.contest).one:
        return Mark.COMPLETED
    found = pace_of(look, Mark.REGISTERED)
    return Mark.COMPLETED if found is not None and not found.remaining else Mark.REGISTERED


def pace_words(look: Look) -> PaceWords:
    """What the fourth card says: reached only when registering and completing are."""
    deadline = next_deadline(look.contest, look.day)
    mark = mark_ahead(look)
    found, completing = pace_of(look, mark), pace_of(look, Mark.COMPLETED)
    if found is None or completing is None or deadline is None or look.contest is None:
        return PaceWords("Tốc độ cần đạt", "–", "", "Chưa chọn cuộc thi nên chưa có hạn.")
    if not look.figures.total:
        return PaceWords("Tốc độ cần đạt", "–", "", "Chưa có ai thuộc đối tượng.")
    target, doing = f"{look.contest.target}%", mark_names(look.contest).deed(mark)
    if not found.remaining:
        return PaceWords(f"Chỉ tiêu {target}", "Đạt", "", _reached(look, target))
    below = _below(look, found, completing, mark)
    if found.needed is None:
        unit = f"người chưa {doing}"
        title = f"Đã hết hạn {short_date(deadline[0])}"
        return PaceWords(title, number(found.remaining), unit, below, urgent=True)
    unit = f"người/ngày, còn {number(found.remaining)} người"
    if not found.days_left:
        unit = f"người phải {doing} hôm nay"
    title = f"Để đạt {target} {doing} đúng {deadline[1]}"
    urgent = not (found.enough and completing.enough)
    return PaceWords(title, number(found.needed), unit, below, urgent)


def _reached(look: Look, target: str) -> str:
    """All that was asked for is done; whoever is beyond the target is not forgotten."""
    left = look.figures.total - look.figures.completed
    names = mark_names(look.contest)
    words = f"Đã đủ {target} {' và '.join(map(names.deed, names.counted))}"
    undone = names.undone(Mark.COMPLETED)
    return f"{words}, còn {number(left)} người {undone}." if left else f"{words}."


def _below(look: Look, found: Pace, completing: Pace, mark: Mark) -> str:
    """The present pace, and what completing takes while registering comes first."""
    names = mark_names(look.contest)
    words = [_present_words(found, f"{look.contest.target if look.contest else 100}%")]
    if mark is Mark.REGISTERED and completing.remaining:
        left = f"còn {number(completing.remaining)} người {names.undone(Mark.COMPLETED)}"
        needed = completing.needed
        by_day = f"{number(needed)} người/ngày, " if needed and completing.days_left else ""
        title = names.title(Mark.COMPLETED)
        words.append(f"{title}: {by_day}{left}" if by_day else capitalised(left))
    return ". ".join(filter(None, words))


def _present_words(found: Pace, target: str) -> str:
    if found.needed is None:
        return ""
    if found.present is None:
        return "Chưa đủ ngày để tính tốc độ"
    words = f"{PACE_DAYS} ngày qua: {tenths(found.present)} người/ngày"
    if found.reaches_on is not None and not found.enough:
        words += f"; theo tốc độ này đến {short_date(found.reaches_on)} mới đạt {target}"
    return words
