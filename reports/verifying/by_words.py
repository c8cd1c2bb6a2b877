"""Two files of different formats, or laid out otherwise: word by word, in their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from reports.verifying.comparing import Compared
from reports.verifying.content import Content
from reports.verifying.difference import Difference, place_words
from reports.verifying.words import Word, words_of

MOST_WORDS = 60_000
"""Of longer documents it is only told which words there are, not in what order."""
_NUMBERED = re.compile(r"(\d{1,6}[a-zđ]?)(/.+)")
_DIGITS = re.compile(r"\d{1,2}")


class _Stretch(NamedTuple):
    """What of the issued words is not where it should be, and what stands there instead: the
    indexes in the words of the returned file."""

    missing: list[Word]
    extra: list[int]


def compare_words(issued: Content, returned: Content) -> Compared:
    """Every word of `issued` stands in `returned`, in its order, and nothing else does.

    Heads of tables may be repeated, and what stands side by side at the head and the foot of a
    document may be read in any order.
    """
    words = [*words_of(issued)]
    read = [*words_of(returned)]
    strict = [each for each in words if not each.loose]
    found = Compared()
    spare = _Spare(words, issued, _pages(returned))
    stretches = [*_stretches(strict, read)]
    for each in stretches:
        each.extra[:] = [at for at in each.extra if not spare.takes(read, at, each, found)]
    _drop_heads(stretches, read, spare)
    for each in _without_moves(stretches, read):
        found.differences.append(_difference(each, read))
    for text in spare.lost():
        found.differences.append(Difference("phần đầu hoặc cuối văn bản", text, None))
    return found


class _Spare:
    """What may stand in the returned file at another place, more often, or in a gap."""

    def __init__(self, words: Sequence[Word], issued: Content, pages: int) -> None:
        texts = [each.text for each in words]
        self._loose = Counter(each.text for each in words if each.loose)
        self._gaps = sum(pair == ("ngày", "tháng") for pair in pairwise(texts))
        self._symbols = {each for each in texts if each.startswith("/")}
        self.heads = [
            Counter(text for row in part.rows if row.heads for text in row.text.split(" "))
            for part in issued.parts
        ]
        self.pages = pages

    def takes(self, read: Sequence[Word], at: int, near: _Stretch, found: Compared) -> bool:
        """Whether the word at `at` is one of those; it is then used up."""
        text = read[at].text
        if self._loose[text]:
            self._loose[text] -= 1
            return True
        numbered = _NUMBERED.fullmatch(text)
        if numbered and numbered[2] in self._symbols:
            awaited = [each for each in near.missing if each.text == numbered[2]]
            if awaited:
                near.missing.remove(awaited[0])
            elif self._loose[numbered[2]]:
                self._loose[numbered[2]] -= 1
            found.filled.append(numbered[1])
            return True
        around = [read[each].text if 0 <= each < len(read) else "" for each in (at - 1, at + 1)]
        if self._gaps and _DIGITS.fullmatch(text) and around == ["ngày", "tháng"]:
            self._gaps -= 1
            found.filled.append(text)
            return True
        return False

    def lost(self) -> list[str]:
        """What of the loose words is nowhere."""
        text = " ".join(self._loose.elements())
        return [text] if text else []


def _pages(content: Content) -> int:
    return max((row.at[0] for row in content.rows() if len(row.at) > 1), default=1)


def _stretches(strict: Sequence[Word], read: Sequence[Word]) -> list[_Stretch]:
    if max(len(strict), len(read)) > MOST_WORDS:
        return [_unordered(strict, read)]
    left, right = [each.text for each in strict], [each.text for each in read]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [
        _Stretch([*strict[i:j]], [*range(k, m)])
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _unordered(strict: Sequence[Word], read: Sequence[Word]) -> _Stretch:
    there = Counter(each.text for each in read)
    missing = list[Word]()
    for each in strict:
        if there[each.text]:
            there[each.text] -= 1
        else:
            missing.append(each)
    extra = list[int]()
    for at in range(len(read) - 1, -1, -1):
        if there[read[at].text]:
            there[read[at].text] -= 1
            extra.append(at)
    return _Stretch(missing, extra[::-1])


def _drop_heads(stretches: Sequence[_Stretch], read: Sequence[Word], spare: _Spare) -> None:
    """Heads of tables that are repeated whole, once for each page at most, are nothing new."""
    for head in filter(None, spare.heads):
        for _ in range(spare.pages - 1):
            left = Counter(read[at].text for each in stretches for at in each.extra)
            if not head <= left:
                break
            wanted = Counter(head)
            for each in stretches:
                kept = list[int]()
                for at in each.extra:
                    if wanted[read[at].text]:
                        wanted[read[at].text] -= 1
                    else:
                        kept.append(at)
                each.extra[:] = kept


def _without_moves(stretches: Sequence[_Stretch], read: Sequence[Word]) -> list[_Stretch]:
    """Words without figures that only stand elsewhere: cells of one row are read in turns."""
    gone = {_said(each.missing): each for each in stretches if each.missing and not each.extra}
    moved = set[int]()
    for each in stretches:
        said = _said([read[at] for at in each.extra])
        other = gone.get(said)
        if other is not None and not each.missing and not any(map(str.isdigit, said)):
            moved |= {id(each), id(other)}
    return [e for e in stretches if (e.missing or e.extra) and id(e) not in moved]


def _said(words: Sequence[Word]) -> str:
    return " ".join(each.text for each in words)


def _difference(stretch: _Stretch, read: Sequence[Word]) -> Difference:
    missing, extra = stretch.missing, [read[at] for at in stretch.extra]
    where = extra[0] if extra else missing[0]
    return Difference(
        place_words(where.part, where.row, None),
        _said(missing) if missing else None,
        _said(extra) if extra else None,
    )
