"""Which of several columns of phones is the person's own, and which nobody can say of.

A title that says more than "phone" and that no word explains may be of anybody: beside a plain
one it is never read. Digits that only might be phones are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.wording import OFFICE, WORDS
from models.intake.shape.fields import Field

PLAIN = WORDS - 0.5
"""A further number must be called so plainly: "SĐT 2", not "SĐT" of somebody who is unknown."""

SECOND = 0.4
"""How well a further column of phones fits, beside the first: it is a second number."""

MOST = 0.6
OF_OFFICE = "Tiêu đề ghi đây là số của cơ quan, không chắc là số của từng người; chưa đọc"
LIKE_PHONES = "Các ô giống số điện thoại nhưng tiêu đề không ghi như vậy; chưa đọc"

MeaningWeights = Mapping[int, Mapping[Field, float]]
"""What each column weighs for each meaning."""


def with_own_phone(
    columns: Sequence[ColumnEvidence], weights: MeaningWeights
) -> dict[int, dict[Field, float]]:
    """The weights, where only plainly called numbers compete once there is one of them."""
    called = {c.index for c in columns if Field.PHONE in weights[c.index] and _is_plain(c)}
    result: dict[int, dict[Field, float]] = {}
    for column in columns:
        own = dict(weights[column.index])
        if Field.PHONE in own:
            if called and column.index not in called:
                del own[Field.PHONE]
            elif column.index in called or not column.title.text:
                own[Field.OTHER_PHONE] = own[Field.PHONE] * SECOND
        result[column.index] = own
    return result


def open_phones(
    columns: Sequence[ColumnEvidence], meanings: Mapping[int, Field], inside: Collection[int]
) -> dict[int, str]:
    """Unread columns that may hold the phones of a table that has none, each with the reason."""
    if Field.PHONE in meanings.values():
        return {}
    return {
        column.index: why
        for column in columns
        if column.index in inside and column.index not in meanings and (why := _why_open(column))
    }


def _why_open(column: ColumnEvidence) -> str:
    title = column.title
    if column.share(Trait.PHONE) < MOST or title.other or title.old or not title.text:
        return ""
    if title.thing == OFFICE:
        return OF_OFFICE
    return LIKE_PHONES if title.thing in {"", Field.LOGIN} else ""


def _is_plain(column: ColumnEvidence) -> bool:
    """Whether a column is called a phone without further words, and holds nothing else."""
    if column.filled and not column.share_without(Trait.PHONE | Trait.DIGITS, Trait.IDENTITY):
        return False
    return column.title.scores.get(Field.PHONE, 0.0) >= PLAIN
