"""The commune's own wording: kept, undone, given up for the original, compared with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError
from models.journal.history import history
from models.journal.replay import undo
from models.papers.wordings import (
    LONGEST_WORDING,
    LineState,
    compared_lines,
    kinds_worded,
    own_wording,
    reset_wording,
    store_wording,
    tidy_wording,
)

ORIGINAL = "= V/v\nMột {tổng}\nHai\n"


def test_a_text_of_ones_own_is_kept_as_one_change_and_undone(file):
    assert own_wording(file, "launch-letter") is None
    assert store_wording(file, "launch-letter", "Ba  \r\n\r\n", ORIGINAL, "Công văn phát động")
    assert own_wording(file, "launch-letter") == "Ba\n"
    assert kinds_worded(file) == {"launch-letter"}
    assert history(file)[0].summary == "Sửa nội dung mẫu “Công văn phát động”"
    assert store_wording(file, "launch-letter", "Bốn", ORIGINAL)
    undo(file)
    assert own_wording(file, "launch-letter") == "Ba\n"
    undo(file)
    assert own_wording(file, "launch-letter") is None


def test_the_original_holds_again_when_it_is_asked_for_or_typed(file):
    store_wording(file, "launch-letter", "Ba", ORIGINAL)
    assert reset_wording(file, "launch-letter")
    assert own_wording(file, "launch-letter") is None
    undo(file)
    assert own_wording(file, "launch-letter") == "Ba\n"
    assert store_wording(file, "launch-letter", ORIGINAL, ORIGINAL)
    assert own_wording(file, "launch-letter") is None


def test_what_changes_nothing_is_no_change(file):
    before = len(history(file))
    assert not reset_wording(file, "launch-letter")
    assert not store_wording(file, "launch-letter", ORIGINAL, ORIGINAL)
    store_wording(file, "launch-letter", "Ba", ORIGINAL)
    assert not store_wording(file, "launch-letter", "Ba \n", ORIGINAL)
    assert len(history(file)) == before + 1


@pytest.mark.parametrize("text", ["", " \n\t\n", "a" * (LONGEST_WORDING + 1)])
def test_no_text_and_an_endless_one_are_refused(file, text):
    with pytest.raises(AppError, match="chưa lưu"):
        store_wording(file, "launch-letter", text, ORIGINAL)
    assert own_wording(file, "launch-letter") is None


def test_two_texts_are_compared_line_by_line():
    assert compared_lines(ORIGINAL, "= V/v\nMột người\nHai\nBa") == (
        (LineState.SAME, "= V/v"),
        (LineState.GONE, "Một {tổng}"),
        (LineState.NEW, "Một người"),
        (LineState.SAME, "Hai"),
        (LineState.NEW, "Ba"),
    )


@given(st.text(), st.text())
def test_the_comparison_holds_both_texts(original, own):
    found = compared_lines(original, own)
    for state, text in ((LineState.GONE, original), (LineState.NEW, own)):
        kept = [line.text for line in found if line.state in {LineState.SAME, state}]
        assert "".join(f"{line}\n" for line in kept) == tidy_wording(text)
