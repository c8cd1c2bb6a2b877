"""Second posts (kiêm nhiệm) that the rows of a file offer: somebody counts once, in one unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.intake.plan_records import ImportBox, PlanRow

_SAID = re.compile(r"\bkiêm(?: nhiệm)?\b", re.IGNORECASE)

OFFERED = (
    "Dòng này ghi đơn vị khác ({unit}): người này vẫn tính ở {home}; có thể ghi {unit} là chức vụ"
    " kiêm nhiệm."
)
HELD = "{unit} là chức vụ kiêm nhiệm đã có trong danh sách."

STAYS = (
    "Dòng khác của tệp vẫn ghi người này ở {home} nên không chuyển đơn vị; "
    "có thể ghi {unit} là chức vụ kiêm nhiệm."
)


def says_second(*texts: str) -> bool:
    """Whether a post or a note says that it is held beside another one."""
    return any(map(_SAID.search, texts))


def those_staying(rows: Sequence[PlanRow], stay: Mapping[int, str]) -> list[PlanRow]:
    """The rows; those that would move somebody who stays offer a second post instead."""
    settled = list(rows)
    for ordinal, home in stay.items():
        settled[ordinal] = _staying(settled[ordinal], home)
    return settled


def _staying(row: PlanRow, home: str) -> PlanRow:
    changes = tuple(each for each in row.changes if each.field != "position")
    said = next((each.new for each in row.changes if each.field == "position"), "")
    return row._replace(
        box=ImportBox.UPDATED if changes else ImportBox.UNCHANGED,
        changes=changes,
        values={name: each for name, each in row.values.items() if name != "position"},
        reasons=(*row.reasons, STAYS.format(home=home, unit=row.unit)),
        move=None,
        post=said,
    )
