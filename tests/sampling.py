"""Long families of cases: a spread of them always runs, all of them in `make test-all`.

`@pytest.mark.sampled(5)` over a parametrised test leaves five of its cases in the usual run, the
first and the last among them; the others are slow.
"""

from __future__ import annotations

from collections import defaultdict

import pytest


def sample(items: list[pytest.Item]) -> None:
    """Mark as slow what is no sample of its family."""
    families: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("sampled") is not None:
            families[item.nodeid.partition("[")[0]].append(item)
    for cases in families.values():
        marker = cases[0].get_closest_marker("sampled")
        assert marker is not None
        kept = spread(len(cases), marker.args[0])
        for at, case in enumerate(cases):
            if at not in kept:
                case.add_marker(pytest.mark.slow)


def spread(count: int, wanted: int) -> set[int]:
    """So many of `count` places, evenly from the first to the last."""
    if count <= wanted:
        return set(range(count))
    return {round(at * (count - 1) / max(wanted - 1, 1)) for at in range(wanted)}
