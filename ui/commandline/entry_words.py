"""Entries and the jury as the JSON contract has them, and as lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.records.entries import CHANNEL_NAMES, ContestEntry, EntryBook, Juror, Sending
from models.text.formats import number, score_words, short_date


def entry_data(entry: ContestEntry) -> dict[str, Any]:
    """One entry with its authors, scores and what became of it."""
    standing = entry.standing
    return {
        "id": entry.id,
        "stage": entry.stage,
        "title": entry.title,
        "unit": entry.unit,
        "summary": entry.summary,
        "received_on": entry.received_on,
        "representative": entry.representative,
        "authors": [
            {
                "name": author.name,
                "on_roster": author.person_id is not None,
                "unit": author.unit,
                "phone": author.phone,
                "left_on": author.left_on,
            }
            for author in entry.authors
        ],
        "scores": [
            {"juror": each.juror, "score": each.score, "note": each.note} for each in entry.scores
        ],
        "mean": standing.mean,
        "scored": standing.count,
        "missing": standing.missing,
        "rank": standing.rank,
        "ties": standing.ties,
        "sent": None
        if entry.sent is None
        else {
            "at": entry.sent.at.isoformat(timespec="minutes"),
            "by": str(entry.sent.channel),
            "note": entry.sent.note,
            "proofs": entry.sent.proofs,
        },
        "presented": {
            "at": _moment(entry.presented.at),
            "presenter": entry.presented.presenter,
            "result": entry.presented.result,
        }
        if entry.presented.is_known
        else None,
        "files": entry.files,
        "awards": entry.awards,
    }


def jury_data(jurors: Sequence[Juror]) -> list[dict[str, Any]]:
    """The jury, and how many entries each of them has scored."""
    return [
        {"name": each.name, "position": each.position, "role": each.role, "scored": each.scored}
        for each in jurors
    ]


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="minutes")


def book_text(book: EntryBook) -> str:
    """All entries of a stage, the best first."""
    head = (
        f"Chặng {book.stage} – {book.stages[book.stage]}: {number(len(book.entries))} bài dự thi; "
        f"Ban Giám khảo {number(len(book.jurors))} người, thang điểm {book.scale}."
    )
    return "\n".join([head, *map(entry_line, book.entries)])


def entry_line(entry: ContestEntry) -> str:
    """ "  [3] Trợ lý hồ sơ · Trạm Y tế · tác giả Lê Thị Hoa · 85,5 điểm, hạng 1 · bài đại diện"."""
    authors = ", ".join(author.name for author in entry.authors)
    parts = [
        entry.title,
        entry.unit,
        f"tác giả {authors}" if authors else "chưa ghi tác giả",
        standing_words(entry),
    ]
    if entry.representative:
        parts.append("bài đại diện")
    if entry.sent is not None:
        parts.append(sending_words(entry.sent))
    parts += entry.awards
    return f"  [{entry.id}] {' · '.join(parts)}"


def sending_words(sent: Sending) -> str:
    """ "gửi 16:30 ngày 18/06/2026 qua Zalo, chưa có minh chứng"."""
    proofs = f"{number(sent.proofs)} minh chứng" if sent.proofs else "chưa có minh chứng"
    at = f"{sent.at:%H:%M} ngày {short_date(sent.at.date())}"
    return f"gửi {at} qua {CHANNEL_NAMES[sent.channel]}, {proofs}"


def standing_words(entry: ContestEntry) -> str:
    """ "85,5 điểm, hạng 1 (bằng điểm 1 bài khác), còn thiếu điểm của Lê Thị Hoa"."""
    standing = entry.standing
    if standing.rank is None:
        return "chưa chấm"
    told = f"{score_words(standing.mean)} điểm, hạng {number(standing.rank)}"
    if standing.ties:
        told += f" (bằng điểm {number(len(standing.ties))} bài khác)"
    if standing.missing:
        told += f", còn thiếu điểm của {', '.join(standing.missing)}"
    return told
