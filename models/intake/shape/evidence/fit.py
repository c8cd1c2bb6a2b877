"""How well a column fits each meaning: what its title says and what its cells hold, in one sum.

Above zero a meaning is more likely than none. Cells speak from about -5 to 5, titles up to 6.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import TYPED, ColumnEvidence
from models.intake.shape.evidence.vocabulary import Word
from models.intake.shape.fields import Field

NAMES = frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME})
_TITLED_ONLY = -9.0
_OTHERWISE = -2.0
_AGREED = -6.0
_UNTITLED = -1.0
_UNKNOWN = -6.0
_BEGUN = ("0", "+84", "84")
_BY_CELLS = frozenset(
    {Field.PHONE, Field.EMAIL, Field.NATIONAL_ID, Field.ORDER_NUMBER, Field.FULL_NAME}
)
"""What the cells tell as well under a title that says nothing known."""


def fits_of_meanings(column: ColumnEvidence, *, headless: bool) -> dict[Field, float]:
    """The sums above zero, by meaning; names are decided apart, for they may take two columns."""
    found: dict[Field, float] = {}
    for field, cells_of in _FITS.items():
        by_title = title_weight(column, field, headless=headless)
        if by_title <= _TITLED_ONLY:
            continue
        by_cells = cells_of(column)
        # What the cells cannot be is told by one of them as well as by many.
        total = by_title + (by_cells * column.weight if by_cells > 0 else by_cells)
        if total > 0:
            found[field] = round(total, 3)
    return found


def title_weight(column: ColumnEvidence, field: Field, *, headless: bool) -> float:
    """What the title says of a meaning; a title that names another thing speaks against it."""
    title = column.title
    if title.other and field not in NAMES:
        return _TITLED_ONLY
    if field in title.scores:
        return title.scores[field]
    if field not in _BY_CELLS | _SEEN or title.old:
        return _TITLED_ONLY
    if headless:
        return 0.0
    return _under_another_title(column, field)


def _under_another_title(column: ColumnEvidence, field: Field) -> float:
    title = column.title
    if not title.text:
        return _UNTITLED
    if title.thing in {"", Word.NAME}:
        return 0.0 if field in _BY_CELLS else _UNKNOWN
    if title.best is not None and _contradicts(column, title.best):
        return _OTHERWISE
    return _AGREED


def _contradicts(column: ColumnEvidence, called: Field) -> bool:
    """Whether the cells cannot be what the title calls them."""
    if not column.filled:
        return False
    own = _FITS.get(called)
    return column.is_typed if called in NAMES else own is not None and own(column) <= -3


def _linear(kind: int, weight: float) -> Callable[[ColumnEvidence], float]:
    def score(column: ColumnEvidence) -> float:
        return weight * (2 * column.share(kind) - 1) if column.filled else 0.0

    return score


def _phone(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    good = column.share(Trait.PHONE)
    loose = column.share_without(Trait.DIGITS, Trait.PHONE | Trait.IDENTITY)
    known = Field.PHONE in column.title.scores
    if column.title.text and column.title.best is None and not are_written_out(column):
        return -5.0
    score = 5.0 * (2 * (good + (0.7 * loose if known else 0.0)) - 1)
    # Numbers that count up are codes, unless the title calls them phones.
    return score - (2.5 if not known and _counts_up(column) else 0.0)


def are_written_out(column: ColumnEvidence) -> bool:
    """Whether the numbers begin as phones do: other nine digits may be an account or a code."""
    texts = [str(cell).strip(" '(") for cell in column.cells if cell is not None]
    return 2 * sum(text.startswith(_BEGUN) for text in texts) > len(texts)


def _counts_up(column: ColumnEvidence) -> bool:
    numbers = [str(cell).strip() for cell in column.cells if cell is not None]
    if len(numbers) < 4:
        return False
    values = [int(each) for each in numbers if each.isdecimal()]
    steps = sum(1 for a, b in pairwise(values) if 0 <= b - a <= 20)
    return steps * 10 > len(numbers) * 8 and column.filled > 8


def _birth(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    return (
        3.5 * (2 * column.share(Trait.BIRTH) - 1) + min(column.share(Trait.DATE) * 1.5, 1.0) - 0.5
    )


def _of_words(column: ColumnEvidence, kind: int, others: int) -> float:
    if not column.filled:
        return 0.0
    # Between two columns that are both called so, the titles decide.
    most = 1.0 if column.title.scores else 4.0
    score = most * column.share(kind) - 5.0 * column.share_without(TYPED, Trait.CODE | kind)
    # Names of people differ; "Đoàn viên" a hundred times is nobody.
    people = column.share_without(Trait.PERSON, kind | others)
    score -= 4.0 * people * min(1.0, 2 * column.distinct)
    score -= 4.0 * column.share(Trait.EMAIL) + (
        0.5 if column.title.scores else 2.0
    ) * column.share_without(others, kind)
    score -= 6.0 * column.share_without(Trait.GENDER | Trait.MARK, kind)
    score -= 2.0 * column.share(Trait.LONG | Trait.ADDRESS)
    untitled = not column.title.text
    return score - (1.5 if untitled else 0.0)


def _unit(column: ColumnEvidence) -> float:
    codes = column.share_without(Trait.NUMBER, Trait.WORDS)
    return _of_words(column, Trait.UNIT, Trait.POSITION) - 4.0 * codes


def _position(column: ColumnEvidence) -> float:
    if column.share(Trait.STAFF) > 0.9:
        return -9.0
    return _of_words(column, Trait.POSITION, Trait.UNIT) - 3.0 * column.share(Trait.NUMBER)


def _staff_code(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    score = 2.0 * column.share(Trait.CODE | Trait.NUMBER | Trait.ONE_WORD) - 1.0
    score -= 6.0 * column.share(Trait.PERSON | Trait.DATE | Trait.EMAIL | Trait.LONG)
    if column.distinct < 0.6 and column.filled > 5:
        score -= 4.0
    return score - (4.0 if column.rising > 0.9 and column.filled > 3 else 0.0)


def _login(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    spaced = column.share_without(Trait.WORDS, Trait.ONE_WORD | Trait.EMAIL)
    phones = column.share(Trait.PHONE | Trait.EMAIL)
    return 1.0 + phones - 6.0 * spaced - 6.0 * column.share_without(Trait.MARK, Trait.NUMBER)


def _order(column: ColumnEvidence) -> float:
    return 4.0 * (2 * column.rising - 1) if column.filled else 0.0


def _mark(column: ColumnEvidence) -> float:
    return -6.0 * column.share(Trait.PERSON | Trait.PHONE | Trait.EMAIL | Trait.IDENTITY)


def _day(column: ColumnEvidence) -> float:
    return -6.0 * column.share(Trait.PERSON | Trait.PHONE | Trait.EMAIL | Trait.IDENTITY)


def _points(column: ColumnEvidence) -> float:
    return -6.0 * column.share(Trait.PERSON | Trait.PHONE | Trait.EMAIL | Trait.IDENTITY)


def _gender_mark(column: ColumnEvidence) -> float:
    return -8.0 * column.share(Trait.DATE | Trait.PERSON | Trait.PHONE) + 0.1


def _birth_of(column: ColumnEvidence) -> float:
    return 6.0 * column.share(Trait.DATE) - 3.0 if column.filled else -0.5


def _staff_type(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    share = column.share(Trait.STAFF)
    if not column.title.text and share < 0.9:
        return -9.0
    return 3.5 * (2 * share - 1) if share > 0.2 else -9.0


def _gender(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    return 3.5 * (2 * column.share(Trait.GENDER) - 1) if column.share(Trait.GENDER) > 0.2 else -9.0


def _identity(column: ColumnEvidence) -> float:
    if not column.filled:
        return 0.0
    score = 5.5 * (2 * column.share(Trait.IDENTITY) - 1)
    # What is called private is left out, whatever its cells are.
    return max(score, 0.0) if Field.NATIONAL_ID in column.title.scores else score


def _anything(_column: ColumnEvidence) -> float:
    return 0.0


_FITS: dict[Field, Callable[[ColumnEvidence], float]] = {
    Field.ORDER_NUMBER: _order,
    Field.PHONE: _phone,
    Field.LOGIN: _login,
    Field.UNIT: _unit,
    Field.POSITION: _position,
    Field.STAFF_TYPE: _staff_type,
    Field.BIRTH: _birth,
    Field.BIRTH_OF_MEN: _birth_of,
    Field.BIRTH_OF_WOMEN: _birth_of,
    Field.GENDER: _gender,
    Field.MALE_MARK: _gender_mark,
    Field.FEMALE_MARK: _gender_mark,
    Field.EMAIL: _linear(Trait.EMAIL, 4.0),
    Field.STAFF_CODE: _staff_code,
    Field.RECORD: _anything,
    Field.REGISTERED: _mark,
    Field.COMPLETED: _mark,
    Field.NOT_REGISTERED: _mark,
    Field.NOT_COMPLETED: _mark,
    Field.REGISTERED_ON: _day,
    Field.COMPLETED_ON: _day,
    Field.SCORE: _points,
    Field.ATTEMPTS: _points,
    Field.NOTE: _anything,
    Field.NATIONAL_ID: _identity,
    Field.ETHNICITY: _anything,
    Field.RELIGION: _anything,
    Field.PARTY: _anything,
    Field.EMPLOYMENT: _anything,
    Field.OTHER_MATTER: _anything,
    Field.FORM_TIME: _anything,
}

_SEEN = frozenset({Field.UNIT, Field.POSITION, Field.STAFF_TYPE, Field.BIRTH, Field.GENDER})
"""What the cells may show under another title, when they contradict that title."""
