"""Where the names of a table stand: in one column, or in two or three that lie side by side.

Every way is weighed by titles and cells; the one that explains most wins, and the next best one
of other people says how sure that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from models.intake.grid import Cell
from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.fit import title_weight
from models.intake.shape.evidence.given import is_given
from models.intake.shape.fields import Field
from models.intake.shape.looks import PLAIN_SURNAMES, SURNAMES, is_person
from models.text.names import match_key, search_fold

LEAST = 2.0
"""What a way must weigh before a table is a list of people."""

SAME = 0.5
FEW, MANY_ROWS = 0.4, 4
"""Of so many cells and more, so few different ones are no names, unless a title calls them so."""

VOCABULARY = Trait.STAFF | Trait.POSITION | Trait.UNIT | Trait.MARK | Trait.GENDER | Trait.KIN
_WRONG_KIND = -7.0
_SPLIT_TITLE = 1.5
MOST_PAIRS = 160


@dataclass(frozen=True, slots=True)
class NameWay:
    """One way to read names: the field of each column that takes part, and what it weighs."""

    columns: tuple[tuple[int, Field], ...]
    weight: float
    by_cells: float
    other: bool = False

    @property
    def first(self) -> int:
        """The leftmost column."""
        return min(index for index, _ in self.columns)

    @property
    def indexes(self) -> frozenset[int]:
        """The columns that take part."""
        return frozenset(index for index, _ in self.columns)


def name_ways(columns: Sequence[ColumnEvidence], *, headless: bool) -> list[NameWay]:
    """All ways worth a thought, the best first."""
    ways = [_single(column, headless=headless) for column in columns]
    filled = [column for column in columns if column.filled or column.title.text]
    for left, right in pairwise(filled):
        ways += _pairs(left, right, headless=headless)
    for three in zip(filled, filled[1:], filled[2:], strict=False):
        ways += _triple(*three)
    return sorted((way for way in ways if way.weight > 0), key=lambda way: -way.weight)


def _single(column: ColumnEvidence, *, headless: bool) -> NameWay:
    by_title = title_weight(column, Field.FULL_NAME, headless=headless)
    by_cells = whole_names(column)
    return NameWay(
        ((column.index, Field.FULL_NAME),),
        by_title + by_cells * column.weight,
        by_cells,
        column.title.other,
    )


def whole_names(column: ColumnEvidence) -> float:
    """How much the cells look like whole names of people."""
    if not column.filled:
        return 0.0
    # "Viên chức" and "Hàm Yên" begin with family names too: of such words only different ones
    # count, for names hardly come twice.
    words = column.share(Trait.PERSON) - column.share_without(Trait.PERSON, VOCABULARY)
    people = column.share(Trait.PERSON) - words * (1 - column.distinct)
    if column.is_typed and people < 0.3:
        return _WRONG_KIND
    known = Field.FULL_NAME in column.title.scores
    bodies = column.share_without(
        Trait.UNIT | Trait.POSITION | Trait.STAFF | Trait.BODY, Trait.PERSON
    )
    score = 4.5 * (2 * people - 1) - 3.0 * bodies
    if column.distinct < FEW and column.filled > MANY_ROWS:
        score -= 2.5 if known else 5.0
    if column.share(Trait.LONG) > SAME:
        score -= 3.0
    # Names of other peoples have no family name that is known: the title vouches for them.
    return max(score, -2.0) if known and bodies < 0.2 else score


def _pairs(left: ColumnEvidence, right: ColumnEvidence, *, headless: bool) -> list[NameWay]:
    return [
        way
        for family, given in ((left, right), (right, left))
        if (way := _pair(family, given, headless=headless)) is not None
    ]


def _pair(family: ColumnEvidence, given: ColumnEvidence, *, headless: bool) -> NameWay | None:
    follows = given.index > family.index
    by_title = _titles_of_pair(family, given, headless=headless, follows=follows)
    if by_title is None:
        return None
    by_cells = _cells_of_pair(family, given)
    if by_cells is None:
        return None
    columns = ((family.index, Field.FAMILY_NAME), (given.index, Field.GIVEN_NAME))
    weight = by_title + by_cells * max(family.weight, 0.6) - (0.0 if follows else 0.3)
    return NameWay(columns, weight, by_cells, family.title.other or given.title.other)


def _titles_of_pair(
    family: ColumnEvidence, given: ColumnEvidence, *, headless: bool, follows: bool
) -> float | None:
    if headless:
        return 0.0
    of_family = title_weight(family, Field.FAMILY_NAME, headless=False)
    of_given = title_weight(given, Field.GIVEN_NAME, headless=False)
    same = not given.title.text or given.title.text == family.title.text
    if same and follows and Field.FULL_NAME in family.title.scores:
        return max(of_family, 0.0) + _SPLIT_TITLE
    named = family.title.scores.keys() & {Field.FAMILY_NAME, Field.MIDDLE_NAME}
    if not named or Field.GIVEN_NAME not in given.title.scores:
        return None
    if named == {Field.MIDDLE_NAME}:
        of_family = family.title.scores[Field.MIDDLE_NAME]
    return of_family + of_given


def _cells_of_pair(family: ColumnEvidence, given: ColumnEvidence) -> float | None:
    if not family.filled and not given.filled:
        return 0.0
    if given.is_typed:
        return None
    both = (
        (str(a).strip(), str(b).strip())
        for a, b in zip(family.cells, given.cells, strict=True)
        if a is not None and b is not None
    )
    pairs = list(islice(both, MOST_PAIRS))
    if len(pairs) * 2 < max(family.filled, 1):
        return None
    count = len(pairs)
    repeats = sum(1 for a, b in pairs if a.split()[-1:] == b.split()[-1:])
    if repeats * 2 > count:
        return None
    people = sum(1 for a, b in pairs if is_person(f"{a} {b}")) / count
    short = sum(1 for _, b in pairs if _is_part(b)) / count
    given_words = sum(1 for _, b in pairs if is_given(b.split()[-1] if b else "")) / count
    length = sum(len(a.split()) for a, _ in pairs) / count
    behind = sum(len(b.split()) for _, b in pairs) / count
    if (
        min(length, behind) > 2
        and min(family.share(Trait.PERSON), given.share(Trait.PERSON)) > SAME
    ):
        return None
    families = sum(1 for a, _ in pairs if _is_surname(a.partition(" ")[0])) / count
    score = 3.0 * (2 * people - 1) + 3.0 * (2 * short - 1) + 3.0 * (given_words - 0.4)
    score += max(-4.0, min(1.0, (2.5 - length) * 3)) + 2.0 * (families - 0.5)
    if length > 1.2:
        score -= 3.0 * max(0.0, behind - 1.4)
    return score + _against_parts(given, count)


def _against_parts(given: ColumnEvidence, count: int) -> float:
    kinds = len({str(cell).strip() for cell in given.cells if cell is not None})
    against = 0.0
    if given.share(Trait.GENDER) > SAME and kinds <= 2:
        against -= 8.0
    if (count > 8 and kinds < 0.2 * count) or (count > 2 and kinds == 1):
        against -= 4.0
    if given.share(Trait.UNIT | Trait.POSITION | Trait.STAFF) > SAME:
        against -= 6.0
    return against


def _triple(family: ColumnEvidence, middle: ColumnEvidence, given: ColumnEvidence) -> list[NameWay]:
    if Field.MIDDLE_NAME not in middle.title.scores:
        return []
    titles = family.title.scores.get(Field.FAMILY_NAME), given.title.scores.get(Field.GIVEN_NAME)
    if titles[0] is None or titles[1] is None:
        return []
    joined: list[Cell] = [
        f"{a or ''} {b or ''}".strip() or None
        for a, b in zip(family.cells, middle.cells, strict=True)
    ]
    whole = ColumnEvidence(family.index, family.title, joined, family.masks)
    by_cells = _cells_of_pair(whole, given)
    if by_cells is None:
        return []
    columns = (
        (family.index, Field.FAMILY_NAME),
        (middle.index, Field.MIDDLE_NAME),
        (given.index, Field.GIVEN_NAME),
    )
    weight = titles[0] + titles[1] + middle.title.scores[Field.MIDDLE_NAME] + by_cells
    return [NameWay(columns, weight, by_cells)]


def _is_part(text: str) -> bool:
    words = text.split()
    return len(words) <= 3 and all(word.isalpha() and len(word) <= 7 for word in words)


@lru_cache(4096)
def _is_surname(word: str) -> bool:
    return match_key(word) in SURNAMES or (word.isascii() and search_fold(word) in PLAIN_SURNAMES)
