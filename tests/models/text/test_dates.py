from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.formats import ParsedDate, decree_date, parse_date, short_date

TODAY = date(2026, 6, 8)


@pytest.mark.parametrize(
    "value",
    [
        "02/04/1985",
        "2/4/1985",
        "02-04-1985",
        "02.04.1985",
        "\xa002/04/1985\xa0",
        " 02-04-1985\xa0",
        "1985-04-02",
        "1985/04/02",
        "1985-04-02T00:00:00",
        "1985-04-02 00:00:00",
        "02/04/1985 14:05",
        "14:05:33 02/04/1985",
        "02/04/85",
        "2-4-85",
        "ngày 02 tháng 4 năm 1985",
        "Ngày 2 tháng 04 năm 1985",
        "02 tháng 4, 1985",
        "Sinh ngày: 02/04/1985",
        "SN 02/04/1985",
        "02041985",
        "19850402",
        "02 / 04 / 1985",
        "31139",
        "31139.0",
        31139,
        31139.5,
        2041985,
        19850402,
        "'02/04/1985",
        "ngày 2 tháng 4 năm 1985",
        date(1985, 4, 2),
        datetime(1985, 4, 2, 14, 5),
    ],
)
def test_every_shape_of_one_complete_date(value: object) -> None:
    assert parse_date(value, TODAY) == ParsedDate("1985-04-02", date(1985, 4, 2))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1985", "1985"),
        (" 1998", "1998"),
        (1985, "1985"),
        (1985.0, "1985"),
        ("/ /1998", "1998"),
        ("/  / 1998", "1998"),
        ("00/00/1998", "1998"),
        ("năm 1985", "1985"),
        ("Năm sinh: 1985", "1985"),
        ("85", "1985"),
        ("/04/1985", "1985-04"),
        ("04/1985", "1985-04"),
        ("1985-04", "1985-04"),
        ("tháng 4 năm 1985", "1985-04"),
        ("tháng 4/1985", "1985-04"),
        ("4/85", "1985-04"),
    ],
)
def test_partial_dates_keep_what_is_known(value: object, text: str) -> None:
    parsed = parse_date(value, TODAY)
    assert (parsed.text, parsed.day, parsed.problem) == (text, None, "")
    assert parsed.year == int(text[:4])


@pytest.mark.parametrize(
    ("text", "today", "iso"),
    [
        ("8/6", TODAY, "2026-06-08"),
        ("11/6", TODAY, "2026-06-11"),
        ("28/12", date(2026, 1, 5), "2025-12-28"),
        ("05/01", date(2025, 12, 30), "2026-01-05"),
        ("29/2", date(2026, 6, 8), ""),
        ("29/2", date(2025, 6, 8), "2024-02-29"),
        ("08/6/26", TODAY, "2026-06-08"),
        ("15/01/27", TODAY, "2027-01-15"),
        ("15/01/70", TODAY, "1970-01-15"),
    ],
)
def test_missing_and_short_years(text: str, today: date, iso: str) -> None:
    assert parse_date(text, today).text == iso


@pytest.mark.parametrize("value", [None, "", "  ", "-", "N/A", "/ /", "\u00a0"])
def test_an_empty_cell_is_no_problem(value: object) -> None:
    assert parse_date(value, TODAY) == ParsedDate()
    assert parse_date(value, TODAY).year is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("31/02/1985", "tháng 02/1985 chỉ có 28 ngày"),
        ("30/2", "tháng 02/2026 chỉ có 28 ngày"),
        ("06/28/2026", "không có tháng 28"),
        ("12/13/85", "không có tháng 13"),
        ("2026-13-01", "không có tháng 13"),
        ("01/01/0085", "năm 85 không hợp lý"),
        ("00/13/1985", "không có tháng 13"),
        ("15//1985", "thiếu tháng"),
        ("hôm qua", "Không đọc được ngày “hôm qua”"),
        (7, "Không đọc được"),
        (1e12, "Không đọc được"),
        (-5, "Không đọc được"),
        (float("nan"), "Không đọc được"),
        (True, "Không đọc được"),
    ],
)
def test_impossible_dates_say_why(value: object, words: str) -> None:
    parsed = parse_date(value, TODAY)
    assert words in parsed.problem
    assert (parsed.text, parsed.day) == ("", None)


@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_what_we_write_we_can_read(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for written in (
        short_date(day),
        decree_date(day),
        day.isoformat(),
        serial,
        f"{day:%d%m%Y}",
        int(f"{day:%d%m%Y}"),
    ):
        assert parse_date(written, TODAY).day == day


@given(
    st.one_of(
        st.text(max_size=20),
        st.text(alphabet="0123456789/-. ", max_size=12),
        st.integers(),
        st.floats(),
    )
)
def test_any_cell_ends_in_a_date_or_a_sentence(value: object) -> None:
    parsed = parse_date(value, TODAY)
    assert not (parsed.text and parsed.problem)
    assert parsed.day is None or parsed.day.isoformat() == parsed.text
