"""A disk that loses power: what a recorded run leaves on it when that happens at any operation.

What was synced is there. Of what was written since to a file, each sector of 512 bytes is there or
not, whatever the order. Names and lengths change in their order, as file systems with a log of
their own (NTFS, ext4, XFS) keep it: some of the newest are lost, and any sync brings all before it.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<4q")


class Op(IntEnum):
    """What a record tells; the numbers are those of `shim.c`."""

    MADE = 1
    WROTE = 2
    CUT = 3
    SYNCED = 4
    RENAMED = 5
    DELETED = 6
    NOTE = 7
    FOLDER_SYNCED = 8


class Recorded(NamedTuple):
    """One operation: on which file (by its number), where, and with what."""

    op: Op
    file: int
    offset: int
    data: bytes


def read_record(path: Path) -> Iterator[Recorded]:
    """The operations in the record at `path`."""
    whole, at = path.read_bytes(), 0
    while at < len(whole):
        op, file, offset, length = _HEAD.unpack_from(whole, at)
        at += _HEAD.size
        yield Recorded(Op(op), file, offset, whole[at : at + length])
        at += length


@dataclass
class _File:
    """A file: what is on the disk for sure, and what was done to it since (with the time)."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, Recorded]] = field(default_factory=list)

    def settle(self) -> None:
        for _, each in self.since:
            _apply(self.sure, each)
        self.since.clear()


def _apply(content: bytearray, each: Recorded) -> None:
    if each.op is Op.CUT:
        del content[each.offset :]
        content.extend(bytes(each.offset - len(content)))
        return
    _put(content, each.offset, each.data)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


class Disk:
    """The files of a scene, and what happens to them. `acknowledged` counts the notes so far."""

    def __init__(self, files: dict[str, tuple[int, bytes]]) -> None:
        self._by_number = {number: _File(bytearray(held)) for number, held in files.values()}
        self._names = {name: self._by_number[number] for name, (number, _) in files.items()}
        self._renamings: list[tuple[int, Recorded, _File | None]] = []
        self._now = 0
        self._sure_until = 0
        self.acknowledged = 0

    def do(self, each: Recorded) -> None:
        """One more operation of the record."""
        self._now += 1
        if each.op is Op.NOTE:
            self.acknowledged = int(each.data)
        elif each.op is Op.MADE:
            made = self._by_number[each.file] = _File()
            self._renamings.append((self._now, each, made))
        elif each.op in (Op.RENAMED, Op.DELETED):
            self._renamings.append((self._now, each, None))
        elif each.op in (Op.WROTE, Op.CUT):
            self._by_number[each.file].since.append((self._now, each))
        else:
            self._sure_until = self._now
            if each.op is Op.SYNCED:
                self._by_number[each.file].settle()

    def after_power_cut(self, drawn: random.Random) -> dict[str, bytes]:
        """The files by name, as they are found when the power is back."""
        until = drawn.randint(self._sure_until, self._now)
        share = drawn.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        return {
            name: bytes(self._found(file, until, share, drawn))
            for name, file in self._names_until(until).items()
        }

    def _names_until(self, until: int) -> dict[str, _File]:
        names = dict(self._names)
        for at, each, made in self._renamings:
            if at > until:
                break
            if made is not None:
                names[each.data.decode()] = made
            elif each.op is Op.DELETED:
                names.pop(each.data.decode(), None)
            else:
                before, after = each.data.decode().split("\n")
                names[after] = names.pop(before)
        return names

    def _found(self, file: _File, until: int, share: float, drawn: random.Random) -> bytearray:
        content = bytearray(file.sure)
        for at, each in file.since:
            if each.op is Op.CUT:
                if at <= until:
                    _apply(content, each)
                continue
            for start in range(0, len(each.data), SECTOR):
                if drawn.random() < share:
                    _put(content, each.offset + start, each.data[start : start + SECTOR])
                elif drawn.random() < 0.5:
                    # The file has grown, though nothing was written there yet.
                    end = each.offset + min(start + SECTOR, len(each.data))
                    content.extend(bytes(max(0, end - len(content))))
        return content
