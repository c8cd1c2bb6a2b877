"""Scores of several tries side by side, "Điểm lần 1 … 3": the left one is no better than others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from models.intake.grid import column_letter
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.records import ColumnGuess

WHY_TRY_BEGINS = "Điểm của từng lần thi"
WHY_TRY = (
    f"{WHY_TRY_BEGINS} nằm ở các cột {{letters}} nên chưa đọc cột nào; hãy chọn cột có điểm được "
    "tính, hoặc chỉ giữ cột ấy trong tệp"
)
_TRY = re.compile(
    r"(?:(?:so |tong )?diem(?: so)?|ket qua|score|grade|mark)(?: (?:bai )?(?:thi|kiem tra|test))?"
    r" (?:(?:lan|luot|dot|attempt|try)(?: (?:thi|lam|lam bai|kiem tra))?(?: thu)? )?(\d{1,2})"
    r"|(?:lan|luot|attempt|try)(?: (?:thi|lam|lam bai|kiem tra))?(?: thu)? (\d{1,2})"
    r"(?: (?:diem|score|grade))?"
)


_OF_ALL_TRIES = (Field.SCORE, Field.ATTEMPTS)


def try_of(title: str) -> int | None:
    """Which try a title names: 2 for "Điểm lần 2"."""
    found = _TRY.fullmatch(fold_header(title))
    return int(found[1] or found[2]) if found else None


def columns_of_tries(
    weights: Mapping[int, Mapping[Field, float]], titles: Mapping[int, str]
) -> frozenset[int]:
    """The columns with the scores of several tries; empty when there is one try at most."""
    known = {at: number for at in weights if (number := try_of(titles.get(at, "")))}
    return frozenset(known) if len(set(known.values())) > 1 else frozenset()


def without_tries(
    weights: Mapping[int, Mapping[Field, float]], tries: Collection[int]
) -> Mapping[int, Mapping[Field, float]]:
    """The weights, where none of these columns is the score or the number of tries."""
    if not tries:
        return weights
    return {
        at: {field: weight for field, weight in each.items() if field not in _OF_ALL_TRIES}
        if at in tries
        else each
        for at, each in weights.items()
    }


def told_of_tries(columns: Sequence[ColumnGuess], tries: Collection[int]) -> list[ColumnGuess]:
    """The guesses, where each column of a try that is not read says why."""
    letters = ", ".join(column_letter(at) for at in sorted(tries))
    why = WHY_TRY.format(letters=letters)
    return [
        replace(each, why=why) if each.index in tries and each.field is Field.IGNORED else each
        for each in columns
    ]
