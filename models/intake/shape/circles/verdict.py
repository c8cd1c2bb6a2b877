"""Whether a table lists the people of the office, by all that speaks for and against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from models.intake.shape.circles.birth_signs import are_grown_up
from models.intake.shape.circles.circle import CALLED, OURS, Circle
from models.intake.shape.circles.column_signs import signs_of_column
from models.intake.shape.circles.kin import Kinship
from models.intake.shape.circles.sign import FOR_CERTAIN, Sign, TableSigns, column_called
from models.intake.shape.circles.title_signs import signs_of_titles
from models.intake.shape.evidence.folding import fold_header

ENOUGH = 3.0
"""What must speak for another circle before it is asked whose the list is."""

PLAIN = 2.0
"""Signs of pupils below this fit grown-up learners as well."""

OF_A_CONTACT = 2.0
MOST_ALIKE = 2
"""So many signs of one weight count for a circle: five wages make nobody an official."""

SHOWN_SIGNS = 3

_OF_A_HOUSEHOLD = re.compile(r"\bchu ho\b")


def whose_list(table: TableSigns) -> str:
    """The question of a table that seems to list others than staff, with what speaks for it; ""
    when nothing does, or more speaks for staff."""
    signs = _signs_of(table)
    others = [sign for sign in signs if sign.circle not in OURS]
    ours = sum(sign.weight for sign in signs if sign.circle in OURS)
    weight = sum(sign.weight for sign in others)
    if weight < ENOUGH or weight <= ours:
        return ""
    told = sorted(others, key=lambda sign: -sign.weight)[:SHOWN_SIGNS]
    why = "; ".join(sign.words for sign in told)
    if all(sign.mixed for sign in others):
        what = "có cả người không phải"
    else:
        what = f"là {CALLED[_heaviest(others)]}, không phải danh sách"
    return f"Bảng này có vẻ {what} cán bộ, công chức, viên chức, người lao động ({why})"


def _signs_of(table: TableSigns) -> list[Sign]:
    kinship = table.kinship
    told_apart = kinship is not None and kinship.tells_apart
    signs = [sign for sign in signs_of_titles(table.around) if not (told_apart and sign.mixed)]
    if kinship is not None and not told_apart:
        signs += _of_kin(kinship)
    fields, today = table.fields, table.around.today
    for column in table.columns:
        signs += signs_of_column(table, column, fields.get(column.index))
    if today is None or are_grown_up(table.columns, today):
        # Who is of age and in a class is there to be trained.
        signs = [sign for sign in signs if sign.circle is not Circle.PUPILS or sign.weight >= PLAIN]
    kept: list[Sign] = []
    for sign in signs:
        alike = [each for each in kept if (each.circle, each.weight) == (sign.circle, sign.weight)]
        if len(alike) < MOST_ALIKE:
            kept.append(sign)
    return kept


def _of_kin(kinship: Kinship) -> Iterator[Sign]:
    if kinship.of_a_contact:
        yield Sign(Circle.RELATIVES, OF_A_CONTACT, f"{column_called(kinship.column)} ghi quan hệ")
        return
    title = fold_header(kinship.column.title.text)
    circle = Circle.HOUSEHOLDS if _OF_A_HOUSEHOLD.search(title) else Circle.RELATIVES
    yield Sign(circle, FOR_CERTAIN, f"{column_called(kinship.column)} ghi quan hệ trong gia đình")


def _heaviest(signs: Sequence[Sign]) -> Circle:
    """The circle for which most speaks; no single sign decides it alone."""
    sums: dict[Circle, float] = defaultdict(float)
    for sign in signs:
        sums[sign.circle] += min(sign.weight, ENOUGH)
    return max(sums, key=lambda circle: sums[circle])
