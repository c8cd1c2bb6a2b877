"""How the command freeze tells of frozen reports and the names behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.figures.board import leading_mark
from models.records import Contest, Mark
from models.records.frozen import FrozenReport, PersonThen
from models.text.formats import iso_minute, number, percent, until_words


def frozen_data(report: FrozenReport) -> dict[str, Any]:
    """A frozen report without its names: `figures_hash` is short, as documents print it."""
    found = report.figures
    return {
        "id": report.id,
        "figures_hash": report.short_hash,
        "figures_hash_long": report.digest,
        "kind": report.kind,
        "title": report.title,
        "at": report.at.isoformat(timespec="seconds"),
        "who": report.who,
        "as_of": found.as_of,
        "as_of_time": iso_minute(found.minute),
        "stage": found.stage,
        "period": report.period,
        "total": found.total,
        "registered": found.registered,
        "completed": found.completed,
        "replaced_by": report.replaced_by,
        "names_purged": report.nameless,
    }


def frozen_line(report: FrozenReport, contest: Contest | None) -> str:
    """ "số 3, đến hết ngày 08/06/2026: 24/532 (4,5%), mã 0a1b2c3d4e5f": of the mark that leads."""
    found = report.figures
    leads = leading_mark(contest) is Mark.REGISTERED
    count = found.registered if leads else found.completed
    rate = percent(count, found.total)
    words = (
        f"số {report.id}, {until_words(found.as_of, found.minute)}: "
        f"{number(count)}/{number(found.total)} ({rate}), mã {report.short_hash}"
    )
    parts = [words, report.title, f"chốt lúc {report.at:%H:%M} ngày {report.at:%d/%m/%Y}"]
    if report.replaced_by is not None:
        parts.append(f"đã thay bằng số {report.replaced_by}")
    if report.nameless:
        parts.append("tên đã được xóa theo quy định")
    return ", ".join(filter(None, parts))


def names_data(people: Iterable[PersonThen]) -> list[dict[str, Any]]:
    """Everybody behind a report: in or out with the reason, and how far they had come."""
    return [
        {
            "uid": each.uid,
            "name": each.name,
            "unit": each.unit,
            "counts": each.counts,
            "mark": each.mark and str(each.mark),
            "outside": each.outside and str(each.outside),
            "reason": each.reason,
        }
        for each in people
    ]
