"""One phone for two people: allowed, and always said, because it is the login of only one."""

from __future__ import annotations

from collections.abc import Iterable

from models.intake.plan_records import Box, PlanProblem, PlanRow
from models.text.names import match_key
from models.text.phones import display_phone

PHONE_COLUMN = "Điện thoại"


def shared_phones(rows: Iterable[PlanRow]) -> list[PlanProblem]:
    """A warning for each later row whose phone an earlier row gives to somebody else."""
    owners: dict[str, PlanRow] = {}
    found: list[PlanProblem] = []
    for row in rows:
        if not row.phone or row.box in (Box.REJECTED, Box.SKIPPED):
            continue
        owner = owners.setdefault(row.phone, row)
        if owner is not row and match_key(owner.name) != match_key(row.name):
            reason = f"Số này cũng là của {owner.name}, dòng {owner.row}; hãy hỏi lại đơn vị."
            shown = display_phone(row.phone)
            found.append(PlanProblem(row.file, row.sheet, row.row, PHONE_COLUMN, shown, reason))
    return found
