from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.dates import ParsedDate, parse_date
from models.text.formats import decree_date, short_date

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
        # Every kind of hyphen.
        "02–04–1985",
        "02‑04‑1985",
        "02‐04‒1985",
        "02−04−1985",
        # Months that are named.
        "02-thg 4-85",
        "2-thg4-1985",
        "02 thg 4 1985",
        "2-Th4-85",
        "02/thg 4/1985",
        "2 tháng Tư năm 1985",
        "2 tháng tư, 1985",
        "2 Apr 1985",
        "02-Apr-85",
        "2 April 1985",
        "Apr 2, 1985",
        "April 2nd, 1985",
        "Thứ Ba, 02/04/1985",
        "Tuesday, April 2, 1985",
        # Clocks: almost midnight, zones.
        datetime(1985, 4, 1, 23, 59, 43),
        datetime(1985, 4, 2, 0, 0, 40),
        "1985-04-01 23:59:43",
        "01/04/1985 11:59 PM",
        "1985-04-01T17:00:00Z",
        "1985-04-01T17:00:00.000Z",
        "1985-04-01 17:00:00+00",
        "1985-04-01T18:00:00+01:00",
        "1985-04-02T00:00:00+07:00",
        "Mon Apr 01 1985 17:00:00 GMT+0000 (Coordinated Universal Time)",
        "02/04/1985 14h05",
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
        ("thg 4-85", "1985-04"),
        ("Apr 1985", "1985-04"),
        # A year that was typed into a cell which shows dates.
        (date(1905, 6, 7), "1985"),
        (datetime(1905, 6, 7), "1985"),
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


def test_a_column_may_write_the_month_first() -> None:
    assert parse_date("4/2/1985", TODAY, month_first=True).text == "1985-04-02"
    assert parse_date("04/30/1988", TODAY, month_first=True).text == "1988-04-30"
    assert parse_date("13/05/1991", TODAY, month_first=True).problem
    assert parse_date("1991-05-13", TODAY, month_first=True).text == "1991-05-13"


def test_the_time_of_an_act_stays_on_its_day() -> None:
    late = datetime(2026, 5, 10, 23, 59, 30)
    assert parse_date(late, TODAY, to_midnight=False).text == "2026-05-10"
    assert parse_date("10/05/2026 23:59:30", TODAY, to_midnight=False).text == "2026-05-10"
    assert parse_date("2026-05-10T17:30:00Z", TODAY, to_midnight=False).text == "2026-05-11"


def test_the_south_had_clocks_of_its_own_until_1975() -> None:
    assert parse_date("1969-12-31T16:00:00Z", TODAY).text == "1970-01-01"
