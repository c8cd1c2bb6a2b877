"""One look at all numbers: ranked, called, compared and paced alike, by unit, khối or staff type."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.figures.board import figures_board, leading_mark, plain_board
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.journal.change import changing
from models.records import Mark, UnitKind
from models.records.comparing import Difference
from models.records.figures import Grouping
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.units import add_unit
from models.store.schema import contests, levels, participations
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)
HERE, POLICE = "Phòng Văn hóa - Xã hội", "Công an xã"


def june(day):
    return date(2026, 6, day)


@pytest.fixture
def ids(file):
    """Two units of equal registration, of which one has completed more; two came today."""
    here = add_people(file, 4)
    there = add_people(file, 2, unit(file, POLICE).id)
    set_marks(file, [here[0], there[0]], Mark.REGISTERED, june(3))
    set_marks(file, [here[1]], Mark.REGISTERED, D8)
    set_marks(file, there[:1], Mark.COMPLETED, D8)
    return here + there


def told(board, *names):
    return {each.line.name: tuple(getattr(each, name) for name in names) for each in board.lines}


def test_ties_share_a_rank_by_registration_and_by_completion(file, ids):
    board = figures_board(file)
    assert told(board, "rank", "rank_completed") == {HERE: (1, 2), POLICE: (1, 1)}
    assert {name: level.word for name, (level,) in told(board, "level").items()} == {
        HERE: "khá",
        POLICE: "khá",
    }


def test_a_contest_of_one_mark_ranks_and_calls_by_it(file, ids):
    with changing(file, "test", "Thử") as change:
        change.update(contests, {1: {"one_mark": True}})
    board = figures_board(file)
    assert leading_mark(board.contest) is Mark.COMPLETED
    assert told(board, "rank") == {HERE: (2,), POLICE: (1,)}
    assert [each.level.word for each in board.lines] == ["chưa có ai", "khá"]


def test_levels_of_the_contest_itself_are_used(file, ids):
    with changing(file, "test", "Thử") as change:
        row = {"contest_id": 1, "least": 0, "word": "đang làm", "tone": "fair"}
        change.insert(levels, [row])
    assert [each.level.word for each in figures_board(file).lines] == ["đang làm"] * 2


def test_beside_the_last_report_and_the_day(file, ids):
    assert figures_board(file).beside is None
    report = freeze(file, june(7))
    set_exempt(file, ids[3:4], "Nghỉ thai sản", D8)
    board = figures_board(file)
    assert board.beside.basis.frozen == report.id
    assert board.today == Difference(-1, 1, 0, 1) == board.beside.whole
    assert told(board, "change", "today", "footnote") == {
        HERE: (
            Difference(-1, 1, 0, 0),
            Difference(-1, 1, 0, 0),
            "4 → 3: 1 nghỉ thai sản từ 08/6.",
        ),
        POLICE: (Difference(0, 0, 0, 1), Difference(0, 0, 0, 1), ""),
    }
    assert board.figures.footnotes == (
        "Không thuộc đối tượng: 1 (1 nghỉ thai sản).",
        "6 → 5: 1 nghỉ thai sản từ 08/6.",
    )


@pytest.mark.parametrize("by", list(Grouping))
def test_whatever_the_lines_are_they_have_all_of_it(file, ids, by):
    freeze(file, june(7))
    board = figures_board(file, by=by)
    assert sum(each.change.registered for each in board.lines) == board.beside.whole.registered
    assert sum(each.today.completed for each in board.lines) == board.today.completed
    assert all(each.rank and each.level for each in board.lines)
    assert bool(board.lines[0].forecasts) == (by is Grouping.UNIT)
    assert board.forecasts


def test_with_those_below_both_sides_are_summed(file, ids):
    below = add_unit(file, "Tổ Một", UnitKind.GOVERNMENT, unit(file).id)
    freeze(file, june(7))
    set_marks(file, add_people(file, 2, below), Mark.REGISTERED, D8)
    board = figures_board(file, below=True)
    lines = {each.line.name: (each.line.registered, each.change) for each in board.lines}
    assert lines[HERE] == (4, Difference(2, 3, 0, 0))
    assert lines["Tổ Một"] == (2, Difference(2, 2, 0, 0))
    assert board.beside.footnotes == {}


def test_frozen_figures_are_ranked_by_themselves(file, ids):
    board = plain_board(figures(file), None)
    assert told(board, "rank", "change") == {HERE: (1, None), POLICE: (1, None)}
    assert (board.beside, board.today, board.forecasts) == (None, Difference(), ())


def test_a_stage_nobody_knows_is_refused(file, ids):
    with pytest.raises(AppError, match="không có chặng 9"):
        figures_board(file, stage=9)


def test_attempts_of_a_past_day_are_said_to_be_the_newest(file, ids):
    said = "Số lượt thi theo lần ghi mới nhất, nên có thể gồm cả lượt thi sau ngày này."
    assert said not in figures_board(file, june(7)).figures.footnotes
    with changing(file, "test", "Thử") as change:
        row = {"person_id": ids[2], "contest_id": 1, "failed_on": june(5), "attempts": 3}
        change.insert(participations, [row])
    assert said in figures_board(file, june(7)).figures.footnotes
    assert said not in figures_board(file, D8).figures.footnotes
