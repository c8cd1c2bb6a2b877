"""Where the lines of a centred title break: of like length, before words that open a phrase.

A name in quotes stays on one line where a line can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

OPENERS = frozenset(
    {"chưa", "cho", "cuộc", "của", "do", "phường", "tại", "theo", "thuộc", "trên", "trong"}
    | {"từ", "đến", "và", "về", "với"}
)
NUMBERED = frozenset({"ngày", "tháng", "năm", "quý", "số", "đợt", "chặng", "điều"})
PAIRS = frozenset({("cuộc", "thi"), ("bài", "thi"), ("dự", "thi")})
COMPOUNDS = frozenset(
    {("an", "toàn"), ("bảo", "vệ"), ("cá", "nhân"), ("dữ", "liệu"), ("tìm", "hiểu")}
    | {("báo", "cáo"), ("cán", "bộ"), ("chuyển", "đổi"), ("cơ", "quan"), ("công", "chức")}
    | {("công", "nghệ"), ("công", "văn"), ("cơ", "sở"), ("danh", "sách"), ("đăng", "ký")}
    | {("địa", "bàn"), ("đơn", "vị"), ("hành", "chính"), ("hoàn", "thành")}
    | {("hội", "đồng"), ("kết", "quả"), ("khoa", "học"), ("lao", "động"), ("nhân", "dân")}
    | {("nhiệm", "vụ"), ("phong", "trào"), ("số", "liệu"), ("tham", "gia")}
    | {("thành", "phố"), ("thực", "hiện"), ("thực", "thi"), ("triển", "khai")}
    | {("tuyên", "truyền"), ("tỷ", "lệ"), ("ủy", "ban"), ("ứng", "dụng"), ("văn", "hóa")}
    | {("viên", "chức"), ("xã", "hội")}
)
"""Words of two syllables that titles of offices are made of."""
TOO_LONG, TORN_QUOTE, TORN_PAIR, TORN_WORD = 100, 3, 2, 0.9
LATE_QUOTE, LATE_OPENER, BAD_BREAK, ONE_MORE_LINE = 0.7, 0.3, 0.12, 0.5
MOST_MORE_LINES = 2
_SPACES = re.compile("[ \t\r\n]+")
_GAPS = re.compile("\u00a0+")
_NAMES = re.compile(
    '“[^“”]*”|"[^"]*"|«[^«»]*»'
    "|(?<=^UBND XÃ )\\S.*$|(?<=^UBND PHƯỜNG )\\S.*$|(?<=^UBND ĐẶC KHU )\\S.*$"
)
"""In quotes, and of the commune above an office of it: "UBND PHƯỜNG TRẦN HƯNG ĐẠO"."""

Measure = Callable[[str], float]


def balanced_lines(text: str, measure: Measure, width: float) -> list[str]:
    """`text` in as few lines as fit in `width`, none of them much longer than another.

    `measure` gives the length of a text in the unit of `width`; that of several words is the sum
    of theirs and of the spaces between. A word longer than `width` has a line of its own. More
    lines are taken where the fewest would tear a quoted name or "Cuộc thi" apart.
    """
    words = [word for word in _SPACES.split(text) if word]
    whole = " ".join(words)
    if not words or measure(whole) <= width:
        return [whole]
    title = _Title(words, [measure(word) for word in words], measure(" "), width)
    fewest = title.fewest()
    counts = range(fewest, min(fewest + MOST_MORE_LINES, len(words)) + 1)
    _, edges = min(
        (cost + ONE_MORE_LINE * (count - fewest), edges)
        for count in counts
        for cost, edges in [_best_breaks(title, count)]
    )
    return [" ".join(words[a:b]) for a, b in pairwise(edges)]


@dataclass(frozen=True, slots=True)
class _Quote:
    """The indexes of a name's first word and of the one after its last; whether a line holds it."""

    first: int
    end: int
    fits: bool


class _Title:
    """The words of a title, how long any stretch of them is, and the quotes in them."""

    def __init__(
        self, words: Sequence[str], lengths: Sequence[float], space: float, width: float
    ) -> None:
        self.words, self.width, self._space = words, width, space
        self._ends = [0.0, *accumulate(lengths)]
        self.quotes = [
            _Quote(first, end, self.length(first, end) <= width)
            for first, end in _quoted(words)
            if end - first > 1
        ]

    def length(self, start: int, end: int) -> float:
        return self._ends[end] - self._ends[start] + self._space * (end - start - 1)

    def fewest(self) -> int:
        lines, start = 1, 0
        for end in range(1, len(self.words) + 1):
            if self.length(start, end) > self.width and end - start > 1:
                lines, start = lines + 1, end - 1
        return lines

    def break_cost(self, start: int, end: int) -> float:
        """What it costs to end a line that began at `start` before the word `end`."""
        cost = _between(self.words[end - 1], self.words[end])
        for quote in self.quotes:
            if quote.first < end < quote.end:
                if quote.fits:
                    cost += TORN_QUOTE
                elif start < quote.first:
                    cost += LATE_QUOTE
        return cost


def _quoted(words: Sequence[str]) -> list[tuple[int, int]]:
    """The first word of each quoted name and the one after its last."""
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    found = []
    for match in _NAMES.finditer(" ".join(words)):
        first = max(at for at in range(len(words)) if starts[at] <= match.start())
        end = min(at for at in range(1, len(words) + 1) if starts[at] >= match.end())
        found.append((first, end))
    return found


def _best_breaks(title: _Title, count: int) -> tuple[float, tuple[int, ...]]:
    """The cost of the best `count` lines and the indexes of words where they begin and end."""
    last = len(title.words)
    ideal = title.length(0, last) / count

    def line_cost(start: int, end: int) -> float:
        length = title.length(start, end)
        return (TOO_LONG if length > title.width else 0.0) + ((length - ideal) / ideal) ** 2

    @lru_cache(None)
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return line_cost(start, last), (start, last)
        choices: list[tuple[float, tuple[int, ...]]] = []
        for end in range(start + 1, last - left + 2):
            if choices and title.length(start, end) > title.width:
                break
            cost, edges = best(end, left - 1)
            cost += line_cost(start, end) + title.break_cost(start, end)
            choices.append((cost, (start, *edges)))
        return min(choices)

    return best(0, count)


def _between(before: str, after: str) -> float:
    """What it costs to break a line between two words."""
    last, first = _GAPS.split(before.lower())[-1], _GAPS.split(after.lower())[0].strip('“"')
    last = last.strip('“"')
    dated = last in NUMBERED and first[:1].isdigit()
    if (last, first) in PAIRS or dated or (last[-1:].isdigit() and first in NUMBERED):
        return TORN_PAIR
    if (last, first) in COMPOUNDS:
        return TORN_WORD
    opens = first in OPENERS or after[0] in '“"«(' or before[-1] in ",;:”"
    return (LATE_OPENER if last in OPENERS else 0.0) + (0.0 if opens else BAD_BREAK)
