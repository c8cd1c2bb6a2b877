"""Two files of different formats, or laid out otherwise: word by word, in their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import NamedTuple

from reports.verifying.comparing import Compared
from reports.verifying.content import ReadContent
from reports.verifying.difference import ChangedPlace, words_of_place
from reports.verifying.words import ReadWord, whole_rates, words_in_order

_Words = Sequence[ReadWord]
MOST_WORDS = 20_000
"""In longer documents words are counted, and their order is not looked at."""
_NUMBERED = re.compile(r"(\d{1,6}[a-zđ]?)(/.+)")
_DIGITS = re.compile(r"\d{1,2}")


class _Stretch(NamedTuple):
    """What of the issued words is not where it should be, and what stands there instead: the
    indexes in the words of the returned file. `charted`: it stands behind a part with charts."""

    missing: list[ReadWord]
    extra: list[int]
    charted: bool = False


def compare_words(issued: ReadContent, returned: ReadContent, *, in_order: bool = True) -> Compared:
    """Every word of `issued` stands in `returned`, in its order, and nothing else does.

    Unless `in_order`, and in long documents, it is enough that each stands there as often. Heads
    of tables may be repeated, and what stands side by side at the head and the foot of a document
    may be read in any order. What was added behind a sheet with charts is taken for their words.
    """
    words = [*words_in_order(issued)]
    read = [*words_in_order(returned)]
    strict = [each for each in words if not each.loose]
    long = max(len(strict), len(read)) > MOST_WORDS
    found = Compared(counted=long or not in_order)
    spare = _Spare(words, issued, _pages(returned))
    stretches = [_unordered(strict, read)] if found.counted else _stretches(strict, read)
    for each in stretches:
        each.extra[:] = [at for at in each.extra if not spare.takes(read, at, each, found)]
    left = _settled(stretches, read)
    _drop_heads(left, read, spare)
    for each in left:
        if each.charted and each.extra and not each.missing:
            found.charted = True
            each.extra.clear()
    found.differences += [_difference(each, read) for each in _other_letters(left, read)]
    for text in spare.lost():
        found.differences.append(ChangedPlace("phần đầu hoặc cuối văn bản", text, None))
    return found


class _Spare:
    """What may stand in the returned file at another place, more often, or in a gap."""

    def __init__(self, words: _Words, issued: ReadContent, pages: int) -> None:
        texts = [each.key for each in words]
        self._loose = Counter(each.key for each in words if each.loose)
        self._gaps = sum(pair == ("ngày", "tháng") for pair in pairwise(texts))
        self._symbols = {each for each in texts if each.startswith("/")}
        self.heads = [
            Counter(text for row in part.rows if row.heads for text in row.text.split(" "))
            for part in issued.parts
        ]
        self.pages = pages

    def takes(self, read: _Words, at: int, near: _Stretch, found: Compared) -> bool:
        """Whether the word at `at` is one of those; it is then used up."""
        text = read[at].key
        if self._loose[text]:
            self._loose[text] -= 1
            return True
        numbered = _NUMBERED.fullmatch(text)
        if numbered and numbered[2] in self._symbols:
            awaited = [each for each in near.missing if each.key == numbered[2]]
            if awaited:
                near.missing.remove(awaited[0])
            elif self._loose[numbered[2]]:
                self._loose[numbered[2]] -= 1
            found.filled.append(numbered[1])
            return True
        around = [read[each].key if 0 <= each < len(read) else "" for each in (at - 1, at + 1)]
        if self._gaps and _DIGITS.fullmatch(text) and around == ["ngày", "tháng"]:
            self._gaps -= 1
            found.filled.append(text)
            return True
        return False

    def lost(self) -> list[str]:
        """What of the loose words is nowhere."""
        text = " ".join(self._loose.elements())
        return [text] if text else []


def _pages(content: ReadContent) -> int:
    return max((row.at[0] for row in content.rows() if len(row.at) > 1), default=1)


def _stretches(strict: _Words, read: _Words) -> list[_Stretch]:
    left, right = [each.key for each in strict], [each.key for each in read]
    # What both end with, and begin with, need not be searched.
    ends = sum(1 for _ in takewhile(_equal, zip(reversed(left), reversed(right), strict=False)))
    begins = sum(1 for _ in takewhile(_equal, zip(left, right, strict=False)))
    ends = min(ends, min(len(left), len(right)) - begins)
    matcher = SequenceMatcher(
        None, left[begins : len(left) - ends], right[begins : len(right) - ends], autojunk=False
    )
    return [
        _Stretch(
            [*strict[begins + i : begins + j]],
            [*range(begins + k, begins + m)],
            begins + i > 0 and strict[begins + i - 1].part.charted,
        )
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _unordered(strict: _Words, read: _Words) -> _Stretch:
    there = Counter(each.key for each in read)
    missing = list[ReadWord]()
    for each in strict:
        if there[each.key]:
            there[each.key] -= 1
        else:
            missing.append(each)
    extra = list[int]()
    for at in range(len(read) - 1, -1, -1):
        if there[read[at].key]:
            there[read[at].key] -= 1
            extra.append(at)
    return _Stretch(missing, extra[::-1], any(each.part.charted for each in strict))


def _drop_heads(stretches: Sequence[_Stretch], read: _Words, spare: _Spare) -> None:
    """Heads of tables that are repeated whole, once for each page at most, are nothing new."""
    for head in filter(None, spare.heads):
        letters = Counter("".join(head.elements()))
        for _ in range(spare.pages - 1):
            if not (_drop_scattered(stretches, read, head) or _drop_run(stretches, read, letters)):
                break


def _drop_scattered(stretches: Sequence[_Stretch], read: _Words, head: Counter[str]) -> bool:
    """The words of a head wherever they were added: lines of its cells are read in turns."""
    if not head <= Counter(read[at].key for each in stretches for at in each.extra):
        return False
    wanted = Counter(head)
    for each in stretches:
        kept = list[int]()
        for at in each.extra:
            if wanted[read[at].key]:
                wanted[read[at].key] -= 1
            else:
                kept.append(at)
        each.extra[:] = kept
    return True


def _drop_run(stretches: Sequence[_Stretch], read: _Words, letters: Counter[str]) -> bool:
    """A head that stands in one piece, with blanks where narrow columns broke its words."""
    size = letters.total()
    for each in stretches:
        lengths = [len(read[at].key) for at in each.extra]
        for start in range(len(lengths)):
            end, room = start, size
            while end < len(lengths) and room > 0:
                room -= lengths[end]
                end += 1
            run = "".join(read[at].key for at in each.extra[start:end])
            if not room and Counter(run) == letters:
                del each.extra[start:end]
                return True
    return False


def _settled(stretches: Sequence[_Stretch], read: _Words) -> list[_Stretch]:
    """Those that say something else: not the same letters with other blanks, nor the same number
    with other signs, nor words that only stand elsewhere as cells are read in turns."""
    left = _other_letters(stretches, read)
    added = [each for each in left if each.extra and not each.missing]
    for each in left:
        _take_moved(each, added, read)
    return _other_letters(left, read)


def _other_letters(stretches: Sequence[_Stretch], read: _Words) -> list[_Stretch]:
    return [
        each
        for each in stretches
        if _letters(each.missing) != _letters([read[at] for at in each.extra])
    ]


def _take_moved(gone: _Stretch, added: Sequence[_Stretch], read: _Words) -> None:
    """Take words that are missing here out of whatever was added, when they stand there in one
    piece: all of them, or those before or after a cell that differs."""
    missing = gone.missing
    whole = len(missing)
    pieces = [(0, whole)] if not gone.extra else []
    if gone.extra:
        pieces += [(0, end) for end in range(whole - 1, 1, -1)]
        pieces += [(start, whole) for start in range(1, whole - 1)]
    for start, end in pieces:
        wanted = [each.key for each in missing[start:end]]
        if any(map(str.isalpha, "".join(wanted))) and _taken(wanted, added, read):
            del missing[start:end]
            return


def _taken(wanted: Sequence[str], added: Sequence[_Stretch], read: _Words) -> bool:
    for each in added:
        texts = [read[at].key for at in each.extra]
        for start in range(len(texts) - len(wanted) + 1):
            if texts[start : start + len(wanted)] == wanted:
                del each.extra[start : start + len(wanted)]
                return True
    return False


def _letters(words: _Words) -> str:
    """Without blanks, which a page has where letters stand apart."""
    return whole_rates("".join(each.key for each in words))


def _said(words: _Words) -> str:
    return " ".join(each.text for each in words)


def _difference(stretch: _Stretch, read: _Words) -> ChangedPlace:
    missing, extra = stretch.missing, [read[at] for at in stretch.extra]
    where = extra[0] if extra else missing[0]
    return ChangedPlace(
        words_of_place(where.part, where.row, None),
        _said(missing) if missing else None,
        _said(extra) if extra else None,
    )
