"""The second place: a stick or another disk to which the newest proven copy goes, and is read back.

A fire, a thief or a dead disk takes all that lies on one machine. What leaves it must not be read
by others: a place that a service or a network carries away is taken for encrypted data only.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from models.clock import Clock
from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.places import shared_place_reason, unwritable
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.machine.volumes import Volume, on_one_disk, plugged_volume, volume_of
from models.records.kept_copies import SecondPlace
from models.store.copies import FOLDER
from models.store.faults import disk_full
from models.store.kept import KeptCopy

_AT_ONCE = 1 << 20


def second_place_at(folder: Path, data: Path, *, encrypted: bool) -> SecondPlace:
    """`folder`, to be the second place of the file at `data`.

    Raises `AppError` where it would be lost together with the data, cannot be written to, or
    would carry names away unencrypted.
    """
    try:
        there, home = volume_of(folder), volume_of(data)
    except OSError as error:
        raise _gone(folder) from error
    if on_one_disk(there, home):
        raise AppError(
            f"Thư mục {folder} nằm trên cùng ổ đĩa với dữ liệu: hỏng hoặc mất máy là mất cả hai.",
            "Hãy cắm USB hoặc ổ đĩa ngoài rồi chọn một thư mục trên đó.",
        )
    refuse_open_names(folder, encrypted=encrypted)
    _try_to_write(folder)
    return _place(folder, there)


def refuse_open_names(folder: Path, *, encrypted: bool) -> None:
    """Raise `AppError` where a service or a network would carry names away that all can read."""
    if not encrypted and shared_place_reason(folder / FOLDER):
        raise AppError(
            f"Chưa sao lưu ra thư mục {folder}: bản sao lưu có họ tên, số điện thoại nhưng chưa "
            "được mã hóa, trong khi thư mục này nằm trên mạng hoặc được đồng bộ ra ngoài máy.",
            "Hãy đặt mật khẩu cho tệp dữ liệu trước, hoặc chọn USB, ổ đĩa ngoài.",
        )


def _place(folder: Path, volume: Volume) -> SecondPlace:
    inside = ""
    with suppress(ValueError):
        inside = folder.resolve().relative_to(volume.root).as_posix()
    return SecondPlace(folder, volume.id, inside, volume.label)


def find_second_place(
    place: SecondPlace, plugged: Callable[[str], Volume | None] = plugged_volume
) -> Path | None:
    """The folder of the second place, wherever its stick is now; None while it is not there."""
    with suppress(OSError):
        if place.folder.is_dir() and volume_of(place.folder).id == place.volume:
            return place.folder
    volume = plugged(place.volume)
    found = volume.root / place.inside if volume is not None else None
    return found if found is not None and found.is_dir() else None


def carry_copy(copy: KeptCopy, folder: Path, clock: Clock) -> KeptCopy:
    """The kept copy, carried into `folder`, read back there byte by byte and proven once more.

    It appears there only when it is whole. Raises `AppError` with the reason when it does not.
    """
    # Where a place is looked for, before the names are in sight, nothing is proven yet.
    from models.safekeeping.proof import CopyBroken, prove_again

    there = folder if folder.name == FOLDER else folder / FOLDER
    target = there / copy.path.name
    try:
        there.mkdir(parents=True, exist_ok=True)
        draft = there / draft_name(copy.path.stem)
        try:
            if _written(copy.path, draft) != _digest(draft):
                raise CopyBroken(draft)
            proven = prove_again(copy._replace(path=draft), clock)
            replace_file(draft, target)
        except CopyBroken as error:
            raise AppError(
                f"Bản sao lưu vừa ghi vào {there} đọc lại không đúng như bản gốc nên đã bỏ đi.",
                "USB hoặc ổ đĩa này có thể đã hỏng; hãy dùng cái khác.",
            ) from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(there, error) from error
    return proven._replace(path=target)


def _written(source: Path, draft: Path) -> bytes:
    """Copy the bytes to the medium itself; returns their hash."""
    hashed = hashlib.sha256()
    with source.open("rb") as read, os.fdopen(open_owned(draft), "wb") as write:
        while part := read.read(_AT_ONCE):
            hashed.update(part)
            write.write(part)
        write.flush()
        os.fsync(write.fileno())
        _forget_pages(write.fileno())
    return hashed.digest()


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _forget_pages(descriptor: int) -> None:
    """Read back what the medium holds, not what the system remembers, where it lets us say so."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):
            advise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _try_to_write(folder: Path) -> None:
    probe = folder / draft_name("thu")
    try:
        os.close(open_owned(probe))
        probe.unlink()
    except OSError as error:
        raise unwritable(folder) from error


def _failed(folder: Path, error: OSError) -> AppError:
    if disk_full(folder, error):
        return AppError(
            f"USB hoặc ổ đĩa chứa {folder} đã đầy nên chưa sao lưu được ra nơi thứ hai.",
            "Hãy xóa bớt tệp trên đó hoặc chọn nơi khác.",
        )
    return AppError(
        f"Chưa ghi được bản sao lưu vào {folder}.",
        "Hãy kiểm tra USB còn cắm và không gạt khóa chống ghi, hoặc chọn nơi khác.",
    )


def _gone(folder: Path) -> AppError:
    return AppError(f"Không còn thấy thư mục {folder}.", "Hãy cắm lại USB hoặc chọn thư mục khác.")
