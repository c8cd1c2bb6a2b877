"""The ledger of people in columns and in one sentence."""

from __future__ import annotations

from datetime import date

from models.figures.ledger import reasons_counted
from models.records.denominator import OUTSIDE_NAMES, Ledger, LedgerLine
from models.text.formats import inside_words, number, short_date
from ui.table.column import A_DAY, Column, Kind

IS_COUNTED = "Được tính"


def ledger_state_words(line: LedgerLine) -> str:
    """ "Được tính", or what keeps the person out."""
    return IS_COUNTED if line.outside is None else OUTSIDE_NAMES[line.outside]


COLUMNS: tuple[Column[LedgerLine], ...] = (
    Column("order", "STT", 5, kind=Kind.SERIAL),
    Column("name", "Họ và tên", 19, lambda line: line.name, Kind.STRONG),
    Column("unit", "Đơn vị", 20, lambda line: line.unit, tooltip=lambda line: line.unit),
    Column("state", "Tình trạng", 20, ledger_state_words,
        kind_of=lambda line: Kind.QUIET if line.outside is None else Kind.TEXT),
    Column("reason", "Lý do", 18, lambda line: line.reason, tooltip=lambda line: line.reason),
    Column("since", "Từ ngày", 10, lambda line: short_date(line.since), never_cut=A_DAY),
    Column("until", "Đến hết ngày", 12, lambda line: short_date(line.until), never_cut=A_DAY),
    Column("proof", "Căn cứ", 18, lambda line: line.grounds.proof,
        tooltip=lambda line: line.grounds.proof),
    Column("note", "Ghi chú", 14, lambda line: line.grounds.note,
        tooltip=lambda line: line.grounds.note, fills=True),
)  # fmt: skip


def ledger_counts_words(ledger: Ledger) -> str:
    """ "529 người được tính · 11 người không được tính: 3 nghỉ thai sản, 8 chuyển công tác"."""
    outside = len(ledger.outside)
    counted = f"{number(len(ledger.lines) - outside)} người được tính"
    if not outside:
        return f"{counted}, không có ai ngoài đối tượng."
    reasons = ", ".join(f"{number(n)} {inside_words(why)}" for why, n in reasons_counted(ledger))
    return f"{counted} · {number(outside)} người không được tính: {reasons}."


def change_words(ledger: Ledger, beside: date | None) -> str:
    """ "So với ngày 31/05/2026: 532 → 529: 2 nghỉ thai sản từ 01/6, …"; "" without another day."""
    if beside is None:
        return ""
    said = ledger.footnote or "tổng số không thay đổi."
    return f"So với ngày {short_date(beside)}: {said}"
