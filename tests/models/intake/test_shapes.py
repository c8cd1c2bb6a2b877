"""Every shape in which lists arrive is read with all people right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.shapes_births import BIRTH_SHAPES
from tests.models.intake.shapes_cells import CELL_SHAPES
from tests.models.intake.shapes_groups import GROUP_SHAPES
from tests.models.intake.shapes_headers import HEADER_SHAPES
from tests.models.intake.shapes_odd import ODD_SHAPES
from tests.models.intake.shapes_wild import WILD_SHAPES
from tests.models.intake.workbooks import Shape

TODAY = date(2026, 6, 8)
SHAPES = (*BIRTH_SHAPES, *HEADER_SHAPES, *GROUP_SHAPES, *CELL_SHAPES, *ODD_SHAPES, *WILD_SHAPES)


@pytest.mark.parametrize("shape", [pytest.param(s, id=s.name) for s in SHAPES])
def test_shape_is_read_with_all_people_right(shape: Shape, tmp_path: Path):
    path = tmp_path / shape.file_name
    path.write_bytes(shape.build())
    workbook = read_workbook(path)
    guesses = [guess for guess in find_tables(workbook) if guess.wanted]
    assert len(guesses) == shape.tables
    assert guesses[0].header_rows == shape.header
    tables = [shape_rows(workbook, guess, TODAY) for guess in guesses]
    rows = [row for table in tables for row in table.rows]
    assert [(r.name, r.phone.number, r.unit) for r in rows] == [
        (t.name, t.phone, t.unit) for t in shape.people
    ]
    for row, truth in zip(rows, shape.people, strict=True):
        assert {name: getattr(row, name) for name in truth.more} == truth.more
    assert [s.row for table in tables for s in table.rejected] == list(shape.rejected)
    assert {p.column for table in tables for p in table.problems} == set(shape.problems)
    for guess, table in zip(guesses, tables, strict=True):
        first, last = guess.data_rows
        seen = sorted([*{row.row for row in table.rows}, *(row.row for row in table.skipped)])
        columns = [column.index for column in guess.columns]
        sheet = workbook.sheet(guess.sheet)
        filled = [
            number
            for number in range(first, last + 1)
            if any(str(sheet.rows[number - 1][i] or "").strip() for i in columns)
        ]
        assert seen == filled


def test_there_are_enough_shapes():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 60
