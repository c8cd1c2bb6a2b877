"""Several columns that may say where people work: which of them are asked about.

Titles of workplaces ("Đơn vị", "Phòng ban") rank by custom only; two that differ are asked about.
Where people live or meet (thôn, chi bộ, tổ) is a unit only where no workplace is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import spoken_words
from models.intake.shape.fields import Field

MOST = 0.6
LIKE_UNITS = "Các ô giống tên đơn vị nhưng chưa rõ tiêu đề; chưa đọc"

_WORKPLACE = re.compile(
    r"(?:ten )?(?:don vi|co quan|noi (?:dang )?(?:cong tac|lam viec)|phong|ban|truong"
    r"|department|dept|division|office|unit|organi[sz]ation|workplace)"
    r"(?! (?:sinh hoat|quan ly|chu quan|cap tren|cu tru))\b"
)


def may_both_be_units(column: ColumnEvidence, rival: ColumnEvidence) -> bool:
    """Whether both are called workplaces, and not parts of one, and hold units."""
    return _is_workplace(column) and _is_workplace(rival)


def open_units(
    columns: Sequence[ColumnEvidence], meanings: Mapping[int, Field], inside: Collection[int]
) -> dict[int, str]:
    """Unread columns that may hold the units of a table that has none, each with the reason."""
    if Field.UNIT in meanings.values():
        return {}
    return {
        column.index: LIKE_UNITS
        for column in columns
        if column.index in inside
        and column.index not in meanings
        and column.title.text
        and not column.title.thing
        and not column.title.scores
        and column.share(Trait.UNIT) >= MOST
    }


def _is_workplace(column: ColumnEvidence) -> bool:
    named = column.title.best is Field.UNIT and _WORKPLACE.match(spoken_words(column.title.text))
    return bool(named) and column.share(Trait.UNIT) >= MOST
