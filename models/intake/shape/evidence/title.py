"""What a title says: how well it fits each meaning, and whose or which thing it names.

A whole title that is known counts most; else its words are read: the thing that stands first,
and whose or which. What no word explains makes a title less sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from models.intake.shape.ages import Age, age_of, without_age
from models.intake.shape.evidence.folding import (
    fold_header,
    spoken_words,
    without_brackets,
    without_number,
)
from models.intake.shape.evidence.posts import whose_of
from models.intake.shape.evidence.vocabulary import Word
from models.intake.shape.evidence.wording import (
    MOST_IN_BRACKETS,
    OF_SOMEBODY,
    OFFICE,
    WHOLE,
    WORDS,
    WordsSaid,
    is_of_office,
    names_phone,
    of_another,
    said_by_words,
)
from models.intake.shape.fields import NEGATIONS, PRIVATE_FIELDS, Field
from models.intake.shape.mark_titles import MARK_FIELDS, is_act_on_account, is_question, mark_title
from models.intake.shape.synonyms import SYNONYMS

Levels = tuple[str, ...]
"""The header texts of one column from top to bottom, as the file has them."""

NAMED: Levels = ("Họ và tên",)
"""What a post alone means above names."""

A_RANK = 0.02
UPPER = 2.5
A_MATTER = 2.0
A_FURTHER = 0.4

YES = frozenset({"co", "da", "roi", "dat", "yes"})
NO = frozenset({"khong", "chua", "khong dat", "chua dat", "chua co", "no"})

_NUMBER = re.compile(r"\b(\d{1,2})\b|(?<=[a-z])(\d)\b")
_PLACES = re.compile(
    r"\b(?:noi o|noi cu tru|dia chi|thuong tru|tam tru|ho khau|ky tuc xa|noi tru|ngoai tru"
    r"|que quan|noi sinh|cho o)\b"
)


@dataclass(frozen=True, slots=True)
class TitleSense:
    """`scores` are the meanings that the title may have; `thing` is "" where nothing is known.

    `other` says that the thing is somebody else's than the person's of the row, `number` is the
    number in the title ("giám thị 2"), `bare` the title without it.
    """

    text: str = ""
    scores: Mapping[Field, float] = field(default_factory=dict)
    thing: str = ""
    other: bool = False
    number: str = ""
    bare: str = ""
    old: bool = False

    @property
    def best(self) -> Field | None:
        """The meaning that the title has when nothing speaks against it."""
        return max(self.scores, key=self.scores.__getitem__) if self.scores else None


@lru_cache(8192)
def read_title(levels: Levels) -> TitleSense:
    """What the header texts of a column say."""
    if not any(levels):
        return TitleSense()
    text = " / ".join(" ".join(level.split()) for level in levels)
    if age_of(levels) is Age.OLD:
        return TitleSense(text, thing="old", old=True)
    newer = 0.1 if age_of(levels) is Age.NEW else 0.0
    levels = tuple(filter(None, map(without_age, levels)))
    scores, thing, other = _read(levels)
    folded = fold_header(text)
    found = _NUMBER.search(folded)
    bare = " ".join(_NUMBER.sub(" ", folded).split())
    number = (found[1] or found[2]) if found else ""
    further = A_FURTHER if number.isdecimal() and 1 < int(number) < 6 else 0.0
    scores = {each: score + newer - further for each, score in scores.items()}
    return TitleSense(text, scores, thing, other, number, bare)


def _read(levels: Levels) -> WordsSaid:
    if answer := _answered(levels):
        return WordsSaid({answer: WHOLE}, answer)
    if plain := _of_others(levels):
        return plain
    scores, thing, other = _without_marks(levels)
    marks = mark_title(levels)
    if marks is None:
        return WordsSaid(scores, thing, other)
    best = max(scores, key=scores.__getitem__, default=None)
    if best is Field.LOGIN and is_act_on_account(levels[-1]):
        return WordsSaid({marks: WORDS, best: A_MATTER}, marks)
    if marks is Field.OTHER_MATTER and (best is None or best in PRIVATE_FIELDS):
        return WordsSaid({**scores, marks: A_MATTER}, thing or marks, other)
    gives_way = (
        best is None
        or (best in MARK_FIELDS and marks not in MARK_FIELDS)
        or (marks in MARK_FIELDS and is_question(levels[-1]))
    )
    return WordsSaid({marks: WORDS}, marks) if gives_way else WordsSaid(scores, thing, other)


def _of_others(levels: Levels) -> WordsSaid | None:
    """What a title says that is the office's, or of somebody who leads or serves a unit."""
    if _is_office_number(levels):
        return WordsSaid({}, OFFICE)
    whose = whose_of(levels)
    if not whose.leads:
        return None
    own, thing, _ = _without_marks(whose.own or NAMED)
    return WordsSaid(of_another(own), thing, other=True)


def _without_marks(levels: Levels) -> WordsSaid:
    whole = _whole(levels)
    if whole is not None:
        named, score = whole
        return WordsSaid(_with_company(named, score, levels), named)
    last = said_by_words(levels[-1]) if levels else None
    above = said_by_words(levels[-2]) if len(levels) > 1 else None
    if last is None and above is None:
        return WordsSaid({})
    if last is None and above is not None:
        upper = {f: min(UPPER, s) for f, s in above.scores.items()}
        return WordsSaid(upper, above.thing, above.other)
    assert last is not None
    scores, thing, other = last
    if _PLACES.search(fold_header(" ".join(levels[:-1]))) and Field.UNIT in scores:
        return WordsSaid({}, Word.PLACE)
    if above and above.other and OF_SOMEBODY & scores.keys():
        return WordsSaid(of_another(scores), thing, other=True)
    return WordsSaid(scores, thing, other)


def _is_office_number(levels: Levels) -> bool:
    """Whether the lowest header, brackets included, says that a phone is the office's: alone, or
    under one that names phones."""
    bare = spoken_words(without_brackets(levels[-1])) if levels else ""
    last = spoken_words(levels[-1]) if levels else ""
    if len(last.split()) - len(bare.split()) > MOST_IN_BRACKETS:
        last = bare
    if not is_of_office(last):
        return False
    above = spoken_words(levels[-2]) if len(levels) > 1 else ""
    return names_phone(last) or names_phone(above)


def _answered(levels: Levels) -> Field | None:
    """The field of a column Có, Không, Chưa … under a header that asks."""
    answer = fold_header(levels[-1]) if len(levels) > 1 else ""
    if answer not in YES | NO:
        return None
    above = read_title(levels[:-1]).best
    if above is None or above not in NEGATIONS:
        return None
    return NEGATIONS[above] if answer in NO else above


def _whole(levels: Levels) -> tuple[Field, float] | None:
    """The meaning of a title that is known as it stands."""
    for text in _readings(levels):
        if found := SYNONYMS.get(text):
            above = fold_header(" ".join(levels[:-1]))
            if found[0] in OF_SOMEBODY and (_PLACES.search(above) or _names_another(levels)):
                return None
            return found[0], WHOLE - A_RANK * found[1]
    return None


def _names_another(levels: Levels) -> bool:
    """Whether some row of the header says that the column is somebody else's."""
    return any((found := said_by_words(level)) is not None and found.other for level in levels)


def _readings(levels: Levels) -> list[str]:
    """The folded texts to look up, the most telling first."""
    readings: list[str] = []
    for texts in (
        [fold_header(level) for level in levels],
        [spoken_words(level) for level in levels],
        [fold_header(without_brackets(level)) for level in levels],
    ):
        present = [text for text in texts if text]
        if present:
            readings += [" ".join(present), " ".join(reversed(present)), present[-1]]
    return readings + [without_number(text) for text in readings]


def _with_company(named: Field, score: float, levels: Levels) -> dict[Field, float]:
    """The meanings that one known title may have, by what its cells will say."""
    scores = {named: score}
    last = fold_header(levels[-1]) if levels else ""
    if named is Field.FULL_NAME:
        scores[Field.FAMILY_NAME] = score - 1.5
        # "Tên" alone is a given name beside a family name, and a whole one without it.
        scores[Field.GIVEN_NAME] = score - (0.2 if last in {"ten", "name"} else 2.0)
        if last in {"ten", "name"}:
            scores[Field.FULL_NAME] = score - 1.0
    elif named is Field.MALE_MARK:
        scores[Field.BIRTH_OF_MEN] = score
    elif named is Field.FEMALE_MARK:
        scores[Field.BIRTH_OF_WOMEN] = score
    elif named is Field.LOGIN:
        scores[Field.STAFF_CODE] = score - 1.0
    return scores
