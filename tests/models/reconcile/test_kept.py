"""Slips give the name of a unit as the platform spells it, learnt from the file and kept."""

from __future__ import annotations

import pytest

from models.reconcile.slips import list_slips
from models.records import UnitKind
from models.roster.units import add_unit
from models.store.data_file import DataFile
from tests.models.reconcile.exports import ECONOMY, export, person, write

SCHOOL = "Trường THCS Kẻ Sặt"


@pytest.fixture
def school(file: DataFile) -> DataFile:
    add_unit(file, SCHOOL, UnitKind.SCHOOL)
    person(file, "Nguyễn Văn An", "0982103590", SCHOOL)
    return file


def row(at: int, name: str, where: str) -> tuple[object, ...]:
    return (f"098210359{at}", name, where, "90", "02/06/2026")


def chosen(file: DataFile) -> str:
    (unit,) = list_slips(file)
    return unit.choose


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (("Truong THCS Ke Sat",), "Truong THCS Ke Sat"),
        (("TRƯỜNG THCS KẺ SẶT",) * 2, "TRƯỜNG THCS KẺ SẶT"),
        (("Trường THCS Kẻ Sặt, xã Kẻ Sặt",) * 3, "Trường THCS Kẻ Sặt, xã Kẻ Sặt"),
        (("Truong THCS Ke Sat",) * 4 + ("THCS kẻ sặt",), "Truong THCS Ke Sat"),
        (("Truong THCS Ke Sat", "TRƯỜNG THCS KẺ SẶT"), SCHOOL),
        ((), SCHOOL),
    ],
)
def test_the_name_is_learnt_from_all_accounts_of_the_file(
    school: DataFile, written: tuple[str, ...], name: str
) -> None:
    others = [row(at, f"Vũ Văn {'ABCDEF'[at]}", text) for at, text in enumerate(written, start=1)]
    write(school, export(row(0, "Nguyễn Văn An", ECONOMY), *others))
    assert chosen(school) == name


def test_a_later_file_that_leaves_the_unit_out_forgets_nothing(school: DataFile) -> None:
    wrong = row(0, "Nguyễn Văn An", ECONOMY)
    write(school, export(wrong, row(1, "Vũ Văn B", "Truong THCS Ke Sat")))
    write(school, export(wrong, row(2, "Vũ Văn C", "")))
    assert chosen(school) == "Truong THCS Ke Sat"
