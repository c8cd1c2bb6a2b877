"""A contest as the command contest answers it: all of it as data, and in lines to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.contests.levels import levels_in_force
from models.contests.wording import mark_word, marks_counted, rule_words
from models.records import STAGE_KIND_NAMES, Contest, Mark
from models.text.amounts import money_words
from models.text.formats import number, score_words, short_date
from ui.calls.contest import StageLine


def contest_data(contest: Contest, lines: Sequence[StageLine], ending: str) -> dict[str, Any]:
    """Everything of the contest; the keys are those of `contest set`."""
    return {
        "code": contest.code,
        "name": contest.name,
        "short_name": contest.short_name,
        "platform": contest.platform,
        "course_url": contest.course_url,
        "organizer": contest.organizer,
        "report_url": contest.report_url,
        "entry_address": contest.entry_address,
        "purpose": contest.purpose,
        "keep_until": contest.keep_until,
        "target": contest.target,
        "score_rule": str(contest.score_rule),
        "pass_mark": contest.pass_mark,
        "one_mark": contest.one_mark,
        "registered_word": mark_word(Mark.REGISTERED, contest),
        "completed_word": mark_word(Mark.COMPLETED, contest),
        "stage": contest.stage,
        "escalate_after": contest.escalate_after,
        "escalate_days": contest.escalate_days,
        "closed_on": contest.closed_on,
        "ending": ending,
        "stages": [_stage_data(line) for line in lines],
        "prizes": [
            {
                "rank": prize.rank,
                "count": prize.count,
                "amount": prize.amount,
                "honour": prize.honour,
                "words": money_words(prize.amount),
            }
            for prize in contest.prizes
        ],
        "levels": [
            {"least": level.least, "word": level.word, "tone": str(level.tone)}
            for level in levels_in_force(contest)
        ],
    }


def _stage_data(line: StageLine) -> dict[str, Any]:
    stage = line.stage
    return {
        "number": stage.number,
        "name": stage.name,
        "kind": str(stage.kind),
        "starts_on": stage.starts_on,
        "ends_on": stage.ends_on,
        "internal_ends_on": stage.internal_ends_on,
        "task": stage.task,
        "state": str(line.status.state),
        "status": line.status.words,
        "progress": line.progress.words,
        "done": line.progress.done,
    }


def contest_text(contest: Contest, lines: Sequence[StageLine], ending: str) -> str:
    """The same to read."""
    marks = ", ".join(mark_word(mark, contest) for mark in marks_counted(contest))
    told = [
        f"{contest.code}  {contest.name}",
        *([ending] if ending else []),
        f"{contest.platform}  {contest.course_url}".strip(),
        f"Chỉ tiêu {contest.target}%; {rule_words(contest.score_rule, contest.pass_mark)}.",
        f"Các mốc: {marks}.",
        f"Lưu giữ dữ liệu cá nhân đến {short_date(contest.keep_until)}."
        if contest.keep_until
        else "",
        *map(_stage_text, lines),
    ]
    for prize in contest.prizes:
        words = money_words(prize.amount)
        told.append(f"{prize.rank}: {number(prize.count)} × {number(prize.amount)} đ ({words})")
    for level in levels_in_force(contest):
        told.append(f"Mức “{level.word}”: từ {score_words(level.least)}%")
    return "\n".join(filter(None, told))


def _stage_text(line: StageLine) -> str:
    stage = line.stage
    own = f", hạn của xã {short_date(stage.internal_ends_on)}" if stage.internal_ends_on else ""
    return (
        f"Chặng {stage.number} – {stage.name} ({STAGE_KIND_NAMES[stage.kind].lower()}): "
        f"{short_date(stage.starts_on)} – {short_date(stage.ends_on)}{own}. "
        f"{line.status.words}. {line.progress.words}."
    )
