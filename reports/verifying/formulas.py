"""Formulas of two workbooks: where results are missing they speak, and a changed one is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.verifying.content import ReadContent
from reports.verifying.difference import ChangedPlace, sheet_place


def by_formulas(
    issued: ReadContent, returned: ReadContent, differences: Sequence[ChangedPlace]
) -> list[ChangedPlace]:
    """`differences` without cells that only wait to be calculated, and with changed formulas.

    Where rows were added or left out, formulas move: those of the same column and form are then
    taken to be the same, and say nothing of their own.
    """
    moved = any(None in (each.issued, each.returned) for each in differences)
    before = issued.formulas
    forms = {(sheet, column, _form(each)) for (sheet, _, column), each in before.items()}
    own = {sheet_place(*key): (key, formula) for key, formula in returned.formulas.items()}
    found = list[ChangedPlace]()
    for each in differences:
        key, is_now = own.pop(each.place, (None, ""))
        if each.returned or key is None:
            found.append(each)
        elif moved and (key[0], key[2], _form(is_now)) in forms:
            continue
        elif before.get(key, "") != is_now:
            found.append(each._replace(returned=is_now))
    if moved:
        return found
    changed = ((at, before.get(key, ""), is_now) for at, (key, is_now) in own.items())
    return [*found, *(ChangedPlace(*each) for each in changed if each[1] and each[1] != each[2])]


def _form(formula: str) -> str:
    """A formula without the numbers of its rows."""
    return re.sub(r"(?<=[A-Z])\d+", "#", formula)
