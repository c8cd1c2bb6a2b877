"""The licences of everything that is shipped, each with its text."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from models.machine.portable import program_folder
from models.version import PRODUCT_NAME, VERSION
from resources import resource_path

LIST = "licences.json"
SPOKEN = {"tien-do": PRODUCT_NAME, "cpython": "Python"}
_TEXTS = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONG = 60


@dataclass(frozen=True, slots=True)
class Licence:
    """One component: its name, version, licence in a word, and the files that hold the text."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()

    def text(self) -> str:
        """The whole text; "" when none came with the component."""
        texts = [file.read_text("utf-8", "replace") for file in self.files if file.is_file()]
        return "\n\n".join(texts).strip()


def shipped() -> tuple[Licence, ...]:
    """What the program consists of, itself first.

    The frozen program has a list made when it was built; from source, what is installed is read.
    """
    folder = _folder()
    if folder is not None:
        return read_licences(folder)
    return (*_own(), *sorted(_installed(), key=lambda each: each.name.casefold()))


def read_licences(folder: Path) -> tuple[Licence, ...]:
    """The list in `folder`, in its order.

    `file` of an entry lies beside the list, `within` names the component that brings it along.
    """
    entries = json.loads((folder / LIST).read_text("utf-8"))
    return tuple(
        Licence(
            _name(str(entry["name"]), str(entry.get("within") or "")),
            str(entry["version"]),
            str(entry["licence"]),
            (folder / str(entry["file"]),) if entry.get("file") else (),
        )
        for entry in entries
    )


def _name(name: str, within: str) -> str:
    """As people call it, with the component that brings it along."""
    called = SPOKEN.get(name, name)
    return f"{called} (trong {SPOKEN.get(within, within)})" if within else called


def _folder() -> Path | None:
    """Where the build put the list: beside `resources`, or beside the executable."""
    places = [Path(bundle)] if (bundle := getattr(sys, "_MEIPASS", "")) else []
    for place in (*places, program_folder()):
        if (place / "licences" / LIST).is_file():
            return place / "licences"
    return None


def _own() -> Iterator[Licence]:
    yield Licence(PRODUCT_NAME, VERSION, "MIT", (program_folder() / "LICENSE",))
    fonts = resource_path("fonts", "OFL.txt")
    yield Licence("Liberation Serif", "2.1.5", "OFL-1.1", (fonts,))
    library = Path(metadata.__file__).parents[1]
    yield Licence("Python", platform.python_version(), "PSF-2.0", (library / "LICENSE.txt",))


def _installed() -> Iterator[Licence]:
    """The distributions that the program asks for, and those that they ask for."""
    waiting, seen = _direct(), set[str]()
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        waiting += _asked(found.requires or [])
        yield _licence_of(found)


def _direct() -> list[str]:
    import tomllib

    described = program_folder() / "pyproject.toml"
    if not described.is_file():
        return []
    project = tomllib.loads(described.read_text("utf-8"))["project"]
    return _asked(project["dependencies"])


def _asked(requirements: list[str]) -> list[str]:
    """The names in `requirements`, without those that only an extra would bring."""
    matches = [_NAME.match(each) for each in requirements if "extra ==" not in each]
    return [match.group() for match in matches if match]


def _licence_of(found: metadata.Distribution) -> Licence:
    data = found.metadata
    said = [str(data[key]) for key in ("License-Expression", "License") if key in data]
    words = said[0] if said else "Xem văn bản"
    first = words.strip().splitlines()[0]
    files = [Path(str(found.locate_file(file))) for file in found.files or [] if _is_text(file)]
    short = first if len(first) <= _LONG else f"{first[:_LONG]}…"
    return Licence(str(data["Name"]), found.version, short, tuple(files))


def _is_text(file: metadata.PackagePath) -> bool:
    inside = any(part.endswith(".dist-info") for part in file.parts)
    return inside and bool(_TEXTS.search(file.name))
