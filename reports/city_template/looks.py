"""What the styles of a workbook say of its cells: shown as a rate, as a day, open to typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from reports.city_template.refusals import damaged_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RATES = frozenset({9, 10})
_DAYS = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass(frozen=True, slots=True)
class CityLook:
    """One style of cells."""

    is_rate: bool = False
    is_day: bool = False
    unlocked: bool = False


def looks_of(styles: bytes) -> tuple[CityLook, ...]:
    """The styles of cells by their index."""
    root = parsed_xml(styles)
    formats = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "")
        for each in children(root, "numFmts", "numFmt")
    }
    return tuple(_look(each, formats) for each in children(root, "cellXfs", "xf"))


def _look(style: Element, formats: dict[int, str]) -> CityLook:
    number = int(style.get("numFmtId", "0"))
    # A format has up to four parts; that of what is no negative number comes first.
    code = _WORDS.sub("", formats.get(number, "")).lower().partition(";")[0]
    locks = [each.get("locked") for each in style if each.tag.endswith("}protection")]
    return CityLook(
        is_rate=number in _RATES or "%" in code,
        is_day=number in _DAYS or bool(re.search("[dy]", code)),
        unlocked=any(lock in {"0", "false"} for lock in locks),
    )


def parsed_xml(content: bytes) -> Element:
    """A small part of a workbook. Raises `AppError` for what is no XML, or has entities."""
    # No workbook declares entities: only in a document type could there be any.
    if b"<!DOCTYPE" in content or b"\0" in content:
        raise damaged_workbook()
    try:
        return fromstring(content)
    except (ParseError, ValueError, LookupError) as error:
        raise damaged_workbook() from error


def children(root: Element, *path: str) -> list[Element]:
    """The elements below `root` along local names, in either dialect of the standard."""
    found = [root]
    for name in path:
        wanted = {f"{MAIN}{name}", f"{STRICT}{name}"}
        found = [child for each in found for child in each if child.tag in wanted]
    return found
