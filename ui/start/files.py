"""What file dialogs offer, and where a new data file goes."""

from __future__ import annotations

from pathlib import Path

from models.machine.places import default_data_file
from models.version import FILE_SUFFIX

DATA_FILTER = f"Tệp dữ liệu Tiến Độ (*{FILE_SUFFIX})"
LIST_FILTER = "Danh sách (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv);;Mọi tệp (*)"


def new_data_path() -> Path:
    """Where the next new data file goes: the usual place, or a free name beside it."""
    usual = default_data_file()
    path, number = usual, 1
    while path.exists():
        number += 1
        path = usual.with_name(f"{usual.stem}-{number}{FILE_SUFFIX}")
    return path
