"""Lists of the office that speak of other things: being in one registers nobody."""

from __future__ import annotations

from collections.abc import Sequence, Set

from models.intake.shape.fields import Field
from models.intake.shape.records import SourceRow

OTHER_MATTER = (
    "Tệp nói về việc khác và không có cột đăng ký của cuộc thi nên không ai được coi là đã đăng ký."
)
STAFF_LIST = (
    "Tệp nói về tình trạng công tác và không ghi ai đã đăng ký nên không ai được coi là đã đăng ký."
)
_OF_PLATFORMS = {Field.LOGIN, Field.SCORE, Field.ATTEMPTS}


def why_no_presence(fields: Set[Field], rows: Sequence[SourceRow]) -> str:
    """Why a row of the table is no registration by itself; "" where it may be one."""
    if fields & _OF_PLATFORMS or any(_says(row) for row in rows):
        return ""
    if Field.OTHER_MATTER in fields:
        return OTHER_MATTER
    return STAFF_LIST if any(row.employment for row in rows) else ""


def _says(row: SourceRow) -> bool:
    return row.registered is not None or row.completed is not None or bool(row.asked)
