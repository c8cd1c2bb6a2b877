"""Rows that a statement is given beside the data."""

from __future__ import annotations

from models.records import Mark
from models.roster.marks import clear_marks, set_marks
from tests.factory import add_people


def test_a_second_mark_compiles_nothing_anew(file):
    ids = add_people(file, 4)
    for deed in (set_marks, clear_marks):
        deed(file, ids[:2], Mark.REGISTERED)
        before = set(file.engine._compiled_cache)
        deed(file, ids[2:], Mark.REGISTERED)
        assert set(file.engine._compiled_cache) == before
