"""Several people in one cell: a list within the list.

Only what surely parts people does: lines, numbers, semicolons, commas, "và". A dash or a slash
may stand for anything; such a cell is asked about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.shape.addressing import is_whole_name, without_titles
from models.intake.shape.looks import is_person, looks_like_position, looks_like_unit
from models.intake.shape.people import UNFINISHED, is_broken_name
from models.text.names import is_plausible_name, storage_form

_NUMBER = r"\d{1,2}\s?[.)]\s*(?=[^\W\d_])"
SEVERAL = re.compile(rf"\n|;|,|\t|\s(?:và|&|\+)\s|\s(?={_NUMBER})")
PARTING = frozenset("\n;,\t&+")
"""Without one of these, a number and the word "và" a cell is about one person."""
_AT_HEAD = re.compile(rf"^\s*(?:{_NUMBER}|\d{{1,2}}\s*[-/]\s*(?=[^\W\d_])|[-–+•*])\s*")
_BEHIND_NAME = re.compile(r"\s[-–/]\s|:|/|\(|\[|\s(?=\+?\d)")


@lru_cache(4096)
def people_in(text: str) -> tuple[str, ...]:
    """The people of a cell, each with what is written beside them; () unless they are several."""
    parts = [part for part in SEVERAL.split(text) if part.strip(" .*_…-–")]
    if len(parts) < 2:
        return ()
    bare = [storage_form(_AT_HEAD.sub("", part)).strip(" .*_…") for part in parts]
    listed = all(map(_AT_HEAD.match, parts))
    if not listed and is_broken_name(text, bare):
        return ()
    in_line = not listed and "\n" not in text and ";" not in text
    groups: list[list[str]] = []
    for part in bare:
        if groups and UNFINISHED.search(groups[-1][-1]):
            groups[-1][-1] += f" {part}"
        elif _is_one(part, in_line=in_line):
            groups.append([part])
        elif not groups:
            return ()
        else:
            groups[-1].append(part)
    known = any(is_person(without_titles(_head(group[0])).text) for group in groups)
    return tuple(", ".join(group) for group in groups) if len(groups) > 1 and known else ()


def _head(part: str) -> str:
    return _BEHIND_NAME.split(part)[0].strip()


def _is_one(part: str, *, in_line: bool) -> bool:
    """Whether a part is somebody. In a line with commas "Hà Nội" and "Hải Phòng" are places."""
    name = without_titles(_head(part)).text
    if in_line:
        return is_person(name) and (name.count(" ") > 1 or is_whole_name(name))
    if is_person(name):
        return True
    capitals = all(word[:1].isupper() for word in name.split())
    said = looks_like_position(name) or looks_like_unit(name)
    return capitals and not said and is_plausible_name(name)
