"""Recall and precision of corpora beside a saved baseline, and each case that changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.outcomes import Corpus, Outcome


@dataclass(frozen=True)
class Score:
    """A corpus in figures. `others` are the cases that did not end as well as they could."""

    about: str
    counts: Mapping[str, int]
    others: Mapping[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> Score:
        """The figures of a corpus."""
        counts = Counter(case.outcome.value for case in corpus.cases)
        others = {c.label: c.outcome.value for c in corpus.cases if c.outcome is not c.best}
        return cls(corpus.about, counts, others)

    def of_kind(self, *kinds: Outcome) -> int:
        """How many cases ended so."""
        return sum(self.counts.get(kind, 0) for kind in kinds)

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return sum(self.counts.values())

    @property
    def recall(self) -> float:
        """The share of those who are somebody that was surely and rightly found."""
        return self._share(Outcome.RIGHT)

    @property
    def reached(self) -> float:
        """The share of them that was found or is offered to the officer."""
        return self._share(Outcome.RIGHT, Outcome.ASKED)

    @property
    def precision(self) -> float:
        """The share of what was taken without asking that is right."""
        sure = self.of_kind(Outcome.RIGHT, Outcome.WRONG)
        return self.of_kind(Outcome.RIGHT) / sure if sure else 1.0

    def _share(self, *kinds: Outcome) -> float:
        somebody = self.of_kind(Outcome.RIGHT, Outcome.ASKED, Outcome.WRONG, Outcome.MISSED)
        return self.of_kind(*kinds) / somebody if somebody else 1.0

    def stored(self) -> dict[str, Any]:
        """The figures as the baseline keeps them."""
        others = dict(sorted(self.others.items()))
        return {"about": self.about, "counts": dict(sorted(self.counts.items())), "others": others}


Scores = dict[str, Score]


def scores_of(corpora: Iterable[Corpus]) -> Scores:
    """The figures of each corpus by its name."""
    return {each.name: Score.of(each) for each in corpora}


def load(path: Path) -> Scores:
    """The saved figures; empty when nothing was saved."""
    if not path.exists():
        return {}
    return {name: Score(**kept) for name, kept in json.loads(path.read_text("utf-8")).items()}


def save(path: Path, scores: Scores) -> None:
    """Make these figures the baseline; corpora that were not measured keep theirs."""
    kept = {name: each.stored() for name, each in sorted((load(path) | scores).items())}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def changed(now: Score, before: Score | None) -> list[str]:
    """Each case that ended otherwise than before, in words."""
    if before is None:
        return []
    labels = dict.fromkeys((*now.others, *before.others))
    return [
        f"{before.others.get(label, 'best')} → {now.others.get(label, 'best')}: {label}"
        for label in labels
        if now.others.get(label) != before.others.get(label)
    ]


def worse(now: Score, before: Score | None) -> list[str]:
    """Why a change costs something: something sure is wrong that was not, or recall fell."""
    was_wrong = {} if before is None else before.others
    why = [
        f"surely wrong: {label}"
        for label, outcome in now.others.items()
        if outcome == Outcome.WRONG and was_wrong.get(label) != Outcome.WRONG
    ]
    if before is None:
        return why
    for what, figure, earlier in (
        ("recall", now.recall, before.recall),
        ("what is found or asked", now.reached, before.reached),
    ):
        if figure < earlier:
            why.append(f"{what} fell from {earlier:.2%} to {figure:.2%}")
    return why


HEAD = (
    f"{'':<34}{'cases':>7}{'right':>7}{'asked':>7}{'wrong':>7}{'missed':>7}{'apart':>7}{'vain':>6}"
    f"{'recall':>9}{'Δ':>8}{'reached':>9}{'Δ':>8}{'precision':>10}{'Δ':>8}"
)


def line(name: str, now: Score, before: Score | None) -> str:
    """A row of the table whose head is `HEAD`."""
    counts = "".join(f"{now.of_kind(kind):>{6 + (kind is not Outcome.VAIN)}}" for kind in Outcome)
    words = f"{name:<34}{now.cases:>7}{counts}"
    for figure, earlier, width in (
        (now.recall, before and before.recall, 9),
        (now.reached, before and before.reached, 9),
        (now.precision, before and before.precision, 10),
    ):
        delta = "new" if earlier is None else f"{100 * (figure - earlier):+.2f}"
        words += f"{100 * figure:>{width}.2f}{delta:>8}"
    return words


def together(scores: Iterable[Score], about: str) -> Score:
    """All corpora about people, or about units, as one."""
    counts = Counter[str]()
    for each in scores:
        if each.about == about:
            counts.update(each.counts)
    return Score(about, counts, {})
