"""Whoever writes: somebody whose data was taken away for good stays nobody, and stays away.

Their row is counted on the days on which they were here. Its unit may follow the units.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from models.errors import AppError
from models.store.schema import change_rows, people
from models.store.sweeping import PURGED_UID

MOVABLE = frozenset({"unit_id"})


def refuse_purged_rows(connection: Connection, change_id: int) -> None:
    """Raise `AppError` when this change writes of a person whose data is gone."""
    before = change_rows.c.before
    of_people = (change_rows.c.change_id == change_id) & (change_rows.c.table_name == people.name)
    found = select(before, change_rows.c.after).where(
        of_people, before.is_not(None), before.contains(f'"{PURGED_UID}', autoescape=True)
    )
    for old, new in connection.execute(found):
        was: dict[str, Any] = json.loads(old)
        becomes: dict[str, Any] = json.loads(new) if new else {}
        if any(becomes.get(name) != value for name, value in was.items() if name not in MOVABLE):
            raise AppError(
                "Dữ liệu của người này đã được xóa hẳn nên không sửa hay đưa trở lại được.",
                "Nếu người ấy làm việc trở lại, hãy thêm như người mới.",
            )
