"""Whatever is done to a list, the same people come out of it and no row is lost."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.reading.raw import of_rows
from models.intake.reading.transfer import read_answer, write_answer
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.workbooks import EVERYBODY, HALL, SCHOOL

TODAY = date(2026, 6, 8)
COLUMNS = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Chức vụ")
UNITS = (HALL, SCHOOL)
TRUTH = {(name, phone, UNITS[at % 2]) for at, (name, phone) in enumerate(EVERYBODY)}
NOISE: tuple[tuple[Cell, ...], ...] = (
    (None,) * 5,
    COLUMNS,
    ("Tổng cộng", None, None, None, None),
    (99, None, None, None, None),
    ("Ghi chú: số liệu tạm tính", None, None, None, None),
    (1, 2, 3, 4, 5),
)


def read(rows: list[GridRow]) -> tuple[set[tuple[str, str, str]], int]:
    """The people of a grid, and how many rows were accounted for."""
    book = Workbook("a", "0", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    found = {(row.name, row.phone.number, row.unit) for row in table.rows}
    under_titles = guess.header_rows[1] - guess.header_rows[0]
    return found, under_titles + len(table.rows) + len(table.skipped)


@settings(max_examples=60, deadline=None)
@given(
    order=st.permutations(range(5)),
    people=st.permutations(range(len(EVERYBODY))),
    noise=st.lists(st.tuples(st.integers(0, 8), st.sampled_from(NOISE)), max_size=5),
    titles=st.integers(0, 6),
)
def test_permuted_and_noisy_lists_give_the_same_people(order, people, noise, titles):
    rows: list[tuple[Cell, ...]] = [
        (n, *EVERYBODY[at], UNITS[at % 2], "Chuyên viên") for n, at in enumerate(people, 1)
    ]
    for place, row in sorted(noise, key=lambda pair: -pair[0]):
        rows.insert(place, row)
    shuffled: list[GridRow] = [tuple(row[at] for at in order) for row in (COLUMNS, *rows)]
    above: list[GridRow] = [(f"Tiêu đề {n}", None, None, None, None) for n in range(titles)]
    found, rows_seen = read(above + shuffled)
    assert found == TRUTH
    assert rows_seen == sum(1 for row in rows if any(cell is not None for cell in row))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            *[
                st.one_of(
                    st.none(),
                    st.booleans(),
                    st.integers(-(2**70), 2**70),
                    st.floats(allow_nan=False, allow_infinity=False),
                    st.dates(),
                    st.datetimes(),
                    st.text(min_size=1),
                )
            ]
            * 3
        ),
        max_size=120,
    )
)
def test_any_grid_survives_the_way_from_the_worker(
    rows,
):
    from io import BytesIO

    stream = BytesIO()
    write_answer(stream, {"kind": "xlsx"}, [of_rows("DS", rows)])
    header, (sheet,) = read_answer(stream.getvalue())
    assert header == {"kind": "xlsx"}
    assert sheet.rows == rows


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.text(max_size=12),
                st.integers(0, 10**11),
                st.sampled_from([name for name, _ in EVERYBODY]),
                st.sampled_from(COLUMNS),
                st.sampled_from(["I", "A.", "Tổng", "x", "(1)", "Nam", "02/04/1985", HALL]),
            ),
            min_size=4,
            max_size=4,
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_row_of_any_grid_lies_in_exactly_one_place(cells):
    rows: list[GridRow] = [tuple(cell or None for cell in row) for row in cells]
    book = Workbook("a", "0", "xlsx", (Sheet("DS", rows),))
    for guess in find_tables(book):
        table = shape_rows(book, guess, TODAY)
        seen = [row.row for row in table.rows] + [row.row for row in table.skipped]
        first, last = guess.data_rows
        assert len(seen) == len(set(seen))
        assert all(first <= number <= last for number in seen)
