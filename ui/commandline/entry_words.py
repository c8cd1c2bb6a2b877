"""Entries and the jury as the JSON contract has them, and as lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.campaign.entry_wording import jury_words, sent_words
from models.records.entries import ContestEntry, EntryBook, Juror
from models.text.formats import number


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
        jury_words(entry.standing),
    ]
    if entry.representative:
        parts.append("bài đại diện")
    if entry.sent is not None:
        parts.append(sent_words(entry.sent))
    parts += entry.awards
    return f"  [{entry.id}] {' · '.join(parts)}"
