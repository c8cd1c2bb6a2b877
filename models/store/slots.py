"""Key slots: the data key of an encrypted file, wrapped once by password and once by recovery code.

The data key is random and never changes while the file is encrypted, so that a new password
rewrites a few hundred bytes and no data. A slot holds the key under AES-256-GCM, with the key's
id, the cipher's salt, the kind of slot and its parameters as associated data: a slot that was
altered, or moved from another file, opens nothing.

A password counts in Unicode's composed form (NFC), so that "ế" of one key and "e" with two marks
from another keyboard are the same; otherwise every character counts as typed, spaces too.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import NamedTuple

from models.errors import AppError
from models.store.recovery_code import code_groups, new_code

FORMAT = 1
KEY_LENGTH, SALT_LENGTH, ID_LENGTH, NONCE_LENGTH, TAG_LENGTH = 32, 16, 16, 12, 16
PASSWORD, RECOVERY = "password", "recovery"


class KdfCost(NamedTuple):
    """What one try of a password costs with Argon2id: passes, memory in KiB, lanes."""

    passes: int
    memory: int
    lanes: int


COST = KdfCost(3, 64 * 1024, 4)
"""The second choice of RFC 9106: about 0,2 s, and bearable on a PC with 4 GB."""
DEAREST = KdfCost(10, 256 * 1024, 4)
"""What a file that somebody else made may demand of this PC."""
FREE = KdfCost(0, 0, 0)
"""A recovery code is random and long: nothing has to slow a try down."""


@dataclass(frozen=True)
class KeySlot:
    """One way to the data key; `cost` is `FREE` for the recovery code."""

    kind: str
    cost: KdfCost
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class KeySlots:
    """Both ways to the data key of a file. `id` follows from the key; `salt` is the cipher's.

    All in hexadecimal; nothing in here is a secret.
    """

    id: str
    salt: str
    password: KeySlot
    recovery: KeySlot

    def told(self) -> dict[str, object]:
        """As an object for JSON, which `slots_from_told` reads."""
        return {
            "format": FORMAT,
            "id": self.id,
            "salt": self.salt,
            PASSWORD: _slot_told(self.password),
            RECOVERY: _slot_told(self.recovery),
        }


def slots_from_told(told: object) -> KeySlots:
    """The slots that `KeySlots.told` wrote. Raises `AppError` for whatever else it is."""
    fields = _fields(told, {"format", "id", "salt", PASSWORD, RECOVERY})
    if type(fields["format"]) is not int or fields["format"] != FORMAT:
        raise _unreadable()
    return KeySlots(
        _hex(fields, "id", ID_LENGTH),
        _hex(fields, "salt", SALT_LENGTH),
        _slot_from_told(PASSWORD, fields[PASSWORD]),
        _slot_from_told(RECOVERY, fields[RECOVERY]),
    )


def new_slots(password: str, cost: KdfCost | None = None) -> tuple[KeySlots, bytes, str]:
    """New slots for `password`, the new data key, and the recovery code, which is kept nowhere."""
    key, code = secrets.token_bytes(KEY_LENGTH), new_code()
    name, salt = _id_of(key), secrets.token_hex(SALT_LENGTH)
    return (
        KeySlots(
            name,
            salt,
            _made_slot(PASSWORD, name + salt, key, _password_bytes(password), cost or COST),
            _made_slot(RECOVERY, name + salt, key, _code_bytes(code), FREE),
        ),
        key,
        code,
    )


def key_by_password(slots: KeySlots, password: str) -> bytes | None:
    """The data key; None when `password` is not the one."""
    return _opened(slots, slots.password, _password_bytes(password))


def key_by_recovery(slots: KeySlots, code: str) -> bytes | None:
    """The data key; None when `code` is of another file. Raises `CodeUnclear` when it is none."""
    return _opened(slots, slots.recovery, _code_bytes(code))


def with_password(
    slots: KeySlots, data_key: bytes, password: str, cost: KdfCost | None = None
) -> KeySlots:
    """The same with another password; the recovery code stays."""
    _must_belong(slots, data_key)
    slot = _made_slot(
        PASSWORD, slots.id + slots.salt, data_key, _password_bytes(password), cost or COST
    )
    return replace(slots, password=slot)


def with_new_recovery(slots: KeySlots, data_key: bytes) -> tuple[KeySlots, str]:
    """The same with another recovery code, and that code; the password stays."""
    _must_belong(slots, data_key)
    code = new_code()
    slot = _made_slot(RECOVERY, slots.id + slots.salt, data_key, _code_bytes(code), FREE)
    return replace(slots, recovery=slot), code


def _must_belong(slots: KeySlots, data_key: bytes) -> None:
    if not compare_digest(_id_of(data_key), slots.id):
        raise ValueError("a data key of other slots")


def _id_of(data_key: bytes) -> str:
    """The name of a data key: tells which it is, and nothing about it."""
    return _stretched_key(data_key, b"", b"tien-do key id", ID_LENGTH).hex()


def _made_slot(kind: str, bound_to: str, key: bytes, secret: bytes, cost: KdfCost) -> KeySlot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT_LENGTH), secrets.token_bytes(NONCE_LENGTH)
    slot = KeySlot(kind, cost, salt.hex(), nonce.hex(), "")
    wrapped = AESGCM(_wrapping_key(slot, secret)).encrypt(nonce, key, _context(bound_to, slot))
    return replace(slot, wrapped=wrapped.hex())


def _opened(slots: KeySlots, slot: KeySlot, secret: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        key = AESGCM(_wrapping_key(slot, secret)).decrypt(
            bytes.fromhex(slot.nonce),
            bytes.fromhex(slot.wrapped),
            _context(slots.id + slots.salt, slot),
        )
    except InvalidTag:
        return None
    return key if compare_digest(_id_of(key), slots.id) else None


def _wrapping_key(slot: KeySlot, secret: bytes) -> bytes:
    if slot.cost == FREE:
        return _stretched_key(secret, bytes.fromhex(slot.salt), b"tien-do recovery", KEY_LENGTH)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    passes, memory, lanes = slot.cost
    kdf = Argon2id(
        salt=bytes.fromhex(slot.salt),
        length=KEY_LENGTH,
        iterations=passes,
        lanes=lanes,
        memory_cost=memory,
    )
    try:
        return kdf.derive(secret)
    except MemoryError as error:
        raise AppError(
            "Máy không còn đủ bộ nhớ để kiểm tra mật khẩu.",
            "Hãy đóng bớt chương trình khác rồi thử lại.",
        ) from error


def _stretched_key(secret: bytes, salt: bytes, purpose: bytes, length: int) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=length, salt=salt, info=purpose).derive(secret)


def _context(bound_to: str, slot: KeySlot) -> bytes:
    """What a slot is bound to: key, cipher's salt, its kind, its parameters."""
    return json.dumps([FORMAT, bound_to, slot.kind, slot.cost, slot.salt]).encode()


def _password_bytes(password: str) -> bytes:
    # What is no text at all (bytes of another encoding from the environment) is just wrong.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def _code_bytes(code: str) -> bytes:
    return "".join(code_groups(code)).encode()


def _slot_told(slot: KeySlot) -> dict[str, object]:
    return {
        "cost": list(slot.cost),
        "salt": slot.salt,
        "nonce": slot.nonce,
        "wrapped": slot.wrapped,
    }


def _slot_from_told(kind: str, told: object) -> KeySlot:
    fields = _fields(told, {"cost", "salt", "nonce", "wrapped"})
    return KeySlot(
        kind,
        _cost_from_told(fields["cost"], free=kind == RECOVERY),
        _hex(fields, "salt", SALT_LENGTH),
        _hex(fields, "nonce", NONCE_LENGTH),
        _hex(fields, "wrapped", KEY_LENGTH + TAG_LENGTH),
    )


def _cost_from_told(told: object, *, free: bool) -> KdfCost:
    """The cost as told, within what this PC lets a foreign file demand."""
    if not isinstance(told, list) or len(told) != len(DEAREST):
        raise _unreadable()
    if any(type(each) is not int for each in told):
        raise _unreadable()
    cost = KdfCost(*told)
    if free:
        if cost != FREE:
            raise _unreadable()
        return FREE
    bearable = all(1 <= each <= most for each, most in zip(cost, DEAREST, strict=True))
    if not bearable or cost.memory < 8 * cost.lanes:
        raise _unreadable()
    return cost


def _fields(told: object, names: set[str]) -> Mapping[str, object]:
    if not isinstance(told, dict) or set(told) != names:
        raise _unreadable()
    return told


def _hex(fields: Mapping[str, object], name: str, length: int) -> str:
    value = fields[name]
    if not isinstance(value, str) or len(value) != 2 * length:
        raise _unreadable()
    if any(each not in "0123456789abcdef" for each in value):
        raise _unreadable()
    return value


def _unreadable() -> AppError:
    return AppError(
        "Phần khóa của tệp đã mã hóa bị hỏng hoặc do bản Tiến Độ mới hơn tạo ra.",
        "Hãy cập nhật Tiến Độ; nếu vẫn vậy, hãy khôi phục từ bản sao lưu gần nhất.",
    )
