"""Formulas of two workbooks: where results are missing they speak, and a changed one is told."""

from __future__ import annotations

from collections.abc import Sequence

from reports.verifying.content import ReadContent
from reports.verifying.difference import ChangedPlace, sheet_place


def by_formulas(
    issued: ReadContent, returned: ReadContent, differences: Sequence[ChangedPlace]
) -> list[ChangedPlace]:
    """`differences` without cells that only wait to be calculated, and with changed formulas.

    Where rows were added or left out, formulas move and say nothing of their own.
    """
    if any(None in (each.issued, each.returned) for each in differences):
        return [*differences]
    before = issued.formulas
    own = {sheet_place(*key): (before.get(key, ""), f) for key, f in returned.formulas.items()}
    found = list[ChangedPlace]()
    for each in differences:
        was, is_now = own.pop(each.place, ("", ""))
        if each.returned or not is_now:
            found.append(each)
        elif was != is_now:
            found.append(each._replace(returned=is_now))
    changed = {place: pair for place, pair in own.items() if pair[0] and pair[0] != pair[1]}
    return [*found, *(ChangedPlace(place, *pair) for place, pair in changed.items())]
