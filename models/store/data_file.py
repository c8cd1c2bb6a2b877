"""The data file: made, opened, refused, looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock, now
from models.errors import AppError
from models.machine.locks import FileLock
from models.machine.long_paths import refuse_long_data_path
from models.machine.names import refuse_unusable_name
from models.machine.places import may_write, refuse_shared_place, unwritable
from models.machine.private import keep_to_owner
from models.store.copies import CopyFound, is_kept_copy, is_put_in_place
from models.store.driver import (
    ConnectWith,
    connect_to_look,
    connect_to_work,
    driver_errors,
)
from models.store.faults import disk_full, faults_explained, file_missing
from models.store.file_store import FileStore
from models.store.header import log_holds_changes, own_header
from models.store.holding import held_lock
from models.store.inspection import SoundFile, inspect_file
from models.store.keyring import (
    FileKey,
    cipher_key,
    drop_key_beside,
    keep_key_beside,
    key_told,
)
from models.store.log import mark_logged, write_home
from models.store.parts import present_parts
from models.store.raw import hold_bytes, release_bytes
from models.store.revision import HEAD
from models.store.seal import KeyTold, SealKind, seal_file
from models.store.stamping import adopt_copy
from models.store.sweeping import is_roomy, is_unswept, sweep_file
from models.store.viewing import Viewed, only_a_copy, read_only_place

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection


class DataFile(FileStore):
    """One open `*.tiendo` file. Made by `create`, `open_file` and `view_file`, not directly.

    `remarks` are sentences about what opening it found; `is_kept_copy` says whether nothing can
    be written because it is a copy to keep; `found_seal` what its seal said before it was opened.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        lock: FileLock | None = None,
        *,
        connect: ConnectWith = connect_to_work,
        place: Path | None = None,
        only_read: AppError | None = None,
        key: FileKey | None = None,
    ) -> None:
        super().__init__(path, clock, connect, place, only_read, key)
        self.found_seal = SealKind.NONE
        self._key_told: KeyTold | None = None
        self._sealed = self._held = False
        self.remarks: tuple[str, ...] = ()
        self.is_kept_copy = False
        self._marked = False
        if lock is not None:
            self.on_close(lock.release)

    def _writer(self, connection: Connection) -> Connection:
        from models.store.connection import driver_connection

        if not self._marked:
            self._marked = mark_logged(driver_connection(connection))
        return super()._writer(connection)

    def write_home(self) -> None:
        """Bring all that was committed into the file itself, so that a plain copy of it is whole.

        Somebody who is reading just now puts that off; it is no loss, only a longer log.
        """
        if self._marked or log_holds_changes(self.path):
            self.settle()

    def settle(self) -> None:
        """The same for a log that was there when the file was opened."""
        if self.only_read is not None or self.is_locked_up:
            return
        # Half a log written home may have overwritten the seal.
        self._sealed = False
        with suppress(*driver_errors(OSError)), self._kept.taken() as connection:
            if write_home(connection):
                self._marked = False
                self._seal()

    def sweep(self) -> bool:
        """Leave no byte of what was taken out of the file for good; False when that must wait.

        It is done again at the next opening then: somebody reads, or the disk is full.
        """
        return self.only_read is not None or self._written_anew(is_unswept)

    def shrink(self) -> bool:
        """Give back room of which much stands empty; False when that must wait, as for `sweep`."""
        return self.only_read is not None or self._written_anew(is_roomy)

    def _written_anew(self, needs: Callable[[sqlite3.Connection], bool]) -> bool:
        with suppress(*driver_errors(OSError)), self._kept.taken() as connection:
            if not needs(connection):
                return True
            # Whatever becomes of it, the file must be looked at again before it is closed.
            self._marked = True
            self._marked = not sweep_file(connection)
            if not self._marked:
                self._seal()
            return not self._marked
        return False

    def _seal(self) -> None:
        # What somebody else changed in the file is not vouched for before all of it was looked at.
        # Half a seal, of a disk that is full, holds no key.
        self._sealed = False
        if self.found_seal is not SealKind.BROKEN:
            seal_file(self.path, self._key_told)
            self._sealed = True

    def vouch(self) -> None:
        """All of the file was looked at and is sound, whatever its seal said; it is sealed anew."""
        self.found_seal = SealKind.NONE
        self.settle()

    def hold(self) -> None:
        """Work with the file from now on, whose lock we have; its key stands beside it meanwhile.

        Raises `OSError` where the key cannot be written: nothing may be changed then.
        """
        if self.key is not None:
            self._key_told = key_told(self.path)
            assert self._key_told is not None
            keep_key_beside(self.path, self._key_told)
        hold_bytes(self.path)
        self._held = True

    def change_key(self, told: KeyTold) -> None:
        """Other slots for the same data key. Raises `OSError`; then the old ones still hold."""
        keep_key_beside(self.path, told)
        self._key_told = told
        self._sealed = False
        self.settle()

    def lock_up(self) -> None:
        """The same with all that was committed in the file itself."""
        self._come_to_rest()
        super().lock_up()

    def close(self) -> None:
        """Close the file and give the lock back."""
        self._come_to_rest()
        super().close()
        if self._key_told is not None and self._sealed and not self._marked:
            drop_key_beside(self.path)

    def _come_to_rest(self) -> None:
        self.write_home()
        if self.key is not None and not self._sealed:
            # Its key shall not lie beside it alone, as after a crash.
            self.settle()

    def _disconnect(self) -> None:
        super()._disconnect()
        if self._held:
            self._held = False
            release_bytes(self.path)


def open_file(path: Path, clock: Clock = now, *, without_log: bool = False) -> DataFile:
    """Open the data file at `path`, upgrading it when it is of an older version.

    Raises `AppError` for a missing, foreign, damaged, newer, shared or busy file, as
    `CopyFound` for a kept copy and as `LogMissing` for one whose log is missing, unless
    `without_log` takes it as it is; the file is then as it was. One that the system does not let
    be changed is opened for reading only.
    """
    refuse_long_data_path(path)
    refuse_shared_place(path)
    if not path.is_file():
        raise file_missing(path)
    header = own_header(path)
    if is_kept_copy(path, header):
        raise CopyFound(path)
    if not may_write(path):
        return view_file(path, clock, read_only_place(path))
    key = cipher_key(path)
    lock = held_lock(path)
    try:
        found = inspect_file(path, clock, without_log=without_log)
        put_back = is_put_in_place(path, header)
        data_file = _taken_up(DataFile(path, clock, lock, key=key), found, put_back=put_back)
    except BaseException:
        lock.release()
        raise
    return data_file


def view_file(path: Path, clock: Clock = now, why: AppError | None = None) -> DataFile:
    """Open the data file or kept copy at `path` for reading only; nothing beside it is made.

    `why` is what whoever wants to write is told; by default that it is a kept copy.
    """
    refuse_unusable_name(path)
    if not path.is_file():
        raise file_missing(path)
    viewed = Viewed(path)
    data_file = DataFile(
        path,
        clock,
        connect=connect_to_look,
        place=viewed.place,
        only_read=why or only_a_copy(path),
        key=viewed.key,
    )
    data_file.remarks = viewed.remarks
    data_file.found_seal = viewed.seal
    data_file.is_kept_copy = why is None
    data_file.on_close(viewed.tidy)
    return data_file


def _taken_up(data_file: DataFile, found: SoundFile, *, put_back: bool) -> DataFile:
    """The file that was found, upgraded and whole."""
    path = data_file.path
    remarks = [str(found.aside)] if found.aside else []
    if put_back:
        remarks.append(f"Tệp {path.name} là một bản sao lưu được chép vào chỗ tệp dữ liệu.")
    data_file.remarks = tuple(remarks)
    data_file.found_seal = found.seal
    data_file._sealed = found.seal is SealKind.WHOLE
    try:
        try:
            data_file.hold()
        except OSError as error:
            raise disk_full(path, error) or unwritable(path.parent) from error
        if put_back:
            with faults_explained(path):
                adopt_copy(path, data_file.key)
        for part in present_parts(path):
            keep_to_owner(part)
        if found.revision != HEAD:
            from models.store.upgrade import upgrade_file

            with faults_explained(path):
                upgrade_file(data_file.engine, path, found.revision)
        if found.header.needs_log or not found.header.logged or found.revision != HEAD:
            data_file.settle()
        data_file.sweep()
    except BaseException:
        data_file._disconnect()
        raise
    return data_file
