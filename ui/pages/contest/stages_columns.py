"""The columns of stages, prizes and levels."""

from __future__ import annotations

from typing import NamedTuple

from models.contests.stage_status import StageState
from models.records import LEVEL_TONE_NAMES, STAGE_KIND_NAMES, Level, LevelTone, Prize
from models.text.amounts import money_words
from models.text.formats import number, score_words, short_date
from ui.calls.contest import StageLine
from ui.table.column import A_DAY, Column, Kind

WORKED_ON = "(đang làm)"
STATE_KINDS = {
    StageState.NOT_OPEN: Kind.QUIET,
    StageState.OPEN: Kind.TEXT,
    StageState.DUE_SOON: Kind.STRONG,
    StageState.OVERDUE: Kind.WARNING,
    StageState.DONE: Kind.GOOD,
    StageState.CLOSED: Kind.QUIET,
}
TONE_KINDS = {
    LevelTone.GOOD: Kind.GOOD,
    LevelTone.FAIR: Kind.TEXT,
    LevelTone.LOW: Kind.WARNING,
    LevelTone.NONE: Kind.QUIET,
}


class LevelLine(NamedTuple):
    """One level with its place in the list."""

    id: int
    level: Level


def _name(line: StageLine) -> str:
    name = f"{line.stage.number}. {line.stage.name}"
    return f"{name} {WORKED_ON}" if line.worked_on else name


STAGE_COLUMNS: tuple[Column[StageLine], ...] = (
    Column("name", "Chặng", 29, _name, Kind.STRONG, tooltip=lambda line: line.stage.task,
           fills=True),
    Column("status", "Trạng thái", 28, lambda line: line.status.words,
           kind_of=lambda line: STATE_KINDS[line.status.state],
           tooltip=lambda line: line.status.words),
    Column("progress", "Kết quả", 26, lambda line: line.progress.words,
           tooltip=lambda line: line.progress.words),
    Column("starts", "Bắt đầu", 11, lambda line: short_date(line.stage.starts_on),
           never_cut=A_DAY),
    Column("own", "Hạn của xã", 12, lambda line: short_date(line.stage.internal_ends_on) or "–",
           never_cut=A_DAY),
    Column("ends", "Hạn của thành phố", 15, lambda line: short_date(line.stage.ends_on),
           never_cut=A_DAY),
    Column("kind", "Loại", 20, lambda line: STAGE_KIND_NAMES[line.stage.kind]),
)  # fmt: skip

PRIZE_COLUMNS: tuple[Column[Prize], ...] = (
    Column("rank", "Giải", 20, lambda prize: prize.rank, Kind.STRONG),
    Column("count", "Số lượng", 9, lambda prize: number(prize.count), Kind.NUMBER),
    Column("amount", "Mức thưởng (đồng)", 18, lambda prize: number(prize.amount), Kind.NUMBER),
    Column("words", "Bằng chữ", 30, lambda prize: money_words(prize.amount), fills=True, least=16,
           tooltip=lambda prize: money_words(prize.amount)),
)  # fmt: skip

LEVEL_COLUMNS: tuple[Column[LevelLine], ...] = (
    Column("word", "Mức", 16, lambda line: line.level.word, Kind.STRONG,
           kind_of=lambda line: TONE_KINDS[line.level.tone], fills=True),
    Column("least", "Từ tỷ lệ", 12, lambda line: _least(line.level)),
    Column("tone", "Màu", 17, lambda line: LEVEL_TONE_NAMES[line.level.tone]),
)  # fmt: skip


def _least(level: Level) -> str:
    return "chưa có ai" if level.tone is LevelTone.NONE else f"{score_words(level.least)}%"
