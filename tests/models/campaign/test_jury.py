"""The jury: means, ranks and ties by hand counts; what is missing is told; odd scores refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.campaign.entry_rows import entry_book
from models.campaign.jury import (
    add_juror,
    edit_juror,
    juror_named,
    list_jurors,
    remove_juror,
    set_scale,
    set_score,
    set_scores,
)
from models.campaign.tally import jury_standings, mean_score
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records.entries import GivenScore, Juror
from tests.models.campaign.books import CENTRE, add, jury, shown


def test_mean_count_rank_ties_and_who_is_missing(file):
    ana, binh, chi = jury(file, "Lê Thị Hoa", "Phạm Văn Bình", "Vũ Chi")
    first, second, third = add(file, "Một"), add(file, "Hai"), add(file, "Ba", where=CENTRE)
    set_scores(file, first, [(ana, 80, ""), (binh, 90, ""), (chi, 85.5, "")])
    set_scores(file, second, [(ana, 90, ""), (binh, 80, ""), (chi, 85.5, "")])
    set_score(file, third, ana, 60, "Chưa có sản phẩm")
    told = {
        e.title: (e.standing.mean, e.standing.count, e.standing.rank)
        for e in entry_book(file).entries
    }
    assert told == {"Một": (85.17, 3, 1), "Hai": (85.17, 3, 1), "Ba": (60.0, 1, 3)}
    assert shown(file, first).standing.ties == ("Hai",)
    assert shown(file, first).standing.is_final
    found = shown(file, third)
    assert found.standing.missing == ("Phạm Văn Bình", "Vũ Chi")
    assert found.scores == (GivenScore(ana, "Lê Thị Hoa", 60.0, "Chưa có sản phẩm"),)
    assert not found.standing.is_final


def test_without_a_score_there_is_no_rank_and_it_stands_last(file):
    (ana,) = jury(file, "Lê Thị Hoa")
    add(file, "Một")
    scored = add(file, "Hai")
    set_score(file, scored, ana, 0)
    assert [(e.title, e.standing.rank) for e in entry_book(file).entries] == [
        ("Hai", 1),
        ("Một", None),
    ]


def test_a_score_is_set_again_and_taken_away(file):
    (ana,) = jury(file, "Lê Thị Hoa")
    entry = add(file, "Một")
    before = fingerprint(file)
    set_score(file, entry, ana, 70)
    set_score(file, entry, ana, 75.25)
    assert shown(file, entry).standing.mean == 75.25
    set_score(file, entry, ana, None)
    assert shown(file, entry).scores == ()
    assert fingerprint(file) == before


@pytest.mark.parametrize("score", [-1, 100.5, float("nan"), float("inf"), 8.125])
def test_an_odd_score_is_refused_and_none_of_the_others_is_kept(file, score):
    ana, binh = jury(file, "Lê Thị Hoa", "Phạm Văn Bình")
    entry = add(file, "Một")
    with pytest.raises(AppError, match="Phạm Văn Bình"):
        set_scores(file, entry, [(ana, 50, ""), (binh, score, "")])
    assert shown(file, entry).scores == ()


def test_the_scale_holds_for_all_scores_given(file):
    (ana,) = jury(file, "Lê Thị Hoa")
    entry = add(file, "Một")
    set_score(file, entry, ana, 85)
    with pytest.raises(AppError, match="85 điểm, cao hơn thang 10"):
        set_scale(file, 10)
    set_score(file, entry, ana, 8.5)
    set_scale(file, 10)
    assert entry_book(file).scale == 10
    with pytest.raises(AppError, match="từ 0 đến 10"):
        set_score(file, entry, ana, 11)
    with pytest.raises(AppError, match="không hợp lệ"):
        set_scale(file, 0)


def test_a_juror_stands_once_and_is_found_by_name(file):
    ana = add_juror(file, "Lê Thị Hoa", "Phó Chủ tịch UBND", "Trưởng ban")
    with pytest.raises(AppError, match="đã có Lê Thị Hoa"):
        add_juror(file, "lê thị  hoa")
    assert juror_named(file, "LÊ THỊ HOA").id == ana
    with pytest.raises(AppError, match="không có ai tên"):
        juror_named(file, "Vũ Chi")
    edit_juror(file, ana, "Lê Thị Hoa", "Chủ tịch UBND", "Trưởng ban")
    assert list_jurors(file) == (Juror(ana, "Lê Thị Hoa", "Chủ tịch UBND", "Trưởng ban"),)


def test_scores_go_with_a_juror_only_when_asked(file):
    ana, binh = jury(file, "Lê Thị Hoa", "Phạm Văn Bình")
    entry = add(file, "Một")
    set_score(file, entry, ana, 70)
    with pytest.raises(AppError, match="đã chấm 1 bài"):
        remove_juror(file, ana)
    before = fingerprint(file)
    remove_juror(file, ana, with_scores=True)
    assert history(file, 1)[0].summary == "Xóa giám khảo Lê Thị Hoa cùng điểm của 1 bài"
    assert shown(file, entry).standing.missing == ("Phạm Văn Bình",)
    undo(file)
    assert fingerprint(file) == before
    remove_juror(file, binh)


SCORES = st.integers(0, 10_000).map(lambda cents: cents / 100)


@given(st.lists(SCORES, min_size=1, max_size=9))
def test_the_mean_is_exact_and_rounded_half_up(scores):
    exact = sum(Fraction(round(each * 100)) for each in scores) / len(scores)
    assert round(mean_score(scores) * 100) == int(exact + Fraction(1, 2))


@given(st.dictionaries(st.integers(1, 6), st.lists(SCORES, max_size=3), max_size=6))
def test_ranks_follow_the_means_and_ties_are_mutual(scores):
    given_scores = {
        entry: [GivenScore(at, f"GK{at}", score) for at, score in enumerate(own)]
        for entry, own in scores.items()
    }
    titles = {entry: f"Bài {entry}" for entry in scores}
    found = jury_standings(given_scores, titles, [Juror(at, f"GK{at}") for at in range(3)])
    for entry, standing in found.items():
        better = sum(
            o.mean > standing.mean
            for o in found.values()
            if o.mean is not None and standing.mean is not None
        )
        assert standing.rank == (None if standing.mean is None else 1 + better)
        assert len(standing.missing) == 3 - len(scores[entry])
        for title in standing.ties:
            other = next(each for each, name in titles.items() if name == title)
            assert titles[entry] in found[other].ties
            assert found[other].rank == standing.rank
