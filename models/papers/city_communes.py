"""The row of this commune in the city's list: sure, or refused. A wrong row would go to the city.

A list writes "Xã Kẻ Sặt", "UBND xã Kẻ Sặt", "X. Kẻ Sặt", "57. Kẻ Sặt", "Kẻ Sặt (xã)", "Xã Kẻ Sặt,
TP. Hải Phòng". A phường of the same name is another commune, so is a name with other marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.errors import AppError
from models.records import Commune
from models.text.cell_names import RowColumn, place_name
from models.text.names import match_key, search_fold

_NUMBERED = re.compile(
    r"^(?:[-–—+*•]\s*|\(?\d+(?:[.,]\d+)*\s*[.):/–-]?\s+|\(?\d+[.):/]\s*)(?=[^\W\d])"
)
_OFFICE = re.compile(
    r"^(?:(?:hđnd|{council})(?:\s*[,&/–-]\s*|\s+và\s+|\s+))?(?:ubnd|{committee})\s+".format(
        council=match_key("Hội đồng nhân dân"), committee=match_key("Ủy ban nhân dân")
    )
)
_KIND = re.compile(r"^(?:(xã|phường|đặc khu)\s+|(x|p|đk)\s*\.\s*)")
_KIND_BEHIND = re.compile(r"\s*\((xã|phường|đặc khu)\)$")
_SHORT = {"x": "xã", "p": "phường", "đk": "đặc khu"}
_CITY = r"\s*[,(–-]\s*(?:thành phố\s+|tp\s*\.?\s*|tỉnh\s+|t\s*\.\s*)?{}\)?$"
_ANY_CITY = re.compile(r"^(?:thành phố|tỉnh)\s+")
_TOTAL = re.compile(r"(tong|cong)( cong| so)?")


class _Named(NamedTuple):
    """A text read as the name of a commune: its kind, "" where it says none, and its name."""

    kind: str
    name: str


def row_of_commune(texts: Mapping[RowColumn, str], commune: Commune, column: int) -> int:
    """The row in which `column` names the commune. Raises `AppError` for no row, and for several.

    Of several rows the one is meant that is numbered as an item of a list, where one alone is: the
    others are a heading, or the place under a date.
    """
    rows = named_in(texts, commune, column)
    if len(rows) > 1:
        rows = [place for place in rows if _is_listed(texts, place)] or rows
    if len(rows) == 1:
        return rows[0][0]
    if not rows:
        raise AppError(
            f"Mẫu không có dòng nào ghi tên {commune.lower_name}.{_like(texts, commune, column)}",
            "Hãy kiểm tra cột tên xã, phường đã chọn, hoặc gán từng ô.",
        )
    shown = ", ".join(place_name(place) for place in rows)
    raise AppError(
        f"Mẫu có nhiều dòng cùng ghi tên {commune.lower_name}: {shown}.",
        "Hãy gán từng ô thay cho dò theo cột.",
    )


def next_free_row(texts: Mapping[RowColumn, str], columns: Sequence[int], commune: Commune) -> int:
    """The row below the last one of the table that these columns are.

    Raises `AppError` where a row of the commune waits to be filled in, and where what stands last
    is no row of the table: its total, a note, a signature.
    """
    used = sorted({row for row, column in texts if column in columns})
    if not used:
        return 1
    counts = {row: sum((row, column) in texts for column in columns) for row in used}
    least = min(2, len(columns))
    head = next((row for row in used if counts[row] >= least), used[-1])
    _refuse_waiting(texts, columns, commune, head)
    last = used[-1]
    words = {search_fold(text) for (row, _), text in texts.items() if row == last}
    is_total = last > head and any(_TOTAL.fullmatch(each) for each in words)
    if counts[last] < least or is_total:
        place = next(place for place in sorted(texts) if place[0] == last and place[1] in columns)
        raise AppError(
            f"Dưới bảng còn dòng {last} (ô {place_name(place)}: “{texts[place]}”) nên không rõ dòng"
            " trống kế tiếp là dòng nào.",
            "Hãy chọn cột tên xã, phường để dò dòng, hoặc gán từng ô.",
        )
    return last + 1


def named_in(texts: Mapping[RowColumn, str], commune: Commune, column: int) -> list[RowColumn]:
    """The places in a column that name the commune and can be nothing else, from the top."""
    ours = _read(commune.name, "")
    found = {
        place: named
        for place, text in sorted(texts.items())
        if place[1] == column and (named := _read(text, commune.province)).name == ours.name
    }
    without = [place for place, named in found.items() if not named.kind]
    exact = [place for place, named in found.items() if named.kind == ours.kind and named.kind]
    others = len(found) > len(without) + len(exact)
    # "Hồng Châu" beside "Phường Hồng Châu" may be either.
    return exact if others else sorted({*exact, *without})


def _refuse_waiting(
    texts: Mapping[RowColumn, str], columns: Sequence[int], commune: Commune, head: int
) -> None:
    for column in sorted({column for _, column in texts}):
        for place in named_in(texts, commune, column):
            beside = {(place[0], each) for each in columns} - {place}
            if place[0] > head and not beside & texts.keys():
                raise AppError(
                    f"Bảng đã có dòng của {commune.lower_name} (ô {place_name(place)}) chưa điền.",
                    "Hãy chọn cột ấy làm cột tên xã, phường để dò dòng.",
                )


def _read(text: str, province: str) -> _Named:
    rest = match_key(text).strip(" .:;*")
    rest = _OFFICE.sub("", _NUMBERED.sub("", rest))
    if city := _ANY_CITY.sub("", match_key(province)):
        rest = re.sub(_CITY.format(re.escape(city)), "", rest)
    before, behind = _KIND.match(rest), _KIND_BEHIND.search(rest)
    if before is not None:
        kind = before[1] or _SHORT[before[2]]
        return _Named(kind, rest[before.end() :].strip())
    if behind is not None:
        return _Named(behind[1], rest[: behind.start()].strip())
    return _Named("", rest.strip())


def _is_listed(texts: Mapping[RowColumn, str], place: RowColumn) -> bool:
    """Whether the row has a number before the name, and the next or last row the one beside it."""
    row, _ = place
    for column in range(1, place[1]):
        number = texts.get((row, column), "").strip(" .")
        beside = {texts.get((near, column), "").strip(" .") for near in (row - 1, row + 1)}
        if number.isdecimal() and {str(int(number) - 1), str(int(number) + 1)} & beside:
            return True
    return False


def _like(texts: Mapping[RowColumn, str], commune: Commune, column: int) -> str:
    """The first row with the words of the commune's name in it, as a sentence."""
    wanted = _letters(_read(commune.name, "").name)
    for place in sorted(place for place in texts if place[1] == column):
        if f" {wanted} " in f" {_letters(texts[place])} ":
            return f" Có dòng gần giống: “{texts[place].strip()}” (ô {place_name(place)})."
    return ""


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", search_fold(text)))
