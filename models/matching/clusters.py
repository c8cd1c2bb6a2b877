"""Gathering the spellings of one unit among the unknown names of a file, for the officer to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from models.matching.spelling import Gap, anatomy, is_unmarked, syllable_gap
from models.matching.unit_abbreviations import GENERIC
from models.matching.unit_forms import (
    Words,
    commune_words,
    reading_key,
    spelling_key,
    unit_readings,
    with_arabic_numbers,
    without_commune,
)
from models.matching.unit_likeness import is_office_word, nearness
from models.matching.unit_places import of_misspelt_commune
from models.text.syllables import is_syllable

_Keys = Callable[[Words], Iterable[str]]
_Near = Callable[[Words, Words], str]

CASE_AND_MARKS = "chỉ khác chữ hoa, dấu câu hoặc cách đặt dấu"
ABBREVIATED = "viết tắt"
COMMUNE_NAMED = "có nơi ghi thêm tên xã, phường"
COMMUNE_MISSPELT = "có nơi ghi tên xã, phường khác đi một dấu hoặc một chữ"
UNMARKED = "có nơi viết không dấu"

MOST_SHARING = 40
"""A key that more names share ("Trường Tiểu học số *") tells nothing about any two of them."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings that seem to name one unit: the best one and, in words, why they are together.

    A name that stands alone is a cluster of one, with an empty `why`.
    """

    names: tuple[str, ...]
    proposed: str
    why: str = ""


@dataclass(slots=True)
class _Group:
    """Spellings that read the same; `words` is that reading."""

    words: Words
    names: list[str]
    reasons: dict[str, None] = field(default_factory=dict)


def cluster_names(names: Iterable[str], commune: str = "") -> tuple[Cluster, ...]:
    """Every name in exactly one cluster, in order of appearance; nothing is decided.

    Names may repeat: the more frequent spelling is the better proposal. Names that could
    belong to two clusters stay alone.
    """
    counted = Counter(names)
    home = commune_words(commune)
    groups = _read_alike(counted)
    groups = _joined(groups, lambda words: _commune_keys(words, home), _always(COMMUNE_NAMED))
    groups = _joined(groups, lambda words: _misspelt_keys(words, home), _misspelt_in_one(home))
    groups = _joined(groups, _plain_key, _lost_its_marks)
    groups = _joined(groups, _slip_keys, _slipped)
    order = {name: at for at, name in enumerate(counted)}
    clusters = [_cluster(group, counted, order, home) for group in groups]
    return tuple(sorted(clusters, key=lambda each: order[each.names[0]]))


def _read_alike(names: Iterable[str]) -> list[_Group]:
    """Groups of one reading. What can be read in several ways joins the only group that fits."""
    groups: dict[str, _Group] = {}
    ambiguous: list[tuple[str, list[Words]]] = []
    for name in names:
        read = unit_readings(name)
        if len(read) == 1:
            groups.setdefault(reading_key(read[0]), _Group(read[0], [])).names.append(name)
        else:
            ambiguous.append((name, read))
    settled = set(groups)
    for name, read in ambiguous:
        fitting = [words for words in read if reading_key(words) in settled]
        words = (*fitting, read[0])[0] if len(fitting) < 2 else (name,)
        groups.setdefault(reading_key(words), _Group(words, [])).names.append(name)
    for group in groups.values():
        _say_why_alike(group)
    return list(groups.values())


def _say_why_alike(group: _Group) -> None:
    keys = {spelling_key(name) for name in group.names}
    if len(keys) < len(group.names):
        group.reasons[CASE_AND_MARKS] = None
    if len(keys) > 1:
        group.reasons[ABBREVIATED] = None


def _joined(groups: Sequence[_Group], keys: _Keys, near: _Near) -> list[_Group]:
    """Each group together with those that are near to it and to nothing else; never a chain.

    Only groups that share one of their `keys` are compared.
    """
    friends: dict[int, dict[int, str]] = {at: {} for at in range(len(groups))}
    for at, other in _sharing_a_key(groups, keys):
        if why := near(groups[at].words, groups[other].words):
            friends[at][other] = friends[other][at] = why
    gone = set[int]()
    for at, near_by in friends.items():
        alone = all(len(friends[other]) == 1 for other in near_by)
        undecided = len(near_by) > 1 and is_unmarked(groups[at].words)
        if at in gone or not alone or undecided:
            continue
        for other, why in near_by.items():
            _take_in(groups[at], groups[other], why)
            gone.add(other)
    return [group for at, group in enumerate(groups) if at not in gone]


def _take_in(group: _Group, other: _Group, reason: str) -> None:
    group.names += other.names
    group.reasons |= other.reasons | {reason: None}
    group.words = max(group.words, other.words, key=lambda words: (_marks(words), words))


def _sharing_a_key(groups: Sequence[_Group], keys: _Keys) -> list[tuple[int, int]]:
    by_key: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        for key in set(keys(group.words)):
            by_key.setdefault(key, []).append(at)
    telling = [each for each in by_key.values() if len(each) <= MOST_SHARING]
    return sorted({pair for each in telling for pair in combinations(each, 2)})


def _always(reason: str) -> _Near:
    return lambda one, other: reason


def _commune_keys(words: Words, commune: Words) -> Iterator[str]:
    yield reading_key(words)
    yield from (reading_key(shorter) for _, shorter in without_commune(words, commune))


def _misspelt_keys(words: Words, commune: Words) -> Iterator[str]:
    for meant, _there in of_misspelt_commune(words, commune):
        yield from _commune_keys(meant, commune)
    yield from _commune_keys(words, commune)


def _misspelt_in_one(commune: Words) -> _Near:
    def near(one: Words, other: Words) -> str:
        differ = _is_misspelt(one, commune) != _is_misspelt(other, commune)
        return COMMUNE_MISSPELT if differ else ""

    return near


def _is_misspelt(words: Words, commune: Words) -> bool:
    return any(True for _ in of_misspelt_commune(words, commune))


def _plain_key(words: Words) -> Iterator[str]:
    yield " ".join(_plain(words))


def _lost_its_marks(one: Words, other: Words) -> str:
    return UNMARKED if is_unmarked(one) != is_unmarked(other) else ""


def _slip_keys(words: Words) -> Iterator[str]:
    plain = _plain(words)
    yield "".join(plain)
    yield " ".join(sorted(plain))
    yield "".join(with_arabic_numbers(words))
    for at in range(len(plain)):
        yield " ".join((*plain[:at], "*", *plain[at + 1 :]))


def _slipped(one: Words, other: Words) -> str:
    """Other small slips. One letter between two sound words makes another village, not a slip;
    a mark that one of two syllables of a place lacks may be either, so it is asked about."""
    near = nearness(one, other, frozenset())
    if near is None:
        return ""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(apart) == 1 and _lacks_a_mark(one, other, apart[0]):
        return near.reason
    return near.reason if near.rank == 0 or all(_is_slip(one, other, at) for at in apart) else ""


def _lacks_a_mark(one: Words, other: Words, at: int) -> bool:
    """Whether a place of several syllables lacks one mark on one side: Kẻ Sạt and Kẻ Sặt."""
    beside = (*one[max(at - 1, 0) : at], *one[at + 1 : at + 2])
    in_place = any(word.isalpha() and word not in GENERIC for word in beside)
    return in_place and syllable_gap(one[at], other[at]) is Gap.MARKS_LACKING


def _is_slip(one: Words, other: Words, at: int) -> bool:
    if is_office_word(one, at) != is_office_word(other, at):
        return True
    return is_syllable(one[at]) != is_syllable(other[at])


def _plain(words: Words) -> tuple[str, ...]:
    return tuple(anatomy(word).plain for word in words)


def _marks(words: Words) -> int:
    return sum(map(_marks_on, words))


def _marks_on(word: str) -> int:
    taken = anatomy(word)
    own = zip(taken.letters, taken.plain, strict=False)
    return len(taken.tone) + sum(letter != plain for letter, plain in own)


def _cluster(group: _Group, counted: Counter[str], order: dict[str, int], home: Words) -> Cluster:
    names = tuple(sorted(group.names, key=order.__getitem__))
    proposed = max(names, key=lambda name: _worth(name, counted[name], home))
    return Cluster(names, proposed, "; ".join(group.reasons))


def _worth(name: str, count: int, home: Words) -> tuple[bool, bool, int, int, bool, int, int]:
    """The commune's name as it is, full words before abbreviations, known words, marks, then what
    is written most."""
    words = tuple(spelling_key(name).split())
    rightly = not _is_misspelt(words, home)
    in_full = len(unit_readings(name)) == 1 and len(unit_readings(name)[0]) <= len(words)
    known = sum(word in GENERIC for word in words)
    return rightly, in_full, known, _marks(words), not name.isupper(), count, -len(name)
