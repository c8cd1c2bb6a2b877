"""Ranks by exact rates: ties share a rank, units without anybody have none."""

from models.figures.ranking import rank_units
from models.records import Mark, UnitFigures


def unit(name, total, registered, completed=0):
    return UnitFigures(None, name, None, total, registered, completed)


def test_best_rate_first_and_ties_share_their_rank():
    ranked = rank_units([unit("A", 10, 1), unit("B", 4, 3), unit("C", 8, 6), unit("D", 30, 3)])
    assert [(each.rank, each.unit.name) for each in ranked] == [
        (1, "C"), (1, "B"), (3, "D"), (3, "A"),
    ]  # fmt: skip


def test_rates_are_compared_exactly_and_not_as_they_are_shown():
    ranked = rank_units([unit("A", 1000, 333), unit("B", 3, 1)])
    assert [(each.rank, each.unit.name) for each in ranked] == [(1, "B"), (2, "A")]


def test_a_unit_of_exempt_people_stands_last_without_a_rank():
    ranked = rank_units([unit("Trống", 0, 0), unit("A", 5, 0)])
    assert [(each.rank, each.unit.name) for each in ranked] == [(1, "A"), (None, "Trống")]


def test_no_units_no_ranks():
    assert rank_units([]) == ()


def test_ranked_by_completion_ties_share_their_rank_too():
    units = [unit("A", 10, 9, 2), unit("B", 5, 4, 1), unit("C", 4, 4, 4), unit("D", 10, 10, 1)]
    ranked = rank_units(units, Mark.COMPLETED)
    assert [(each.rank, each.unit.name) for each in ranked] == [
        (1, "C"), (2, "A"), (2, "B"), (4, "D"),
    ]  # fmt: skip
