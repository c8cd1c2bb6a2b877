"""From a file that is shipped back to the component that it belongs to."""

from __future__ import annotations

import os
import subprocess
import sys
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from component import PRODUCT, PYTHON, ROOT, Component, by_hand, normal


class Unknown(Exception):
    """A file is shipped that belongs to no listed component."""


def component_of(shipped: str, source: str) -> str:
    """The name of the component that a file comes from.

    `shipped` is the path inside the product, `source` where the file lies now.
    Raises `Unknown` when nobody owns it.
    """
    carrier = carrier_of(source)
    return _part(carrier, shipped.replace("\\", "/").lower()) or carrier


def carrier_of(source: str) -> str:
    """The distribution, runtime or system package that a file was installed by."""
    if os.path.basename(source) == "base_library.zip":
        return PYTHON
    path = _key(source)
    owner = _owners().get(path)
    if owner:
        return owner
    # Python first: the one for Windows lies in the project's own build folder.
    if _inside_python(path):
        return PYTHON
    if path.startswith(_key(str(ROOT)) + os.sep) and "site-packages" not in path:
        return PRODUCT
    package = system_package(source)
    if package:
        return package.name
    raise Unknown(source)


def _part(carrier: str, shipped: str) -> str:
    for part in by_hand()["parts"]:
        fits = any(fnmatch(shipped, pattern) for pattern in part["files"])
        anywhere = part["name"].startswith("Microsoft")
        if fits and (part["of"] == carrier or anywhere):
            return str(part["name"])
    return ""


@cache
def _owners() -> dict[str, str]:
    """Every file of every installed distribution and whose it is."""
    return {
        _key(str(path.locate())): normal(found.metadata["Name"])
        for found in distributions()
        for path in found.files or []
    }


def _inside_python(path: str) -> bool:
    """Whether a file lies in this Python's own folders; its site-packages are others' affair."""
    library = str(Path(os.__file__).parent)
    homes = {_key(sys.base_prefix) + os.sep} if sys.base_prefix != "/usr" else set()
    homes.add(_key(library) + os.sep)
    if os.path.basename(path).startswith("libpython3"):
        return True
    return "site-packages" not in path and path.startswith(tuple(homes))


@cache
def system_package(source: str) -> Component | None:
    """The Debian package of a system library, with its copyright file."""
    for name in (os.path.realpath(source), source, os.path.realpath(source).removeprefix("/usr")):
        asked = _run("dpkg-query", "-S", name)
        if asked:
            package = asked.split(": ")[0].split(",")[0]
            version = _run("dpkg-query", "-W", "-f", "${Version}", package)
            text = Path(f"/usr/share/doc/{package.split(':')[0]}/copyright")
            texts = (text.read_text(encoding="utf-8", errors="replace"),) if text.is_file() else ()
            return Component(package.split(":")[0], version, "LicenseRef-Debian-copyright", texts)
    return None


def _run(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


@cache
def _key(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))
