"""What the product is made of: distributions, their parts, the runtime, and their licences.

Metadata of the installed distributions says most of it; `parts.json` says by hand what they
leave out (licence ids in words, parts inside binaries).
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEXTS = HERE / "texts"
PRODUCT = "tien-do"
PYTHON = "cpython"
_LICENCE_FILE = re.compile(r"(?i)(licen[cs]e|copying|notice)")


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that is shipped. `within` names the component that carries it, or is ""."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = field(default=(), repr=False)
    within: str = ""


def normal(name: str) -> str:
    """A distribution's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def by_hand() -> dict[str, Any]:
    """The content of `parts.json`."""
    return dict(json.loads((HERE / "parts.json").read_text(encoding="utf-8")))


def product() -> Component:
    """This program itself."""
    sys.path.insert(0, str(ROOT))
    from models.version import VERSION

    return Component(PRODUCT, VERSION, "MIT", (_read(ROOT / "LICENSE"),))


def python() -> Component:
    """The Python that runs this, with the licence that lies beside it."""
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(json.__file__).parents[1] / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    text = next((_read(place) for place in places if place.is_file()), "")
    return Component(PYTHON, platform.python_version(), "PSF-2.0", (text,))


def installer() -> Component:
    """What makes the installer leaves its own start and uninstaller in the product."""
    hand = by_hand()["installer"]
    return Component(hand["name"], hand["version"], hand["licence"], _texts(hand["texts"]))


def of_distribution(name: str) -> Component:
    """An installed distribution with all licence texts that it carries."""
    found = distribution(name)
    own = tuple(_read(path) for path in _licence_files(found))
    more = _texts(by_hand()["texts"].get(normal(name), []))
    licence = found.metadata["License-Expression"] or by_hand()["licences"].get(normal(name), "")
    return Component(normal(name), found.version, licence, (*own, *more))


def is_installed(name: str) -> bool:
    """Whether it is a distribution that this Python has (a checkout of ours is none)."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return name != PRODUCT


def parts_of(carrier: Component) -> Iterator[Component]:
    """What is inside a component by `parts.json` and by the bills that its own maker encloses."""
    for part in by_hand()["parts"]:
        if part["of"] == carrier.name:
            texts = _texts(part["texts"])
            version = _version(part, carrier)
            yield Component(part["name"], version, part["licence"], texts, carrier.name)
    if is_installed(carrier.name):
        yield from _enclosed(carrier)


def _version(part: dict[str, Any], carrier: Component) -> str:
    """The version of a part: stated, asked, "=" for its carrier's, or "" when nobody tells."""
    stated = str(part.get("version", "")) or _asked(part.get("ask", ""))
    return carrier.version if stated == "=" else stated


def _enclosed(carrier: Component) -> Iterator[Component]:
    """The components of the CycloneDX bills in a wheel (crates, C libraries)."""
    for path in distribution(carrier.name).files or []:
        if path.suffix == ".json" and path.parent.name == "sboms":
            bill = json.loads(_read(Path(str(path.locate()))))
            for part in bill.get("components", []):
                name = str(part["name"])
                own = name.startswith("PIL.") or normal(name) == carrier.name
                if not own and name not in by_hand()["left_out"].get(carrier.name, []):
                    licence = _licence_of(part) or carrier.licence
                    yield Component(name, str(part.get("version", "")), licence, (), carrier.name)


def _licence_of(part: dict[str, Any]) -> str:
    """The licence that a CycloneDX component states, as an expression."""
    stated = [
        each.get("expression")
        or each.get("license", {}).get("id")
        or each.get("license", {}).get("name", "")
        for each in part.get("licenses") or []
    ]
    return " AND ".join(word for word in stated if word)


def _asked(what: str) -> str:
    """The version of a library inside this Python, lxml or sqlcipher3."""
    if what == "ssl":
        import ssl

        return ssl.OPENSSL_VERSION.split()[1]
    if what == "sqlite3":
        import sqlite3

        return sqlite3.sqlite_version
    if what == "zlib":
        import zlib

        return zlib.ZLIB_RUNTIME_VERSION
    if what == "expat":
        import pyexpat

        return pyexpat.EXPAT_VERSION.removeprefix("expat_")
    if what in {"libxml2", "libxslt"}:
        from lxml import etree

        found = etree.LIBXML_VERSION if what == "libxml2" else etree.LIBXSLT_VERSION
        return ".".join(map(str, found))
    return _asked_of_sqlcipher(what) if "sqlcipher" in what else ""


def _asked_of_sqlcipher(what: str) -> str:
    """The version of SQLCipher, or of what is inside of it (only told once a key is set)."""
    from sqlcipher3 import dbapi2

    if what == "sqlite of sqlcipher":
        return str(dbapi2.sqlite_version)
    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA key = 'any'")
    asked = "cipher_version" if what == "sqlcipher" else "cipher_provider_version"
    words = str(connection.execute(f"PRAGMA {asked}").fetchone()[0]).split()
    connection.close()
    return next(word for word in words if word[0].isdigit())


def _licence_files(found: Distribution) -> Iterable[Path]:
    for path in sorted(found.files or []):
        inside = path.parts[0].endswith(".dist-info") and path.name not in {"METADATA", "RECORD"}
        if inside and (_LICENCE_FILE.search(path.name) or "licenses" in path.parts):
            place = Path(str(path.locate()))
            if place.is_file():
                yield place


def _texts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_read(TEXTS / name) for name in names)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
