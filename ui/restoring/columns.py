"""The lines of the list of copies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.records.kept_copies import reason_words
from models.safekeeping.bringing_back import CopyBeside
from models.text.formats import number, size_words
from ui.safekeeping.words import copy_moment
from ui.table.column import A_MOMENT, Column, Kind

HERE, SECOND = "máy này", "nơi thứ hai"


class CopyLine(NamedTuple):
    """One copy in the list, and where it lies."""

    id: int
    beside: CopyBeside
    place: str
    now: datetime

    @property
    def proof(self) -> str:
        """Whether somebody has read it back."""
        at = self.beside.copy.proven_at
        return f"đã thử {copy_moment(at, self.now)}" if at is not None else "chưa thử"

    @property
    def later(self) -> str:
        """How many acts came after it."""
        count = self.beside.later
        if count is None:
            return "chọn để so"
        return f"{number(count)} việc" if count else "không có"


def _proof_kind(line: CopyLine) -> Kind:
    return Kind.GOOD if line.beside.copy.proven_at is not None else Kind.QUIET


def _known(count: int) -> str:
    return number(count) if count >= 0 else ""


COPY_COLUMNS: tuple[Column[CopyLine], ...] = (
    Column(
        "made", "Sao lưu lúc", 17, lambda row: f"{row.beside.copy.made_at:%d/%m/%Y %H:%M}",
        never_cut=A_MOMENT, tooltip=lambda row: str(row.beside.copy.path),
    ),
    Column("later", "Việc sau bản này", 15, lambda row: row.later, Kind.STRONG),
    Column("people", "Số người", 9, lambda row: _known(row.beside.copy.people), Kind.NUMBER),
    Column("reason", "Lý do", 24, lambda row: reason_words(row.beside.copy.reason), fills=True),
    Column(
        "proof", "Thử khôi phục", 16, lambda row: row.proof, kind_of=_proof_kind,
        tooltip=lambda row: row.proof,
    ),
    Column("size", "Dung lượng", 10, lambda row: size_words(row.beside.copy.size), Kind.NUMBER),
    Column("files", "Đính kèm", 9, lambda row: _known(row.beside.copy.files), Kind.NUMBER),
    Column("secret", "Mã hóa", 8, lambda row: "có" if row.beside.copy.encrypted else "không"),
    Column(
        "place", "Nơi", 10, lambda row: row.place,
        tooltip=lambda row: str(row.beside.copy.path.parent),
    ),
)  # fmt: skip


def copy_lines(
    copies: tuple[CopyBeside, ...], second: Path | None, now: datetime
) -> list[CopyLine]:
    """A line for each copy; those in the folder `second` lie in the second place."""
    return [
        CopyLine(at, each, SECOND if each.copy.path.parent == second else HERE, now)
        for at, each in enumerate(copies, start=1)
    ]
