"""The preview of rows shows the marks that would be set, and no day of what was denied."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.shape.records import SourceRow
from models.text.phones import Phone
from ui.intake.shaped_columns import SHAPED_COLUMNS, ShapedRow

DAY = date(2026, 6, 5)


@pytest.mark.parametrize(
    ("said", "day", "shown"),
    [
        (True, DAY, "✓ 05/06/2026"),
        (True, None, "✓"),
        (None, DAY, "✓ 05/06/2026"),
        (False, DAY, ""),
        (None, None, ""),
    ],
)
def test_a_mark_is_shown_as_it_would_be_set(
    said: bool | None, day: date | None, shown: str
) -> None:
    row = SourceRow(
        "DS", 2, "Nguyễn Văn An", Phone("", ""), registered=said, registered_on=day,
        completed=said, completed_on=day,
    )  # fmt: skip
    texts = {column.key: column.text(ShapedRow(0, row)) for column in SHAPED_COLUMNS}
    assert texts["registered"] == texts["completed"] == shown
