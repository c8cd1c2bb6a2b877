"""Where the lines of a centred title break: of like length, and before words that open a phrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

OPENERS = frozenset(
    {"chưa", "cho", "cuộc", "của", "do", "năm", "tại", "theo", "thuộc", "trên", "trong"}
    | {"từ", "đến", "và", "về", "với"}
)
BAD_BREAK = 0.12


def balanced_lines(text: str, measure: Callable[[str], float], width: float) -> list[str]:
    """`text` in as few lines as fit in `width`, none of them much longer than another.

    `measure` gives the length of a text in the unit of `width`. A word longer
    than `width` has a line of its own.
    """
    words = text.split()
    if not words or measure(" ".join(words)) <= width:
        return [" ".join(words)]
    count = _fewest(words, measure, width)
    ideal = measure(" ".join(words)) / count

    @lru_cache(None)
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """The lowest cost of setting the words from `start` in `left` lines, and the breaks."""
        if left == 1:
            return _cost(words, start, len(words), measure, width, ideal), ()
        choices = []
        for end in range(start + 1, len(words) - left + 2):
            cost, breaks = best(end, left - 1)
            line = _cost(words, start, end, measure, width, ideal)
            choices.append((cost + line + _break_cost(words, end), (end, *breaks)))
        return min(choices)

    edges = (0, *best(0, count)[1], len(words))
    return [" ".join(words[a:b]) for a, b in pairwise(edges)]


def _fewest(words: list[str], measure: Callable[[str], float], width: float) -> int:
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and measure(longer) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


def _cost(
    words: list[str],
    start: int,
    end: int,
    measure: Callable[[str], float],
    width: float,
    ideal: float,
) -> float:
    length = measure(" ".join(words[start:end]))
    too_long = 100.0 if length > width else 0.0
    return too_long + ((length - ideal) / ideal) ** 2


def _break_cost(words: list[str], at: int) -> float:
    opens = words[at].lower() in OPENERS or words[at][0] in "“(" or words[at - 1][-1] in ",;:”"
    return 0.0 if opens else BAD_BREAK
