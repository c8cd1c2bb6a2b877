"""Several people in a row, told apart by their posts: "Bí thư | SĐT | Trưởng thôn | SĐT".

Each column of names under a post is a person with that post. Where the row has no person of its
own and not all titles are posts ("Người giao | Người nhận"), it is asked whose list it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.intake.grid import column_letter
from models.intake.shape.decide import TableReading, reading_of
from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.posts import Whose, whose_of
from models.intake.shape.evidence.title import NAMED, TitleSense, read_title
from models.intake.shape.fields import Field
from models.intake.shape.looks import is_person
from models.intake.shape.mark_titles import LEVELS, MARK_FIELDS
from models.intake.shape.names import NameWay
from models.intake.shape.records import ColumnGuess
from models.intake.shape.several import people_in

MOST = 0.6
OF_NOBODY = "Mỗi dòng có nhiều người nên không rõ cột này là của ai; chưa đọc, hãy chọn nếu đúng"

_OF_THE_ROW = frozenset({Field.UNIT, Field.ORDER_NUMBER})
_OF_ANYBODY = frozenset({Field.NOTE, Field.EMPLOYMENT, *MARK_FIELDS})
_NO_PEOPLE = frozenset({Field.UNIT, Field.NOTE, Field.STAFF_CODE, Field.LOGIN})


class PostBlock(NamedTuple):
    """The people of one column of names: how they are read, in which columns, with what post.

    `question` is what must be asked first; `open` are columns that may be theirs.
    """

    reading: TableReading
    way: NameWay
    columns: tuple[int, ...]
    position: str = ""
    question: str = ""
    open: Mapping[int, Field] = {}


def people_by_post(reading: TableReading) -> list[PostBlock]:
    """A block for each column of people by post; none where the row has a person of its own."""
    if reading.headless:
        return []
    people = {c.index: whose for c in reading.columns if (whose := _person(c)) is not None}
    posts = [index for index, whose in people.items() if whose.post]
    alone = len(people) < 2 and not any(whose.leads for whose in people.values())
    if alone or _has_own_person(reading, people):
        return []
    question = "" if len(posts) == len(people) else _question(reading, people)
    places = _places(reading, people)
    last = max(people)
    return [
        PostBlock(
            *_own(reading, at, whose, places),
            position=_position(whose) if whose.post else "",
            question=question,
            open=_nobodys(reading, places) if at == last else {},
        )
        for at, whose in people.items()
    ]


def with_open(columns: Sequence[ColumnGuess], block: PostBlock) -> tuple[ColumnGuess, ...]:
    """The guesses for a block, with the columns of which nobody can say whose they are."""
    texts = {column.index: column.title.text for column in block.reading.columns}
    more = [
        ColumnGuess(at, column_letter(at), texts[at], Field.IGNORED, OF_NOBODY, field)
        for at, field in block.open.items()
    ]
    return tuple(sorted((*columns, *more), key=lambda column: column.index))


def _position(whose: Whose) -> str:
    """The post as the title writes it, without the number that tells two of one kind apart."""
    bare = whose.role.rstrip("0123456789 .")
    return f"{bare[:1].upper()}{bare[1:]}"


def _levels(column: ColumnEvidence) -> tuple[str, ...]:
    return tuple(column.title.text.split(LEVELS))


def _person(column: ColumnEvidence) -> Whose | None:
    """Whose names a column holds, if it holds names under a title that says whose."""
    title = column.title
    if not title.text or title.old:
        return None
    whose = whose_of(_levels(column))
    stranger = (title.other or not title.thing) and title.best not in _NO_PEOPLE
    return whose if (whose.post or stranger) and _are_people(column) else None


def _are_people(column: ColumnEvidence) -> bool:
    """Whether most cells are names, or several names."""
    if not column.filled or column.share(Trait.PERSON) >= MOST:
        return column.filled > 0
    texts = [cell for cell in column.cells if isinstance(cell, str) and not is_person(cell)]
    several = sum(bool(people_in(text)) for text in texts)
    return column.share(Trait.PERSON) + several / column.filled >= MOST


def _has_own_person(reading: TableReading, people: Mapping[int, Whose]) -> bool:
    """Whether some other column names the person of the row."""
    return any(
        way.weight > 0 and way.indexes.isdisjoint(people) and not way.other and way.by_cells > 0
        for way in reading.ways
    )


def _question(reading: TableReading, people: Mapping[int, Whose]) -> str:
    named = [f"{column_letter(at)} “{reading.columns[at].title.text}”" for at in people]
    return f"Mỗi dòng có nhiều người: cột {', '.join(named)}; không rõ danh sách là của ai"


def _places(reading: TableReading, people: Mapping[int, Whose]) -> dict[int, int | None]:
    """By column the person that it belongs to: None for nobody, -1 for all of the row."""
    keys = {whose.key: at for at, whose in people.items()}
    places: dict[int, int | None] = {}
    run: list[int] = []
    for column in reading.columns:
        at = column.index
        whose = whose_of(_levels(column))
        if at in people:
            run = [*run, at] if run and run[-1] == at - 1 else [at]
            places[at] = at
        elif whose.key and whose.key in keys:
            places[at] = keys[whose.key]
        else:
            places[at] = _unsaid(reading, column, run, several=len(people) > 1)
    return _with_own_units(reading, people, places)


def _unsaid(
    reading: TableReading, column: ColumnEvidence, run: Sequence[int], *, several: bool
) -> int | None:
    called = column.title.best
    if not run or called in _OF_THE_ROW:
        return -1 if called in _OF_THE_ROW or not several else None
    if len(run) > 1 or (several and called in _OF_ANYBODY):
        return None
    return run[-1]


def _with_own_units(
    reading: TableReading, people: Mapping[int, Whose], places: dict[int, int | None]
) -> dict[int, int | None]:
    """The places, where each person has a column of units behind the name."""
    units = [
        c.index for c in reading.columns if c.title.best is Field.UNIT and c.index not in people
    ]
    firsts = sorted(people)
    owners = [max((at for at in firsts if at < unit), default=-1) for unit in units]
    return places | dict(zip(units, owners, strict=True)) if owners == firsts else places


def _own(
    reading: TableReading, at: int, whose: Whose, places: Mapping[int, int | None]
) -> tuple[TableReading, NameWay, tuple[int, ...]]:
    """The reading of what is one person's and of the row, titles without the role."""
    mine = tuple(index for index, owner in places.items() if owner in {at, -1})
    columns = [_seen_by(column, column.index in mine, whose) for column in reading.columns]
    own = reading_of(reading.header, columns, reading.hidden)
    found = next((way for way in own.ways if way.indexes == {at}), None)
    plain = NameWay(((at, Field.FULL_NAME),), reading.way.weight if reading.way else 0.0, 1.0)
    return own, found if found and found.weight > plain.weight else plain, mine


def _seen_by(column: ColumnEvidence, mine: bool, whose: Whose) -> ColumnEvidence:
    if not mine:
        blank = [None] * len(column.cells)
        return ColumnEvidence(column.index, TitleSense(column.title.text), blank, Counter())
    said = whose_of(_levels(column))
    if said.key != whose.key:
        return column
    title = read_title(said.own or NAMED)
    return replace(column, title=replace(title, text=column.title.text))


def _nobodys(reading: TableReading, places: Mapping[int, int | None]) -> dict[int, Field]:
    """The columns that may be anybody's, by what they may mean."""
    found = {}
    for column in reading.columns:
        meant = column.title.best
        told = meant is not None and meant in {Field.PHONE, Field.EMAIL, Field.BIRTH, *_OF_ANYBODY}
        if places[column.index] is None and told and column.filled and meant is not None:
            found[column.index] = meant
    return found
