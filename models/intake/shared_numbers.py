"""One phone or one staff code for two people: allowed, and always said, since each is one's own."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.newcomers import columns_of_many
from models.intake.plan_records import ImportBox, PlanProblem, PlanRow
from models.intake.repeated import repeated
from models.text.formats import number
from models.text.names import match_key
from models.text.phones import display_phone

PHONE_COLUMN = "Điện thoại"
CODE_COLUMN = "Mã cán bộ"
MOST_TOLD = 0.2
"""Codes of which more are shared are no codes of people, which is said once."""


def shared_phones(rows: Sequence[PlanRow]) -> list[PlanProblem]:
    """A warning for each later row whose phone an earlier row gives to somebody else."""
    owners: dict[str, PlanRow] = {}
    found: list[PlanProblem] = []
    twice = repeated([row.phone for row in rows])
    for row in rows if twice else ():
        if row.phone not in twice or row.box in (ImportBox.REJECTED, ImportBox.SKIPPED):
            continue
        owner = owners.setdefault(row.phone, row)
        if owner is not row and match_key(owner.name) != match_key(row.name):
            reason = f"Số này cũng là của {owner.name}, dòng {owner.row}; hãy hỏi lại đơn vị."
            shown = display_phone(row.phone)
            found.append(PlanProblem(row.file, row.sheet, row.row, PHONE_COLUMN, shown, reason))
    return found


def shared_codes(rows: Sequence[PlanRow]) -> list[PlanProblem]:
    """A warning for each later row whose staff code an earlier row gives to another name."""
    owners: dict[str, PlanRow] = {}
    found: list[PlanProblem] = []
    coded = 0
    told = columns_of_many(("staff_code",), [row.values for row in rows])["staff_code"]
    for row, code in zip(rows, told, strict=True) if any(told) else ():
        if not code or row.box in (ImportBox.REJECTED, ImportBox.SKIPPED):
            continue
        coded += 1
        owner = owners.setdefault(code, row)
        if owner is not row and match_key(owner.name) != match_key(row.name):
            reason = f"Mã này cũng là của {owner.name}, dòng {owner.row}; hãy hỏi lại đơn vị."
            found.append(PlanProblem(row.file, row.sheet, row.row, CODE_COLUMN, code, reason))
    if len(found) <= max(2, MOST_TOLD * coded):
        return found
    reason = (
        f"{number(len(found))} dòng có mã trùng với người khác tên; "
        "không dùng mã để phân biệt người."
    )
    first = found[0]
    return [PlanProblem(first.file, first.sheet, first.row, CODE_COLUMN, first.value, reason)]
