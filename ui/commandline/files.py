"""The data file that a command works on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from models.checking.stumbles import broken_told, what_is_damaged
from models.errors import AppError
from models.journal.clock import clock_doubt
from models.machine.leftovers import sweep_leftovers
from models.machine.names import refuse_unusable_name
from models.machine.places import default_data_file, practice_data_file
from models.office.looks import note_opening
from models.records.kept_copies import CopyReason
from models.safekeeping.doubts import doubts_of
from models.store.copies import CopyFound, backup_folder
from models.store.data_file import DataFile, open_file, view_file
from models.store.log import LogMissing
from models.store.seal import SealKind
from ui.commandline.unlocking import unlock_for

OR_WITHOUT_LOG = (
    "Nếu không còn tệp nhật ký ấy, hãy thêm --without-log để mở như hiện có, thiếu những thay đổi "
    "sau cùng."
)
TAKEN_WITHOUT_LOG = "Đã mở như hiện có theo --without-log."


def data_path(arguments: argparse.Namespace) -> Path:
    """The file named by `--data`, else the user's own. Raises `AppError` for what is no file."""
    path: Path | None = arguments.data
    if path is None:
        return default_data_file()
    if not path.name:
        raise AppError(
            "Sau --data chưa có tên tệp dữ liệu.", "Hãy ghi tệp dữ liệu sau --data, như xa.tiendo."
        )
    refuse_unusable_name(path)
    if path.is_dir():
        raise AppError(
            f"{path} là thư mục, không phải tệp dữ liệu.",
            "Hãy ghi tệp dữ liệu trong thư mục ấy sau --data, như xa.tiendo.",
        )
    return path


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[DataFile]:
    """The data file, open; closed at the end whatever happens."""
    path = data_path(arguments)
    unlock_for(path, arguments)
    file = _open(path, without_log=arguments.without_log)
    try:
        with broken_told(file):
            told = (
                *file.remarks,
                *_left_open(file),
                *_looked_over(file),
                *doubts_of(file),
                clock_doubt(file),
            )
            for remark in told:
                if remark:
                    print(remark, file=sys.stderr)
            note_opening(default_data_file().parent, file)
            if file.only_read is None and file.path != practice_data_file():
                file.guard = partial(_keep_before, file)
            yield file
    finally:
        file.close()


def damage_behind(arguments: argparse.Namespace) -> AppError | None:
    """What is not as it was written in the file that a command has let go of before it stumbled;
    None where all is."""
    try:
        with view_file(data_path(arguments)) as file:
            return what_is_damaged(file)
    except (AppError, OSError):
        return None


def _left_open(file: DataFile) -> list[str]:
    """Encrypt what still lies open beside an encrypted file; what cannot be is said."""
    if file.key is None:
        return []
    from models.safekeeping.passwords import finish_encrypting

    left = finish_encrypting(file).left
    return [f"{each} không mã hóa được: hãy xóa tệp này hoặc cất ở nơi có khóa." for each in left]


def _looked_over(file: DataFile) -> list[str]:
    """What is wrong in a file that was not closed by the program, or that somebody changed."""
    if file.only_read is not None or file.found_seal is SealKind.WHOLE:
        return []
    from models.checking.at_start import looked_over, start_words

    flaws = looked_over(file)
    if flaws:
        sentence, _ = start_words(flaws)
        return [f"{sentence} Hãy xem bằng lệnh check, sửa bằng lệnh check --mend."]
    file.vouch()
    return []


def _keep_before(file: DataFile, reason: CopyReason, for_good: bool) -> None:
    """A copy before something risky; where there is none, that is said, or it is not done."""
    from models.safekeeping.keeping import keep_before

    kept = keep_before(file.path, reason, file.clock, for_good=for_good)
    if isinstance(kept, AppError):
        print(str(kept), file=sys.stderr)


def _open(path: Path, *, without_log: bool) -> DataFile:
    """The file to work with; a kept copy can be read, and stays as it is.

    Raises `LogMissing`, with what to pass, for a file without its log unless it is wanted so.
    """
    sweep_leftovers(path, backup_folder(path))
    try:
        return open_file(path)
    except CopyFound as found:
        return view_file(found.path)
    except LogMissing as error:
        if not without_log:
            raise LogMissing(error.sentence, f"{error.advice} {OR_WITHOUT_LOG}") from error
        file = open_file(path, without_log=True)
        file.remarks = (*file.remarks, f"{error.sentence} {TAKEN_WITHOUT_LOG}")
        return file
