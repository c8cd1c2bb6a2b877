"""Columns that say of which commune somebody is, where it is not said where they live."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.records import ColumnGuess

WHY_COMMUNE = "Xã, phường của người trong dòng; người của xã khác không được nhập"

_TITLE = re.compile(
    r"(?:ten |thuoc )?(?:xa|phuong|xa phuong(?: (?:thi tran|dac khu))*|dia phuong|commune|ward)"
    r"(?: (?:cong tac|lam viec|dang ky|hien nay|moi))?|(?:ten )?don vi hanh chinh(?: cap xa)?"
)
_OF_AN_ADDRESS = re.compile(
    r"(?:.* )?(?:thon|xom|to dan pho|tdp|khu dan cu|so nha|duong|ngo|huyen|quan huyen|quan"
    r"|dia chi|noi o|noi cu tru|que quan|thuong tru)(?: .*)?"
)
NEAR = 2


def with_commune(guesses: Sequence[ColumnGuess]) -> Sequence[ColumnGuess]:
    """The guesses, where a column says of which commune the people are."""
    for place, guess in enumerate(guesses):
        if guess.field is Field.IGNORED and _TITLE.fullmatch(fold_header(guess.header_text)):
            beside = guesses[max(place - NEAR, 0) : place + NEAR + 1]
            if any(map(_is_of_an_address, beside)):
                continue
            commune = replace(guess, field=Field.COMMUNE, why=WHY_COMMUNE)
            return [*guesses[:place], commune, *guesses[place + 1 :]]
    return guesses


def _is_of_an_address(guess: ColumnGuess) -> bool:
    """Whether a column is part of where somebody lives; the unit of people is not."""
    title = fold_header(guess.header_text)
    return guess.field is Field.IGNORED and _OF_AN_ADDRESS.fullmatch(title) is not None
