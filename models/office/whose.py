"""Whose file it is, and how much it holds."""

from __future__ import annotations

from models.errors import AppError
from models.records import Commune
from models.store.store import Store
from models.store.texts import OFFICE_COMMUNE, OFFICE_UNITS


def the_commune(data_file: Store) -> Commune:
    """The commune that owns the file."""
    with data_file.reading_prepared() as reader:
        row = next(iter(reader.rows(OFFICE_COMMUNE)), None)
    if row is None:
        raise AppError("Tệp này chưa có tên xã, phường.", "Hãy tạo tệp mới.")
    _, name, kind, code, place, province = row
    return Commune(name, kind, code, place, province)


def count_units(data_file: Store) -> int:
    """How many units the file has."""
    with data_file.reading_prepared() as reader:
        return int(reader.rows(OFFICE_UNITS)[0][0])
