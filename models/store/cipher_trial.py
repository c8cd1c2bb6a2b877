"""Whether the program can encrypt where it runs: the cipher, the derivation of keys, the slots."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from models.store.driver import connect, connected
from models.store.header import APPLICATION_ID
from models.store.keyring import forget_keys, is_unlocked, remember_key, slots_of, told_slots
from models.store.seal import seal_file
from models.store.slots import key_by_password, key_by_recovery, new_slots

_PASSWORD, _WRONG = "Kẻ Sặt mùa vải", "Kẻ Sặt mùa gặt"
_WORDS = "Nguyễn Thị Thử"


class CipherFailed(Exception):
    """A file was encrypted or opened in another way than it must be; the words say which."""


def try_cipher(folder: Path) -> None:
    """Encrypt a file in `folder`, forget its key, and read it by what its password opens.

    Keys that this process knew are forgotten. Raises `CipherFailed`, or what the driver raises.
    """
    path = folder / "thu-ma-hoa.tiendo"
    code = _made(path)
    _must(_WORDS.encode() not in path.read_bytes(), "the words stand in the file")
    forget_keys()
    _must(not is_unlocked(path), "the file opens without a key")
    slots = slots_of(path)
    _must(key_by_password(slots, _WRONG) is None, "a wrong password opens the file")
    key = key_by_password(slots, _PASSWORD)
    _must(key is not None and key == key_by_recovery(slots, code), "the password opens nothing")
    assert key is not None
    remember_key(slots, key)
    with closing(connect(path)) as opened:
        _must(opened.execute("SELECT words FROM said").fetchall() == [(_WORDS,)], "other words")
    forget_keys()


def _made(path: Path) -> str:
    """An encrypted file with a seal; its recovery code."""
    slots, data_key, code = new_slots(_PASSWORD)
    with closing(connected(path, remember_key(slots, data_key))) as made:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute("CREATE TABLE said (words TEXT)")
        made.execute("INSERT INTO said VALUES (?)", (_WORDS,))
    seal_file(path, told_slots(slots, 1))
    return code


def _must(holds: bool, words: str) -> None:
    if not holds:
        raise CipherFailed(words)
