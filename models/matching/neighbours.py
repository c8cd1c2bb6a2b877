"""The words of a roster that are one letter away from a word, found without trying them all."""

from __future__ import annotations

from collections.abc import Iterable

from models.matching.spelling import one_edit_apart


class Neighbours:
    """An index of words by what is left of them when one letter is taken away."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)
        self._known: dict[str, tuple[str, ...]] = {}

    def near(self, word: str) -> tuple[str, ...]:
        """The indexed words that differ from `word` by one edit."""
        found = self._known.get(word)
        if found is None:
            met = {each for rest in _rests(word) for each in self._by_rest.get(rest, ())}
            found = tuple(sorted(each for each in met if one_edit_apart(word, each)))
            self._known[word] = found
        return found


def _rests(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
