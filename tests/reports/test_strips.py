"""Where pages end: what belongs together stays together, nothing is lost, no page overflows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.render.pdf.strips import Keep, Strip, filled_pages, kept

ROOM = 100.0
SIZES = st.floats(1, 60)
STRIPS = st.lists(
    st.builds(
        Strip,
        height=SIZES,
        draw=st.just(lambda *_: None),
        gap=st.floats(0, 10),
        keep=st.sampled_from([Keep.NO, Keep.NO, Keep.WISH]),
    ),
    max_size=40,
)


def strip(height: float = 10, keep: Keep = Keep.NO, gap: float = 0) -> Strip:
    return Strip(height, lambda *_: None, gap, keep)


@given(STRIPS)
def test_every_strip_stands_once_in_its_order_inside_of_a_page(strips: list[Strip]):
    pages = list(filled_pages(strips, ROOM))
    assert [each for page in pages for _, each in page] == strips
    for page in pages:
        assert page[0][0] == 0
        for (down, each), (below, after) in pairwise(page):
            assert abs(down + each.height + after.gap - below) < 0.01
        down, last = page[-1]
        assert down + last.height <= ROOM + 0.01


def test_what_should_stay_together_begins_a_new_page():
    first = [strip(30) for _ in range(2)]
    together = [strip(20, Keep.WISH), strip(20, Keep.WISH), strip(20)]
    pages = list(filled_pages([*first, *together], ROOM))
    assert [len(page) for page in pages] == [2, 3]


def test_what_is_higher_than_a_page_is_divided_but_not_where_it_must_not_be():
    long = [strip(10, Keep.WISH) for _ in range(12)]
    end = [strip(10, Keep.MUST), strip(40)]
    pages = list(filled_pages([*long, *end], ROOM))
    assert [each for page in pages for _, each in page] == [*long, *end]
    assert [each for _, each in pages[-1]][-2:] == end


def test_the_header_of_a_table_is_repeated_where_a_row_begins_a_page():
    header = strip(15)
    rows = [Strip(20, lambda *_: None, repeated=header) for _ in range(9)]
    pages = list(filled_pages([header, *rows], ROOM))
    assert all(page[0][1] is header for page in pages)
    assert sum(len(page) - 1 for page in pages) == 9


def test_the_last_ones_go_with_what_follows():
    held = kept([strip() for _ in range(5)], 2, Keep.MUST)
    assert [each.keep for each in held] == [0, 0, 0, Keep.WISH, Keep.MUST]
    assert kept([], 2, Keep.MUST) == []
