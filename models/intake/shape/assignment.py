"""The best assignment as a whole: each column at most one meaning, each meaning one column.

The Hungarian method with potentials (shortest augmenting paths), for the few columns that
compete for the same meanings.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)

_FAR = float("inf")


def best_assignment(
    weights: Mapping[Left, Mapping[Right, float]],
) -> tuple[dict[Left, Right], float]:
    """The pairs whose weights sum up highest, and the sum; what is not above 0 is never paired."""
    chosen: dict[Left, Right] = {}
    total = 0.0
    for group in _groups(weights):
        pairs = _solved(group)
        chosen |= pairs
        total += sum(group[left][right] for left, right in pairs.items())
    return chosen, total


def _groups(
    weights: Mapping[Left, Mapping[Right, float]],
) -> list[dict[Left, dict[Right, float]]]:
    """The parts that have nothing to do with one another: each is solved alone."""
    left_of: dict[Right, list[Left]] = {}
    edges = {left: {r: w for r, w in each.items() if w > 0} for left, each in weights.items()}
    for left, each in edges.items():
        for right in each:
            left_of.setdefault(right, []).append(left)
    groups: list[dict[Left, dict[Right, float]]] = []
    seen: set[Left] = set()
    for start, own in edges.items():
        if start in seen or not own:
            continue
        group, waiting = dict[Left, dict[Right, float]](), [start]
        seen.add(start)
        while waiting:
            left = waiting.pop()
            group[left] = edges[left]
            fresh = {other for right in edges[left] for other in left_of[right]} - seen
            seen |= fresh
            waiting += fresh
        groups.append(group)
    return groups


def _solved(group: Mapping[Left, Mapping[Right, float]]) -> dict[Left, Right]:
    lefts = list(group)
    rights = list(dict.fromkeys(right for each in group.values() for right in each))
    if len(lefts) == 1:
        only = group[lefts[0]]
        return {lefts[0]: max(only, key=only.__getitem__)}
    # A place of its own for each left one that stays alone, at weight 0.
    costs = [
        [-group[left].get(right, 0.0) for right in rights] + [0.0] * len(lefts) for left in lefts
    ]
    places = _places(costs)
    return {
        left: rights[place]
        for left, place in zip(lefts, places, strict=True)
        if place < len(rights) and group[left].get(rights[place], 0.0) > 0
    }


def _places(costs: list[list[float]]) -> list[int]:
    """The column of each row at the least cost; there are at least as many columns as rows."""
    width = len(costs[0])
    row_price, price = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    owner, came = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        owner[0], at = row, 0
        least, used = [_FAR] * (width + 1), [False] * (width + 1)
        while owner[at]:
            used[at] = True
            nearest, step, line = 0, _FAR, costs[owner[at] - 1]
            for place in range(1, width + 1):
                if used[place]:
                    continue
                cost = line[place - 1] - row_price[owner[at]] - price[place]
                if cost < least[place]:
                    least[place], came[place] = cost, at
                if least[place] < step:
                    step, nearest = least[place], place
            for place in range(width + 1):
                if used[place]:
                    row_price[owner[place]] += step
                    price[place] -= step
                else:
                    least[place] -= step
            at = nearest
        while at:
            owner[at] = owner[came[at]]
            at = came[at]
    places = [0] * len(costs)
    for place in range(1, width + 1):
        if owner[place]:
            places[owner[place] - 1] = place - 1
    return places
