"""Shapes in which the date of birth stands in three columns."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Gender
from tests.models.intake.workbooks import AN, BINH, CUONG, DUC, Shape, Truth, book, person

BIRTHS = ((2, 4, 1985), ("15", "10", "1978"), (None, None, 1990), (31, 2, 1980))
BORN = [
    person(AN, birth="1985-04-02", gender=None),
    person(BINH, birth="1978-10-15"),
    person(CUONG, birth="1990"),
    person(DUC, birth=""),
]


def rows(*order: int) -> list[list[object]]:
    """Four people, their dates in three columns of that order."""
    people = (AN, BINH, CUONG, DUC)
    return [
        [at, who[0], *[birth[part] for part in order], who[1]]
        for at, (who, birth) in enumerate(zip(people, BIRTHS, strict=True), 1)
    ]


def alone(first: str, second: str, third: str) -> list[object]:
    return ["STT", "Họ và tên", first, second, third, "SĐT"]


def without_births() -> Sequence[Truth]:
    return [person(who, birth="", gender=None) for who in (AN, BINH, CUONG, DUC)]


BIRTH_SHAPES = (
    Shape(
        "day, month, year under a merged ngày sinh",
        book(
            [
                ["STT", "Họ và tên", "Ngày sinh", None, None, "SĐT"],
                [None, None, "Ngày", "Tháng", "Năm", None], *rows(0, 1, 2),
            ],
            merges=["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
        ),
        BORN, (1, 2), problems="E",
    ),
    Shape(
        "day, month, year under one that is not merged",
        book(
            [
                ["STT", "Họ và tên", "Ngày, tháng, năm sinh", None, None, "SĐT"],
                [None, None, "Ngày", "Tháng", "Năm", None], *rows(0, 1, 2),
            ]
        ),
        BORN, (1, 2), problems="E",
    ),
    Shape("day, month, year alone", book([alone("Ngày", "Tháng", "Năm"), *rows(0, 1, 2)]), BORN, problems="E"),
    Shape(
        "day, month and year of birth", book([alone("Ngày sinh", "Tháng sinh", "Năm sinh"), *rows(0, 1, 2)]),
        BORN, problems="E",
    ),
    Shape("year first", book([alone("Năm", "Tháng", "Ngày"), *rows(2, 1, 0)]), BORN, problems="C"),
    Shape(
        "day, month, year of something else",
        book(
            [
                ["STT", "Họ và tên", "Ngày vào Đảng", None, None, "SĐT"],
                [None, None, "Ngày", "Tháng", "Năm", None], *rows(0, 1, 2),
            ],
            merges=["C1:E1"],
        ),
        without_births(), (1, 2),
    ),
    Shape(
        "day, month, year beside a whole date of birth",
        book(
            [
                ["STT", "Họ và tên", "Năm sinh", "Ngày", "Tháng", "Năm", "SĐT"],
                [1, AN[0], 1985, 1, 9, 2010, AN[1]], [2, BINH[0], 1978, 15, 8, 2012, BINH[1]],
            ]
        ),
        [person(AN, birth="1985", gender=None), person(BINH, birth="1978", gender=None)],
    ),
    Shape(
        "years of men and women beside day and month of nothing",
        book(
            [
                ["STT", "Họ và tên", "Năm sinh", None, "SĐT"], [None, None, "Nam", "Nữ", None],
                [1, AN[0], 1985, None, AN[1]], [2, BINH[0], None, 1990, BINH[1]],
            ],
            merges=["C1:D1"],
        ),
        [person(AN, birth="1985", gender=Gender.MALE), person(BINH, birth="1990", gender=Gender.FEMALE)], (1, 2),
    ),
)  # fmt: skip
