"""The texts and fonts of an .xls: the table of shared texts with its runs, struck fonts."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from models.intake.reading.struck import Fonts, Text

SST, CONTINUE, FONT, FORMAT_OF_CELL = 0x00FC, 0x003C, 0x0031, 0x00E0
WIDE, WITH_PHONETICS, RICH = 0x01, 0x04, 0x08
STRUCK_FONT, RAISED_FONT = 0x0008, 1

Records = Sequence[tuple[int, bytes]]


def fonts_of(book: Records) -> Fonts:
    """What the fonts of a workbook do to its text."""
    struck, raised = set[int](), set[int]()
    bodies = [body for kind, body in book if kind == FONT and len(body) >= 10]
    for at, body in enumerate(bodies):
        # The format knows no font number 4: the fifth font is number 5.
        number = at + (at > 3)
        flags, _, _, script = struct.unpack_from("<2xHHHH", body)
        if flags & STRUCK_FONT:
            struck.add(number)
        if script == RAISED_FONT:
            raised.add(number)
    formats = [body for kind, body in book if kind == FORMAT_OF_CELL and len(body) >= 2]
    used = [struct.unpack_from("<H", body)[0] for body in formats]
    return Fonts.of(struck, raised, used)


def shared_texts(book: Records) -> list[Text]:
    """The shared texts in their order; those that can be read when the table breaks off."""
    chunks: list[bytes] = []
    for kind, body in book:
        if kind == SST:
            chunks = [body]
        elif chunks and kind == CONTINUE:
            chunks.append(body)
        elif chunks:
            break
    if not chunks or len(chunks[0]) < 8:
        return []
    return list(_texts(_Chunks(chunks), struct.unpack_from("<4xI", chunks[0])[0]))


def _texts(chunks: _Chunks, count: int) -> Iterator[Text]:
    chunks.take(8)
    for _ in range(count):
        head = chunks.take(3)
        if len(head) < 3:
            return
        length, flags = struct.unpack("<HB", head)
        runs = _number(chunks.take(2)) if flags & RICH else 0
        phonetics = _number(chunks.take(4)) if flags & WITH_PHONETICS else 0
        text = chunks.letters(length, wide=bool(flags & WIDE))
        fonts = chunks.take(4 * runs)
        chunks.take(phonetics)
        pairs = tuple(struct.iter_unpack("<HH", fonts[: len(fonts) // 4 * 4]))
        yield Text(text, pairs)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


class _Chunks:
    """The bodies of a record and its continuations, read as one."""

    def __init__(self, chunks: Sequence[bytes]) -> None:
        self._chunks, self._at, self._place = chunks, 0, 0

    def take(self, count: int) -> bytes:
        """The next bytes, fewer at the end."""
        parts: list[bytes] = []
        while count > 0 and self._at < len(self._chunks):
            part = self._chunks[self._at][self._place : self._place + count]
            parts.append(part)
            count -= len(part)
            self._place += len(part)
            if self._place >= len(self._chunks[self._at]):
                self._at, self._place = self._at + 1, 0
        return b"".join(parts)

    def letters(self, count: int, *, wide: bool) -> str:
        """The letters of a text; where it goes on in the next record, its width is told anew."""
        parts: list[str] = []
        while count > 0 and self._at < len(self._chunks):
            left = len(self._chunks[self._at]) - self._place
            here = min(count, left // (1 + wide))
            fresh = here < count
            data = self.take(here * (1 + wide))
            parts.append(data.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= here
            if fresh:
                if self._place:
                    self.take(len(self._chunks[self._at]) - self._place)
                wide = bool(self.take(1)[:1] > b"\0") if self._at < len(self._chunks) else wide
        return "".join(parts)


def text_of_record(body: bytes, at: int, *, unicode: bool) -> str:
    """The text in a record of a cell: its length, in newer files its width, its letters."""
    length = _number(body[at : at + 2])
    if not unicode:
        return body[at + 2 : at + 2 + length].decode("cp1258", "replace")
    wide = bool(body[at + 2 : at + 3] and body[at + 2] & WIDE)
    data = body[at + 3 : at + 3 + length * (1 + wide)]
    return data.decode("utf-16-le" if wide else "latin-1", "replace")
