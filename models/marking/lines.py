"""A line of a message: put together where it was broken inside a name, and cut into pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from models.intake.shape.looks import looks_like_unit
from models.marking.names import Lexicon
from models.marking.phones import WrittenPhone, phones_in
from models.text.names import APOSTROPHES, storage_form

MOST_JOINED = 4

_SENT_BY = re.compile(r"^\s*\[[^\]]*\d{1,2}:\d{2}[^\]]*\]\s*(?:([^:]{1,40}):)?\s*")
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{1,2}[:h]\d{2}(?::\d{2})?\b")
_BORN = re.compile(
    r"[(,]?\s*\b(?:sn|ns|sinh năm|năm sinh|sinh)[ .:]*((?:19[3-9]|20[01])\d)\b\)?"
    r"|\(\s*((?:19[3-9]|20[01])\d)\s*\)",
    re.IGNORECASE,
)
_COMRADE = re.compile(r"(?<!\w)(?:đồng chí|dong chi|đ ?[/\\.] ?c\b\.?|d/c|đc(?=\s))", re.IGNORECASE)
_RANK = re.compile(r"(?<!\w)(?:(?:pgs|gs|ths|ts|bs|ks|cn)\.\s*)+(?=\w)", re.IGNORECASE)
_NUMBERING = re.compile(r"(?<![^\s,;])\(?\d{1,3}\s*[.)\]:/–-]+\s*(?=[^\W\d_])|(?<!\S)\d{1,3}(?=\s)")
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZĐ]\. ?){2,3}(?=[A-ZĐ][^\W\d_A-Z])")
_LETTERED = re.compile(r"^\s*(?:[ivxlIVX|]{1,4}|[a-zA-ZđĐ])\s*[.)]\s*(?=[^\W\d_]{2})")
_ENDED = re.compile(r"(?<=[aeiouyăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ])[.!?…]+(?=\s|$)|[!?…]")
_ENDED_LONG = re.compile(r"(?<=\w{3})\.(?=\s|$)")
_SEPARATOR = re.compile(
    r"\t|[;,|/•→=+<>&\"“”(){}\[\]]|\s[-–—_]+|[-–—_]+\s|_+|(?<=[^\W\d_]{2})[-–—](?=[^\W\d_]+\s)"
    r"|:|\s{3,}|\s(?:và|va)\s"
)
_RUN_TOGETHER = re.compile(r"[^\W\d_]{4,}")
_WORD = re.compile(r"\S+")
_KEPT = frozenset("•→=+<>|")
LEAST_WORDS = 3
MOST_WORDS_BEFORE = 4
MOST_WORDS_AFTER = 2
_SIGN_OF_LIST = re.compile(r"^\s*(?:[-+*•]|\(?\d{1,3}\s*[.)/:]?)?\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)*")
Whole = tuple[int, str, bool]


class Piece(NamedTuple):
    """A phone, or the text of a line from `start` to `end`; `tab` stands before it in a table."""

    text: str
    start: int
    end: int
    phone: WrittenPhone | None = None
    tab: bool = False


class MessageLine(NamedTuple):
    """A line in pieces; `text` is what the places count in, `birth` what it says of a birth.

    `sender` is who sent the message that begins here.
    """

    text: str
    pieces: tuple[Piece, ...]
    birth: str = ""
    sender: str = ""


def cut_line(written: str, is_unit: Callable[[str], bool]) -> MessageLine:
    """The pieces of a line. Texts that together name a unit ("Văn hóa - Xã hội") stay one."""
    text = _cleaned(written)
    born = _BORN.search(text)
    if born is not None:
        text = text[: born.start()] + " , " + text[born.end() :]
    pieces: list[Piece] = []
    at = 0
    for phone in phones_in(text):
        pieces += _texts(text, at, phone.start, is_unit)
        pieces.append(Piece(text[phone.start : phone.end], phone.start, phone.end, phone))
        at = phone.end
    pieces += _texts(text, at, len(text), is_unit)
    sent = _SENT_BY.match(written)
    sender = storage_form(_plain(sent[1] or "")) if sent else ""
    return MessageLine(text, tuple(pieces), (born[1] or born[2]) if born else "", sender)


def _cleaned(written: str) -> str:
    """Without pictures, numbering, and what Zalo puts before a message; tabs stay."""
    cells = [_parted(storage_form(_plain(cell))) for cell in written.split("\t")]
    text = _SENT_BY.sub("", "\t".join(cells))
    text = _LETTERED.sub("", text)
    text = _COMRADE.sub(" đ_c ", text).replace("đ_c", "đc")
    text = _RANK.sub("", text)
    text = _INITIALS.sub(" đc ", text)
    text = _masked_dates(text)
    text = _NUMBERING.sub(_numbering, text)
    return _ENDED_LONG.sub(";", _ENDED.sub(";", text))


def _numbering(found: re.Match[str]) -> str:
    """A number before a name parts it from what stands before; groups of a phone stay."""
    before = found.string[: found.start()].rstrip()[-1:]
    after = found.string[found.end() :].lstrip()[:1]
    return found[0] if after.isdigit() or before.isdigit() or before == "+" else " ; "


def _masked_dates(text: str) -> str:
    """Dates and hours taken out, except where they are part of a number."""
    spans = [(phone.start, phone.end) for phone in phones_in(text)]
    return _DATE.sub(
        lambda found: (
            found[0]
            if any(start < found.end() and found.start() < end for start, end in spans)
            else " ; "
        ),
        text,
    )


def _parted(text: str) -> str:
    """Names that a photo's text has run together ("BùiThành Tùng") parted at their capitals."""
    return _RUN_TOGETHER.sub(_part_word, text)


def _part_word(found: re.Match[str]) -> str:
    word = found[0]
    cuts = [at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()]
    parts = [word[a:b] for a, b in pairwise([0, *cuts, len(word)])]
    return " ".join(parts) if all(len(each) > 1 and each.istitle() for each in parts) else word


def _plain(text: str) -> str:
    return "".join(map(_without_picture, text))


def _without_picture(letter: str) -> str:
    if letter.isascii() or letter.isalnum() or letter in _KEPT or letter in APOSTROPHES:
        return letter
    kind = unicodedata.category(letter)
    return " " if kind in ("So", "Sk", "Cs", "Co", "Cn", "Me") or letter == "\ufe0f" else letter


def _texts(text: str, start: int, end: int, is_unit: Callable[[str], bool]) -> Iterator[Piece]:
    """The texts between separators; one that a separator of a unit's name has cut is mended."""
    bare = list(_bare_pieces(text, start, end))
    at = 0
    while at < len(bare):
        joined = _joined(text, bare[at : at + MOST_JOINED], is_unit)
        if joined is None:
            yield bare[at]
            at += 1
            continue
        first, count = joined
        before = text[bare[at].start : first].rstrip(" ,.-–")
        if before:
            yield bare[at]._replace(text=before, end=bare[at].start + len(before))
        last = bare[at + count - 1].end
        yield Piece(text[first:last], first, last, tab=bare[at].tab and not before)
        at += count


def _joined(
    text: str, pieces: Sequence[Piece], is_unit: Callable[[str], bool]
) -> tuple[int, int] | None:
    """Where a unit begins that goes on beyond the first piece, and over how many pieces."""
    first = pieces[0]
    words = [first.start + found.start() for found in _WORD.finditer(first.text)]
    for count in range(len(pieces), 1, -1):
        for place in words:
            name = text[place : pieces[count - 1].end]
            begins = place == first.start or looks_like_unit(name)
            if begins and "\t" not in name and is_unit(name):
                return place, count
    return None


def _bare_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at, tab = start, text[max(start - 1, 0) : start] == "\t"
    for found in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = found.start() if found else end
        part = text[at:stop]
        stripped = part.strip(" \t.*~'’`")
        if any(map(str.isalnum, stripped)):
            first = at + part.index(stripped)
            yield Piece(stripped, first, first + len(stripped), tab=tab)
        if found:
            at, tab = found.end(), found[0] == "\t"


def whole_lines(lines: Sequence[str], lexicon: Lexicon) -> Iterator[Whole]:
    """The lines that are not blank, with their numbers; a name in two of them is put together.

    True stands beside a name that is somebody's as it is, and somebody else's with the next line.
    """
    at = 0
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        begun = _begun(line)
        ends = bool(begun) and _goes_on(begun, below, lexicon)
        broken = ends and lexicon.is_name(begun)
        if ends and not broken:
            yield at + 2, f"{line.rstrip()} {below.lstrip()}", False
            at += 2
            continue
        if line.strip():
            yield at + 1, line, broken
        at += 1


def _begun(line: str) -> list[str]:
    """The words of a line that may be the beginning of a name and nothing else."""
    bare = line[len(_SIGN_OF_LIST.match(line)[0]) :].strip()  # type: ignore[index]
    words = bare.split()
    short = 2 <= len(words) <= MOST_WORDS_BEFORE
    return words if short and _WORDS.fullmatch(bare) else []


def _goes_on(begun: Sequence[str], below: str, lexicon: Lexicon) -> bool:
    after = _WORDS.match(below.strip())
    words = after[0].split()[:MOST_WORDS_AFTER] if after else []
    return any(
        len(begun) + count >= LEAST_WORDS and lexicon.is_name([*begun, *words[:count]])
        for count in range(1, len(words) + 1)
    )
