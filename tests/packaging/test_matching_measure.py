"""The measure of matching: what is found in made-up corpora, and that a change for the worse is
seen beside the baseline."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parents[2] / "packaging/bench"))

import matching
from corpora import exports, lists_read, people, texts, unit_names
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from corpora.scores import Score, changed, load, save, scores_of, worse
from platform_export import LOGINS, ROWS, SHARED_NAMES, somebodies


def test_the_people_are_as_many_and_as_alike_as_those_that_were_counted() -> None:
    everybody = somebodies(Random(1))
    assert len(everybody) == LOGINS == 9_622
    assert len(everybody) - len({each.name for each in everybody}) == SHARED_NAMES
    assert len({each.login for each in everybody}) == LOGINS


@pytest.mark.slow
def test_all_of_3000_are_found_and_nobody_is_taken_for_another(tmp_path: Path) -> None:
    made = exports.export(tmp_path, 3_000, 1)
    assert (made.rows, made.accounts) == (ROWS, LOGINS)
    assert Score.of(made.corpus).counts == {"right": 3_000}


def test_of_150_all_are_found(tmp_path: Path) -> None:
    score = Score.of(exports.export(tmp_path, 150, 2).corpus)
    assert (score.recall, score.precision) == (1, 1)


def small_corpora(folder: Path) -> list[Corpus]:
    return [
        people.others_writing(120, 1),
        people.doubled(120, 1),
        unit_names.spellings(1, 1),
        unit_names.gathered(1),
        texts.lines(folder, 40, 1),
        *lists_read.planned(folder, 30, 1),
        exports.golden(folder, 60, 100),
    ]


def test_a_seed_gives_the_same_cases_and_nobody_is_surely_wrong(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, again = small_corpora(tmp_path), small_corpora(tmp_path / "again")
    assert first == again
    for each in first:
        assert len({case.label for case in each.cases}) == len(each.cases) > 20
        assert Score.of(each).of_kind(Outcome.RIGHT), each.name
        assert Score.of(each).precision == 1, each.name


@pytest.mark.parametrize(
    ("sure", "offered", "truth", "outcome"),
    [
        (1, [], 1, Outcome.RIGHT),
        (1, [2], 2, Outcome.WRONG),
        (1, [], None, Outcome.WRONG),
        (None, [2, 1], 1, Outcome.ASKED),
        (None, [2], 1, Outcome.MISSED),
        (None, [], None, Outcome.APART),
        (None, [1], None, Outcome.VAIN),
    ],
)
def test_what_an_answer_is_worth(
    sure: int | None, offered: list[int], truth: int | None, outcome: Outcome
) -> None:
    assert found(sure, offered, truth) is outcome


def tiny(*outcomes: Outcome) -> Corpus:
    cases = [Case(f"An {at}", each) for at, each in enumerate(outcomes)]
    return corpus("tiny", "people", cases)


GOOD = tiny(Outcome.RIGHT, Outcome.RIGHT, Outcome.ASKED)


@pytest.mark.parametrize(
    ("now", "change", "why"),
    [
        (GOOD, [], []),
        (
            tiny(Outcome.RIGHT, Outcome.WRONG, Outcome.ASKED),
            ["best → wrong: An 1"],
            [
                "surely wrong: An 1",
                "recall fell from 66.67% to 33.33%",
                "what is found or asked fell from 100.00% to 66.67%",
            ],
        ),
        (
            tiny(Outcome.RIGHT, Outcome.ASKED, Outcome.ASKED),
            ["best → asked: An 1"],
            ["recall fell from 66.67% to 33.33%"],
        ),
        (
            tiny(Outcome.RIGHT, Outcome.RIGHT, Outcome.MISSED),
            ["asked → missed: An 2"],
            ["what is found or asked fell from 100.00% to 66.67%"],
        ),
        (tiny(Outcome.RIGHT, Outcome.RIGHT, Outcome.RIGHT), ["asked → best: An 2"], []),
    ],
)
def test_a_change_is_named_and_one_for_the_worse_is_told(
    now: Corpus, change: list[str], why: list[str]
) -> None:
    before = Score.of(GOOD)
    assert changed(Score.of(now), before) == change
    assert worse(Score.of(now), before) == why


def test_what_is_wrong_in_the_baseline_is_no_news() -> None:
    wrong = Score.of(tiny(Outcome.RIGHT, Outcome.WRONG))
    assert worse(wrong, None) == ["surely wrong: An 1"]
    assert worse(wrong, wrong) == []


def test_the_baseline_is_kept_by_corpus(tmp_path: Path) -> None:
    kept = tmp_path / "baseline.json"
    save(kept, scores_of([GOOD]))
    save(kept, scores_of([corpus("other", "units", [Case("Thôn 1", Outcome.MISSED)])]))
    assert load(kept)["tiny"] == Score.of(GOOD)
    assert load(kept)["other"].others == {"Thôn 1": "missed"}


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["matching.py", *words])
    return matching.main()


def test_the_command_ends_with_1_beside_a_baseline_that_was_better(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "baseline.json"
    assert run(monkeypatch, "pairs", "--baseline", str(kept), "--save") == 0
    assert run(monkeypatch, "pairs", "--baseline", str(kept)) == 0
    scores = load(kept)
    was = scores["hard names of units"]
    asked = next(label for label, outcome in was.others.items() if outcome == "missed")
    counts = {**was.counts, "asked": was.counts["asked"] + 1, "missed": was.counts["missed"] - 1}
    others = {label: outcome for label, outcome in was.others.items() if label != asked}
    save(kept, {"hard names of units": Score(was.about, counts, others)})
    capsys.readouterr()
    assert run(monkeypatch, "pairs", "--baseline", str(kept)) == 1
    printed = capsys.readouterr().out
    assert f"hard names of units: best → missed: {asked}" in printed
    assert "WORSE hard names of units: what is found or asked fell" in printed


def test_a_word_that_is_no_corpus_is_answered_with_those_that_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "nobody") == 1
    assert "namesakes" in capsys.readouterr().out.split()
