"""Why the denominator is what it is, in sentences made of dated facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from models.records.denominator import DenominatorMove
from models.text.formats import day_month, inside_words, number

MOST_DAYS = 6
"""With more causes than so many, equal reasons are told together, without their days."""


def exempt_footnote(reasons: Mapping[str, int]) -> str:
    """ "Không thuộc đối tượng: 3 (2 nghỉ thai sản, 1 biệt phái)."; "" when nobody is exempt."""
    whole = sum(reasons.values())
    if not whole:
        return ""
    parts = sorted(reasons.items(), key=lambda each: (-each[1], each[0]))
    said = ", ".join(f"{number(count)} {inside_words(reason)}" for reason, count in parts)
    return f"Không thuộc đối tượng: {number(whole)} ({said})."


def total_footnote(before: int, after: int, moves: Iterable[DenominatorMove]) -> str:
    """ "532 → 529: 2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6."

    Who counts now stands after "thêm". "" when nobody came or went; a move between units changes
    no total.
    """
    said = list(moves)
    lost = [each for each in said if each.after is None]
    gained = [each for each in said if each.before is None]
    return _sentence(before, after, _causes(lost), _causes(gained))


def unit_footnotes(
    before: Mapping[int, int],
    after: Mapping[int, int],
    moves: Sequence[DenominatorMove],
    names: Mapping[int, str],
    year: int,
) -> dict[int, str]:
    """The same for each unit whose people changed; who moves is lost to one, gained by another."""
    lost, gained = _by_unit(moves, names, year)
    return {
        unit: _sentence(
            before.get(unit, 0),
            after.get(unit, 0),
            _causes(lost.get(unit, ())),
            _causes(gained.get(unit, ())),
        )
        for unit in dict.fromkeys([*lost, *gained])
    }


_Moves = dict[int, list[DenominatorMove]]


def _by_unit(
    moves: Iterable[DenominatorMove], names: Mapping[int, str], year: int
) -> tuple[_Moves, _Moves]:
    lost: _Moves = {}
    gained: _Moves = {}
    for move in moves:
        if move.before is not None:
            there = names.get(move.after or 0, "")
            lost.setdefault(move.before, []).append(_moved(move, f"chuyển sang {there}", year))
        if move.after is not None:
            there = names.get(move.before or 0, "")
            gained.setdefault(move.after, []).append(_moved(move, f"chuyển đến từ {there}", year))
    return lost, gained


def _moved(move: DenominatorMove, kind: str, year: int) -> DenominatorMove:
    """A move between units as one of the two sees it; whatever has its own words keeps them."""
    if move.kind:
        return move
    when = f" ngày {day_month(move.day, year)}" if move.day else ""
    return move._replace(kind=kind, words=kind + when)


def _causes(moves: Iterable[DenominatorMove]) -> str:
    """ "2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6": by day, those without one last."""
    told = sorted(moves, key=lambda each: (each.day or date.max, each.words))
    counted = Counter(each.words for each in told)
    if len(counted) > MOST_DAYS:
        counted = Counter(each.kind for each in told)
    return ", ".join(f"{number(count)} {words}" for words, count in counted.items())


def _sentence(before: int, after: int, lost: str, gained: str) -> str:
    causes = "; ".join(filter(None, (lost, gained and f"thêm {gained}")))
    return f"{number(before)} → {number(after)}: {causes}." if causes else ""
