"""Where the lines of a centred title break: of like length, and before words that open a phrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

OPENERS = frozenset(
    {"chưa", "cho", "cuộc", "của", "do", "năm", "phường", "tại", "theo", "thuộc", "trên", "trong"}
    | {"từ", "đến", "và", "về", "với"}
)
BAD_BREAK, TORN_PAIR, ONE_MORE_LINE = 0.12, 2.0, 0.5
PAIRS = frozenset({("cuộc", "thi")})

Measure = Callable[[str], float]


def balanced_lines(text: str, measure: Measure, width: float) -> list[str]:
    """`text` in as few lines as fit in `width`, none of them much longer than another.

    `measure` gives the length of a text in the unit of `width`. A word longer
    than `width` has a line of its own. One line more is taken where the fewest
    would tear "Cuộc thi" apart.
    """
    words = text.split()
    if not words or measure(" ".join(words)) <= width:
        return [" ".join(words)]
    fewest = _fewest(words, measure, width)
    counts = range(fewest, min(fewest + 1, len(words)) + 1)
    _, edges = min(
        (cost + ONE_MORE_LINE * (count - fewest), edges)
        for count in counts
        for cost, edges in [_best_breaks(words, count, measure, width)]
    )
    return [" ".join(words[a:b]) for a, b in pairwise(edges)]


def _best_breaks(
    words: list[str], count: int, measure: Measure, width: float
) -> tuple[float, tuple[int, ...]]:
    """The cost of the best `count` lines and the indexes of words where they begin and end."""
    ideal = measure(" ".join(words)) / count

    def line_cost(start: int, end: int) -> float:
        length = measure(" ".join(words[start:end]))
        return (100.0 if length > width else 0.0) + ((length - ideal) / ideal) ** 2

    @lru_cache(None)
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return line_cost(start, len(words)), (start, len(words))
        choices = []
        for end in range(start + 1, len(words) - left + 2):
            cost, edges = best(end, left - 1)
            cost += line_cost(start, end) + _break_cost(words[end - 1], words[end])
            choices.append((cost, (start, *edges)))
        return min(choices)

    return best(0, count)


def _fewest(words: list[str], measure: Measure, width: float) -> int:
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and measure(longer) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


def _break_cost(before: str, after: str) -> float:
    if (before.lower(), after.lower()) in PAIRS:
        return TORN_PAIR
    opens = after.lower() in OPENERS or after[0] in "“(" or before[-1] in ",;:”"
    return 0.0 if opens else BAD_BREAK
