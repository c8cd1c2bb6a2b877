"""A made-up roster with everything that makes names hard, and short names for its people."""

from __future__ import annotations

from datetime import date

from models.records import PersonDraft, UnitKind
from models.roster.leaving import set_left
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from models.store.data_file import DataFile

OFFICE, CLINIC, SCHOOL = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã", "Trường THCS Kẻ Sặt"

PEOPLE = {
    "an": ("Nguyễn Văn An", OFFICE, "0912345678"),
    "binh": ("Trần Thị Bình", CLINIC, "0982103591"),
    "lan1": ("Lê Thị Lan", SCHOOL, "0378551902"),
    "lan2": ("Lê Thị Lan", CLINIC, ""),
    "cuong": ("Phạm Đức Cường", SCHOOL, ""),
    "hoa": ("Đỗ Thị Hòa", OFFICE, "0901234567"),
    "lan anh": ("Vũ Lan Anh", SCHOOL, "0911222333"),
    "an2": ("Bùi Văn Ân", CLINIC, "02203812345"),
    "oanh": ("Hoàng Kim Oanh", SCHOOL, "0966777888"),
    "thuy1": ("Phạm Thị Thủy", SCHOOL, "0355111222"),
    "thuy2": ("Phạm Thị Thúy", SCHOOL, "0355111333"),
    "kien a": ("Trần Trung Kiên A", SCHOOL, "0988111222"),
    "kien b": ("Trần Trung Kiên B", SCHOOL, "0988111333"),
    "tam": ("Ngô Văn Tám", OFFICE, "0933444555"),
    "chin": ("Đào Văn Chín", OFFICE, "0944555666"),
    "muoi": ("Đào Thị Mười", OFFICE, "0944555666"),
    "binh2": ("Đặng Văn Bình", OFFICE, ""),
    "binh3": ("Đặng Văn Bỉnh", OFFICE, ""),
    "loan": ("Cao Kim Loan", OFFICE, "0977000111"),
    "ly": ("Nguyễn Thị Lý", CLINIC, "0967000222"),
}


def fill(file: DataFile) -> dict[str, int]:
    """Put everybody on the roster; the ids by short name. Ngô Văn Tám has left."""
    parent = next(each.id for each in list_units(file) if each.name == "Các trường học")
    add_unit(file, SCHOOL, UnitKind.SCHOOL, parent)
    units = {each.name: each.id for each in list_units(file)}
    ids = {
        short: add_person(file, PersonDraft(name, units[unit], phone=phone))
        for short, (name, unit, phone) in PEOPLE.items()
    }
    set_left(file, [ids["tam"]], date(2026, 5, 1), "Nghỉ hưu")
    return ids
