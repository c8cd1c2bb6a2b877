"""What file dialogs offer, where a new data file goes, and where documents go."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from models.machine.places import default_data_file
from models.machine.portable import portable_home
from models.version import FILE_SUFFIX

DATA_FILTER = f"Tệp dữ liệu Tiến Độ (*{FILE_SUFFIX})"
LIST_FILTER = "Danh sách (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv);;Mọi tệp (*)"
DOCUMENTS = "VanBan"


def new_data_path() -> Path:
    """Where the next new data file goes: the usual place, or a free name beside it."""
    usual = default_data_file()
    path, number = usual, 1
    while path.exists():
        number += 1
        path = usual.with_name(f"{usual.stem}-{number}{FILE_SUFFIX}")
    return path


def written_folders() -> list[Path]:
    """Where documents were written lately, and where they go by themselves."""
    kept = QSettings()
    named = [str(kept.value(key) or "") for key in kept.allKeys() if key.endswith("/folder")]
    return [documents_folder(), *(Path(each) for each in named if each)]


def remembered_folder(key: str) -> str:
    """Where files went last under this key of the settings, while it is there; else the documents'
    folder."""
    kept = str(QSettings().value(key, "") or "")
    return kept if kept and Path(kept).is_dir() else str(documents_folder())


def documents_folder() -> Path:
    """Where files go that have no better place: the user's documents, on a stick the stick itself.

    Documents may lie in OneDrive: they are written whole and closed, unlike the data file.
    """
    home = portable_home()
    if home is None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))
    folder = home / DOCUMENTS
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
