"""What is said of columns on the command line, for one sheet or for another."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.intake.column_map import fields_by_letter, map_flag
from models.intake.shape.fields import Field

PHONE, NAME = Field.PHONE, Field.FULL_NAME


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", {}),
        ("F=phone", {"": {5: PHONE}}),
        ("C=name, F=phone", {"": {2: NAME, 5: PHONE}}),
        ("HS 9A!F=phone", {"HS 9A": {5: PHONE}}),
        ("HS 9A!C=name,F=phone", {"HS 9A": {2: NAME, 5: PHONE}}),
        ("C=name,HS!F=phone", {"": {2: NAME}, "HS": {5: PHONE}}),
        ("'Tổ 1, tổ 2'!F=phone,GV!F=skip", {"Tổ 1, tổ 2": {5: PHONE}, "GV": {5: Field.IGNORED}}),
    ],
)
def test_columns_are_said_by_sheet_and_letter(text, said):
    assert fields_by_letter(text) == said


@pytest.mark.parametrize("text", ["F", "F=", "F=nonsense", "HS!", "5=phone", "!F"])
def test_what_says_nothing_is_refused_in_words(text):
    with pytest.raises(AppError, match="Không hiểu"):
        fields_by_letter(text)


@pytest.mark.parametrize("sheet", ["", "HS 9A", "Tổ 1, tổ 2"])
def test_the_flag_that_is_shown_says_the_same(sheet):
    flag = map_flag({"F": PHONE, "C": NAME}, sheet)
    assert fields_by_letter(flag.removeprefix('--map "').removesuffix('"')) == {
        sheet: {5: PHONE, 2: NAME}
    }
