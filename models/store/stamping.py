"""The marks by which the system and we recognise a working file of ours."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from models.machine.places import unwritable
from models.machine.private import keep_to_owner
from models.store.driver import connected, driver_errors
from models.store.faults import explain_fault
from models.store.header import APPLICATION_ID
from models.store.keyring import FileKey, key_told
from models.store.log import fresh_state
from models.store.seal import seal_file


def adopt_copy(path: Path, key: FileKey | None) -> None:
    """Make a working file of the kept copy at `path`; the slots of its key stand beside it."""
    told = key_told(path)
    with closing(connected(path, key)) as connection:
        connection.execute(f"PRAGMA user_version = {fresh_state()}")
    seal_file(path, told)


def stamp_file(path: Path, key: FileKey | None = None) -> None:
    """Make an empty file of ours at `path`."""
    try:
        with closing(connected(path, key)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {fresh_state()}")
        keep_to_owner(path)
    except driver_errors() as error:
        raise explain_fault(error, path) or unwritable(path.parent) from error


def make_folder(folder: Path) -> None:
    """Make the folder of a data file. Raises `AppError` when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder) from error
