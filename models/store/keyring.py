"""The keys of encrypted files that this process knows, and where their slots stand.

A file at rest has the slots of its key in its seal. While it is worked with, the seal may be
overwritten, and they stand in `<file>-khoa` beside the log.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from models.errors import AppError
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.store.header import KEY_SUFFIX, read_file_header
from models.store.seal import LARGEST, KeyTold, packed_twice, read_seal, unpacked

if TYPE_CHECKING:
    from models.store.slots import KeySlots

_TURN = "turn"


class FileKey(NamedTuple):
    """What opens an encrypted file: its data key (32 bytes) and its cipher salt (16 bytes)."""

    id: str
    key: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """As SQLCipher takes a key that needs no derivation."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"

    def __repr__(self) -> str:
        return f"FileKey({self.id})"


class Locked(AppError):
    """The file is encrypted and nobody has given its password yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp {path.name} được bảo vệ bằng mật khẩu.",
            "Hãy nhập mật khẩu của tệp; nếu quên, dùng mã khôi phục đã in.",
        )
        self.path = path


class KeyLost(AppError):
    """Neither the file nor anything beside it holds the slots of its key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp {path.name} được mã hóa nhưng không có phần khóa đi kèm nên không mở được.",
            f"Hãy chép cả tệp {path.name}{KEY_SUFFIX} ở nơi đã chép tệp này, hoặc khôi phục từ "
            "bản sao lưu gần nhất.",
        )


_known: dict[str, FileKey] = {}


def cipher_key(path: Path) -> FileKey | None:
    """The key of the file at `path`, None of a plain one. Raises `Locked`, `KeyLost`, `OSError`."""
    if not is_encrypted(path):
        return None
    told = key_told(path)
    if told is None:
        raise KeyLost(path)
    known = _known.get(str(told.get("id")))
    if known is None:
        raise Locked(path)
    return known


def is_encrypted(path: Path) -> bool:
    """Whether the file at `path` is an encrypted one. Raises `OSError`."""
    header = read_file_header(path)
    return header is not None and header.encrypted


def is_unlocked(path: Path) -> bool:
    """Whether the file at `path` can be opened without asking for a password."""
    try:
        cipher_key(path)
    except (Locked, KeyLost):
        return False
    return True


def slots_of(path: Path) -> KeySlots:
    """The slots of the key of the encrypted file at `path`.

    Raises `KeyLost` without any, `AppError` for such as this program did not write.
    """
    from models.store.slots import slots_from_told

    told = key_told(path)
    if told is None:
        raise KeyLost(path)
    return slots_from_told({name: value for name, value in told.items() if name != _TURN})


def remember_key(slots: KeySlots, data_key: bytes) -> FileKey:
    """From now on this process opens files of that key."""
    made = FileKey(slots.id, data_key, bytes.fromhex(slots.salt))
    _known[slots.id] = made
    return made


def know_key(key: FileKey) -> None:
    """The same with the key as `remember_key` gave it."""
    _known[key.id] = key


def forget_keys() -> None:
    """This process knows no key any more."""
    _known.clear()


def told_slots(slots: KeySlots, turn: int) -> KeyTold:
    """Slots as seal and key file hold them; of two with the same id the later turn counts."""
    return {**slots.told(), _TURN: turn}


def turn_of(told: KeyTold | None) -> int:
    """How often the slots were changed."""
    found = (told or {}).get(_TURN)
    return found if isinstance(found, int) else 0


def key_told(path: Path) -> KeyTold | None:
    """The slots that hold for the file at `path`, as they are written.

    Those of its seal or, when the file was cut off while it was open, those beside it; at last
    those of its newest kept copy.
    """
    with suppress(OSError):
        found = newer_key(_in_seal(path), _beside(path))
        if found is not None:
            return found
    return next(_in_copies(path), None)


def newer_key(sealed: KeyTold | None, beside: KeyTold | None) -> KeyTold | None:
    """Of two tellings of slots the one that holds."""
    if sealed is None or beside is None:
        return sealed or beside
    if sealed.get("id") != beside.get("id"):
        # Somebody put another file here, which is whole with its own seal.
        return sealed
    return beside if turn_of(beside) > turn_of(sealed) else sealed


def _in_seal(path: Path) -> KeyTold | None:
    seal = read_seal(path)
    return seal.key if seal else None


def _beside(path: Path) -> KeyTold | None:
    """What the key file says; a link is not followed."""
    place = key_file(path)
    if place.is_symlink() or not place.is_file():
        return None
    with place.open("rb") as file:
        told = unpacked(file.read(LARGEST))
    key: Any = told.get("key") if told else None
    return key if isinstance(key, dict) else None


def _in_copies(path: Path) -> Iterator[KeyTold]:
    from models.store.copies import backup_folder

    with suppress(OSError):
        copies = list(backup_folder(path).glob(f"{glob_escaped(path.stem)}*{path.suffix}"))
        for each in sorted(copies, key=lambda one: one.stat().st_mtime, reverse=True):
            with suppress(OSError):
                key = _in_seal(each)
                if key is not None:
                    yield key


def glob_escaped(word: str) -> str:
    """`word` as a pattern that fits only itself."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in word)


def key_file(path: Path) -> Path:
    """Where the slots of an open file stand."""
    return path.with_name(path.name + KEY_SUFFIX)


def keep_key_beside(path: Path, told: KeyTold) -> None:
    """Write the slots beside the file, whole or not at all. Raises `OSError`."""
    place = key_file(path)
    draft = place.with_name(f"~{path.stem}{KEY_SUFFIX}-{os.getpid()}.tmp")
    with suppress(FileNotFoundError):
        draft.unlink()
    try:
        with os.fdopen(open_owned(draft), "wb") as file:
            file.write(packed_twice({"key": dict(told)}))
            file.flush()
            os.fsync(file.fileno())
        replace_file(draft, place)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def drop_key_beside(path: Path) -> None:
    """The seal of the file holds the slots now."""
    with suppress(OSError):
        key_file(path).unlink(missing_ok=True)
