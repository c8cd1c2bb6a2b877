"""The lines of the preview: what stands in the text, who that is, why, and what would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.marking.records import Recognised, Standing, Suggestion
from models.records import Mark
from models.text.formats import number, short_date
from ui.deciding.answers import Answer
from ui.table.column import Column, Kind

STANDING_WORDS = {
    Standing.SURE: "✓ Nhận ra",
    Standing.UNCERTAIN: "? Cần quyết định",
    Standing.NOT_FOUND: "✗ Không tìm thấy",
}
DECISION_WORDS = {
    Answer.THIS: "✓ Đã chọn",
    Answer.NOBODY: "✗ Không phải ai",
    Answer.ASIDE: "– Bỏ qua",
}


@dataclass(frozen=True, slots=True)
class MentionDecision:
    """Who somebody of the text is said to be; `person_id` goes with THIS."""

    answer: Answer
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class MentionLine:
    """One line: a mention, what was decided, and who will be marked for it."""

    id: int
    item: Recognised
    mark: Mark
    decision: MentionDecision | None = None
    chosen: Suggestion | None = None
    names: MarkNames = USUAL_NAMES


def _standing(line: MentionLine) -> str:
    if line.decision is not None:
        return DECISION_WORDS[line.decision.answer]
    return STANDING_WORDS[line.item.standing]


def _look(line: MentionLine) -> Kind:
    settled = line.decision is not None or line.item.standing is Standing.SURE
    return Kind.TEXT if settled else Kind.WARNING


def _person(line: MentionLine) -> str:
    if line.chosen is not None:
        return line.chosen.name
    count = len(line.item.suggestions)
    if line.decision is not None or not count:
        return ""
    return f"{line.item.suggestions[0].name}?" if count == 1 else f"{number(count)} người giống"


def _unit(line: MentionLine) -> str:
    people = [line.chosen] if line.chosen else line.item.suggestions
    return people[0].unit if len(people) == 1 and people[0] else ""


def _effect(line: MentionLine) -> str:
    if line.chosen is None:
        return ""
    if stays_completed(line.chosen, line.mark):
        return f"{line.names.done(Mark.COMPLETED)} nên giữ nguyên"
    since = marked_on(line.chosen, line.mark)
    return f"có từ {short_date(since)}" if since else f"sẽ ghi {line.names.done(line.mark)}"


def marked_on(person: Suggestion, mark: Mark) -> date | None:
    """Since when a person has the mark; None when they do not."""
    days = {Mark.REGISTERED: person.registered_on, Mark.FAILED: person.failed_on}
    return days.get(mark, person.completed_on)


def stays_completed(person: Suggestion, mark: Mark) -> bool:
    """Whether somebody has completed and so does not fail any more."""
    return mark is Mark.FAILED and person.completed_on is not None


def is_fresh(person: Suggestion, mark: Mark) -> bool:
    """Whether marking changes something of somebody."""
    return marked_on(person, mark) is None and not stays_completed(person, mark)


def _reasons(line: MentionLine) -> str:
    item = line.item
    people = [line.chosen] if line.chosen else item.suggestions[:1] if _one(item) else []
    told = [item.reason, *[reason for each in people if each for reason in each.reasons]]
    if item.times > 1:
        told.append(f"ghi {number(item.times)} lần")
    return "; ".join(dict.fromkeys(filter(None, told)))


def _one(item: Recognised) -> bool:
    return len(item.suggestions) == 1


COLUMNS: tuple[Column[MentionLine], ...] = (
    Column("standing", "Kết quả", 18, _standing, kind_of=_look),
    Column("text", "Trong văn bản", 23, lambda line: line.item.mention.text),
    Column("person", "Người trong danh sách", 21, _person, Kind.STRONG),
    Column("unit", "Đơn vị", 20, _unit, Kind.QUIET, tooltip=_unit),
    Column("effect", "Sẽ thay đổi", 20, _effect, Kind.QUIET),
    Column("reasons", "Lý do", 24, _reasons, tooltip=_reasons, fills=True),
)
