"""Bytes and JSON that are nearly those of a file of ours."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from random import Random
from typing import Any

EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
HEADER_FIELDS = ((16, ">H"), (18, ">B"), (19, ">B"), (20, ">B"), (24, ">I"), (28, ">I"),
                 (32, ">I"), (36, ">I"), (40, ">I"), (44, ">I"), (48, ">I"), (52, ">I"),
                 (56, ">I"), (60, ">I"), (64, ">I"), (68, ">I"), (92, ">I"), (96, ">I"))  # fmt: skip
"""What SQLite and this program read of the first page: place and kind."""
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**63, -(2**63), 10**400, 1e308, float("nan"),
    float("inf"), "", "\0", "a\0b", "\ud800", "\u202egpj.exe", "0000-99-99", "9999-12-31",
    "2026-06-08T24:61", "../../x", "..\\..\\x.exe", "CON", "a:b", "=cmd|' /C calc'!A0", "<b>x</b>",
    "{}" * 50, "%s%n", "{0.__class__}", [], {}, [[]], {"": ""}, "1" * 5000, "ế" * 70_000,
)  # fmt: skip


def changed_bytes(rng: Random, data: bytes) -> bytes:
    """`data` with one to a few things done to its bytes."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        rng.choice(_BYTE_CHANGES)(rng, changed)
    return bytes(changed)


def changed_header(rng: Random, data: bytes) -> bytes:
    """`data` with fields of a database's header at their edges."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3))):
        at, kind = rng.choice(HEADER_FIELDS)
        size = struct.calcsize(kind)
        if len(changed) >= at + size:
            value = rng.choice((*EDGES, rng.getrandbits(32))) & ((1 << 8 * size) - 1)
            struct.pack_into(kind, changed, at, value)
    return bytes(changed)


def changed_json(rng: Random, told: Any) -> Any:
    """A value of JSON with one to three of its parts changed."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        told = _changed_part(rng, told)
    return told


def json_bytes(rng: Random, told: Any) -> bytes:
    """As a file holds it; now and then in a way that no writer of ours has."""
    text = json.dumps(told, ensure_ascii=rng.random() < 0.3)
    if rng.random() < 0.05:
        depth = rng.choice((900, 20_000, 200_000))
        text = text.replace("0", "[" * depth + "]" * depth, 1)
    encoding = rng.choice(("utf-8",) * 8 + ("utf-16", "utf-8-sig"))
    return text.encode(encoding, "surrogatepass")


def _changed_part(rng: Random, told: Any) -> Any:
    if isinstance(told, dict) and told and rng.random() < 0.85:
        return _changed_object(rng, told)
    if isinstance(told, list) and told and rng.random() < 0.85:
        return _changed_list(rng, told)
    if isinstance(told, str) and rng.random() < 0.4:
        return _changed_text(rng, told)
    if isinstance(told, int) and rng.random() < 0.4:
        return told + rng.choice((-1, 1, 2**32, -(2**40)))
    return rng.choice(ODD)


def _changed_object(rng: Random, told: dict[str, Any]) -> dict[str, Any]:
    key, what, done = rng.choice(list(told)), rng.random(), dict(told)
    if what < 0.75:
        done[key] = _changed_part(rng, told[key])
    elif what < 0.88:
        del done[key]
    else:
        done[f"{key}x"] = done.pop(key) if rng.random() < 0.5 else rng.choice(ODD)
    return done


def _changed_list(rng: Random, told: list[Any]) -> list[Any]:
    at, what = rng.randrange(len(told)), rng.random()
    if what < 0.75:
        return [*told[:at], _changed_part(rng, told[at]), *told[at + 1 :]]
    if what < 0.85:
        return told[:at] + told[at + 1 :]
    return told * rng.choice((2, 3, 400)) if len(told) < 50 else [*told, told[at]]


def _changed_text(rng: Random, told: str) -> Any:
    """A text that may hold JSON itself, changed inside."""
    if told[:1] in ("{", "["):
        try:
            inner = json.loads(told)
        except ValueError:
            inner = None
        if inner:
            return json.dumps(_changed_part(rng, inner), ensure_ascii=False)
    if not told:
        return "x"
    at = rng.randrange(len(told))
    return told[:at] + rng.choice(("", "\0", "x", "\u0301", told, "\ud800")) + told[at + 1 :]


def _flip(rng: Random, data: bytearray) -> None:
    if data:
        data[_place(rng, data)] ^= 1 << rng.randrange(8)


def _edge(rng: Random, data: bytearray) -> None:
    size = rng.choice((1, 2, 4))
    if len(data) >= size:
        value = rng.choice(EDGES) & ((1 << 8 * size) - 1)
        at = min(_place(rng, data), len(data) - size)
        data[at : at + size] = value.to_bytes(size, rng.choice(("big", "little")))


def _cut(rng: Random, data: bytearray) -> None:
    del data[_place(rng, data) if data else 0 :]


def _more(rng: Random, data: bytearray) -> None:
    data += rng.randbytes(rng.choice((1, 8, 100, 5000)))


def _twice(rng: Random, data: bytearray) -> None:
    at, size = _place(rng, data) if data else 0, rng.choice((1, 16, 512, 4096))
    data[at:at] = data[at : at + size]


def _zeros(rng: Random, data: bytearray) -> None:
    at = _place(rng, data) if data else 0
    size = min(rng.choice((1, 16, 512, 4096)), len(data) - at)
    data[at : at + size] = bytes(size)


def _swap(rng: Random, data: bytearray) -> None:
    pages = len(data) // 4096
    if pages > 1:
        one, other = rng.randrange(pages), rng.randrange(pages)
        a, b = slice(one * 4096, one * 4096 + 4096), slice(other * 4096, other * 4096 + 4096)
        data[a], data[b] = data[b], data[a]


def _place(rng: Random, data: bytearray) -> int:
    """Anywhere; more often where a page or the file begins or ends, as there is what is read."""
    where = rng.random()
    if where < 0.2:
        return min(rng.randrange(128), len(data) - 1)
    if where < 0.3:
        return max(0, len(data) - 1 - rng.randrange(2000))
    if where < 0.6:
        at = rng.randrange(len(data) // 4096 + 1) * 4096 + rng.randrange(24)
        return min(at, len(data) - 1)
    return rng.randrange(len(data))


_BYTE_CHANGES: tuple[Callable[[Random, bytearray], None], ...] = (
    _flip, _flip, _edge, _edge, _cut, _more, _twice, _zeros, _swap,
)  # fmt: skip
