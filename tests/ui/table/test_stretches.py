"""Ctrl and an arrow over filled and blank places, as Excel does it."""

import pytest

from ui.table.stretches import stretch_end


@pytest.mark.parametrize(
    ("cells", "start", "down", "up"),
    [
        ("xxx__xx", 0, 2, 0),
        ("xxx__xx", 1, 2, 0),
        ("xxx__xx", 2, 5, 0),
        ("xxx__xx", 3, 5, 2),
        ("xxx__xx", 4, 5, 2),
        ("xxx__xx", 5, 6, 2),
        ("xxx__xx", 6, 6, 5),
        ("__x____", 0, 2, 0),
        ("__x____", 2, 6, 0),
        ("_______", 3, 6, 0),
        ("x", 0, 0, 0),
    ],
)
def test_a_jump_ends_where_excel_ends_it(cells, start, down, up):
    def filled(at):
        return cells[at] == "x"

    assert stretch_end(filled, start, 1, len(cells)) == down
    assert stretch_end(filled, start, -1, len(cells)) == up
