"""Whatever a cell or a pasted table holds: nothing in it runs, and phones stay as they are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.text.formula_text import as_typed, may_run, pasted_text

STARTS = "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n|−"
BEFORE = ["", " ", "   ", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u200e\u00ad", " \u2060 "]
MORE = ["1+1", "cmd|' /C calc'!A0", "SUM(A1)", 'HYPERLINK("http://x")', 'DDE("a";"b")', ""]


@pytest.mark.parametrize("before", BEFORE)
@given(start=st.sampled_from(STARTS), more=st.sampled_from(MORE) | st.text())
def test_whatever_stands_before_it_a_start_is_found(before, start, more):
    assert may_run(before + start + more)


@given(st.text(min_size=1))
@example("0912 345 678")
@example("Nguyễn Văn An")
def test_what_begins_with_a_letter_or_digit_runs_nowhere(text):
    assert not may_run(f"A{text}")
    assert not may_run(f"0{text}")


@given(st.text())
def test_a_pasted_cell_is_one_cell_that_does_not_run(text):
    shown = pasted_text(text)
    assert not set(shown) & set("\t\r\n")
    numbers = shown.lstrip("+-").replace(" ", "").strip(".()/-")
    assert not may_run(shown) or numbers[:1].isdigit()
    assert as_typed(shown) == as_typed(" ".join(text.split()))


@pytest.mark.parametrize(
    "phone",
    ["0912345678", "0912 345 678", "+84912345678", "+84 912 345 678", "+84 220.3852.100", "-3"],
)
def test_phones_and_numbers_stay_exactly_as_they_are(phone):
    assert pasted_text(phone) == phone


@pytest.mark.parametrize(
    "text", ["+84-912-345", "+84912345678+cmd|' /C calc'!A0", "-2+3", "+1*2", "=1", "- ghi chú"]
)
def test_a_number_with_more_behind_it_is_text(text):
    assert pasted_text(text) == f"'{text}"
    assert as_typed(pasted_text(text)) == text


def test_a_name_in_quotes_keeps_them():
    assert as_typed("'Tổ 1'") == "'Tổ 1'"
