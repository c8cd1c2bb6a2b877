"""When and why each kept copy was made, what is in it, and whether it is proven."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from models.records.kept_copies import reason_words
from models.store.kept import UNKNOWN, KeptCopy
from models.text.formats import number, size_words
from ui.safekeeping.words import copy_moment
from ui.table.column import A_MOMENT, Column, Kind


class KeptLine(NamedTuple):
    """A copy in the table; `now` is when it is looked at."""

    id: int
    copy: KeptCopy
    now: datetime


def _reason(line: KeptLine) -> str:
    words = reason_words(line.copy.reason)
    return f"{words[:1].upper()}{words[1:]}"


def _count(count: int) -> str:
    return "" if count == UNKNOWN else number(count)


def _proof(line: KeptLine) -> str:
    proven = line.copy.proven_at
    return "Chưa thử" if proven is None else f"✓ {copy_moment(proven, line.now)}"


def _proof_kind(line: KeptLine) -> Kind:
    return Kind.WARNING if line.copy.proven_at is None else Kind.GOOD


KEPT_COLUMNS: tuple[Column[KeptLine], ...] = (
    Column(
        "at", "Sao lưu lúc", 15, lambda line: f"{line.copy.made_at:%d/%m/%Y %H:%M}",
        never_cut=A_MOMENT, tooltip=lambda line: str(line.copy.path),
    ),
    Column("why", "Lý do", 22, _reason, tooltip=_reason, fills=True, least=14),
    Column("people", "Số người", 10, lambda line: _count(line.copy.people), Kind.NUMBER),
    Column("size", "Dung lượng", 12, lambda line: size_words(line.copy.size), Kind.NUMBER),
    Column("proven", "Thử khôi phục", 14, _proof, kind_of=_proof_kind, tooltip=_proof),
)  # fmt: skip
