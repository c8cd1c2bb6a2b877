"""Which issued document a returned file claims to be: by its hash, or by its title and day."""

from __future__ import annotations

from collections.abc import Sequence

from models.records.frozen import FrozenReport
from models.text.formats import decree_date, short_date
from reports.verifying.content import ReadContent, plain_text


def claimed(content: ReadContent, reports: Sequence[FrozenReport]) -> tuple[FrozenReport, ...]:
    """The issued documents among `reports` that `content` may be, the newest first.

    Those whose figures' hash it names; where it names none that is known, those whose title stands
    in it. Title, unit and day then part those of one hash.
    """
    issued = [each for each in reports if each.issue is not None]
    said = f"{content.text} {' '.join(map(plain_text, content.about))}".casefold()
    named = [each for each in issued if each.short_hash in content.hashes]
    found = named or [each for each in issued if _titled(each, said)]
    for closer in (_titled, _of_unit, _of_day):
        nearer = [each for each in found if closer(each, said)]
        found = nearer or found
    return tuple(sorted(found, key=lambda each: each.id, reverse=True))


def _titled(report: FrozenReport, said: str) -> bool:
    return report.issue is not None and plain_text(report.issue.name).casefold() in said


def _of_unit(report: FrozenReport, said: str) -> bool:
    unit = report.issue.unit_name if report.issue else ""
    return bool(unit) and plain_text(unit).casefold() in said


def _of_day(report: FrozenReport, said: str) -> bool:
    day = report.figures.as_of
    written = short_date(day), decree_date(day), f"{day.day}/{day.month}/{day.year}"
    return any(each in said for each in written)
