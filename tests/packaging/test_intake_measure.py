"""The measure of reading lists: it draws the same lists again, and sees what is wrong."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from random import Random
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "packaging/bench"))

from lists.judging import Case, judge
from lists.layout import people_list
from lists.nobody import no_people
from lists.trial import Answer
from lists.writing import save

AN = {"name": "Trần Văn An", "phone": "0912000001", "unit": "Thôn Tây", "birth": "", "position": ""}
BINH = {**AN, "name": "Lê Thị Bình", "phone": "0912000002", "sheet": "S", "row": 3}


class Roster:
    """Stands in for the program: answers every list in one way."""

    def __init__(self, people: list[dict[str, Any]], code: int = 0, **data: Any) -> None:
        self._answer = Answer(code, data, "refused" if code else "")
        self._people = people

    def take(self, path: Path, unit: str) -> tuple[Answer, list[dict[str, Any]]]:
        return self._answer, [dict(each) for each in self._people]


def verdict(program: Roster, people: list[dict[str, Any]], expect: str = "people") -> str:
    found = judge(Case("x", Path("x.xlsx"), expect, people, "", ""), program)  # type: ignore[arg-type]
    return f"{found.kind}: {', '.join([*found.wrong, *found.asked])}".rstrip(": ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([AN, BINH], "right"),
        ([AN], "wrong: person missing without a word"),
        ([AN, BINH, {**AN, "name": "Bùi Lạ"}], "wrong: person invented"),
        ([AN, {**BINH, "name": "Lê Thị"}], "wrong: name cut or changed"),
        ([AN, {**BINH, "phone": "0912000009"}], "wrong: wrong phone"),
        ([AN, {**BINH, "phone": ""}], "wrong: phone lost"),
        ([AN, {**BINH, "unit": "Thôn Đông"}], "wrong: wrong unit"),
        ([AN, {**BINH, "birth": "1990"}], "wrong: birth invented"),
    ],
)
def test_what_was_written_is_judged(written: list[dict[str, Any]], expected: str) -> None:
    assert verdict(Roster(written), [AN, BINH]) == expected


def test_what_was_left_open_with_a_word_is_asked() -> None:
    problem = {"sheet": "S", "row": 3}
    assert verdict(Roster([AN], problems=[problem]), [AN, BINH]) == "asked: person left open"
    assert verdict(Roster([], code=1), [AN, BINH]) == "asked: refused"


def test_people_in_a_file_without_any_are_wrong() -> None:
    assert verdict(Roster([]), [], "none") == "right"
    assert verdict(Roster([AN]), [], "none") == "wrong: person invented"


@pytest.mark.parametrize("make", [people_list, no_people])
def test_the_same_draw_gives_the_same_list(make: Any, tmp_path: Path) -> None:
    for number in range(40):
        one, again = (make(Random(f"1-{number}"), "a") for _ in range(2))
        assert one == again
        assert save(one, tmp_path).stat().st_size > 0


def test_the_truth_stands_in_the_row_that_it_names() -> None:
    for number in range(60):
        made = people_list(Random(f"2-{number}"), "a")
        sheets = {sheet.name: sheet for sheet in made.sheets}
        for person in made.people:
            row = sheets[person["sheet"]].rows[person["row"] - 1]
            text = " ".join(" ".join(str(cell).split()) for cell in row if cell is not None)
            given = person["name"].rsplit(" ", 1)[-1].casefold()
            assert given in unicodedata.normalize("NFC", text).casefold()
