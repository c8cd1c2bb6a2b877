"""Writes the folder `licences`: the texts, `licences.json` for *Giới thiệu*, `shipped.json`.

`licences.json` is a list of objects with name, version, licence (an SPDX expression), file (the
text beside the index) and within (the component that carries a part, or ""). `shipped.json`
maps every shipped file to its component. From source, without a frozen program:
`python packaging/licences/licences.py FOLDER`.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import requires
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from component import (
    Component,
    by_hand,
    installer,
    is_installed,
    normal,
    of_distribution,
    parts_of,
    product,
    python,
)
from origins import Unknown, component_of, system_package

INDEX = "licences.json"
SHIPPED = "shipped.json"
BOOTLOADER = "pyinstaller"
Entry = tuple[str, str]
"""Where a file will lie in the product, and where it lies now."""


class NoText(Exception):
    """A component is shipped without the text of its licence, or without its id."""


def write_for_frozen(folder: Path, files: Iterable[Entry], modules: Iterable[str]) -> list[Entry]:
    """Fill `folder` for a frozen program; returns its files as entries below `licences`.

    `files` are shipped as they are, `modules` are the sources of what is shipped compiled.
    Raises `Unknown` naming all files that belong to nobody, `NoText` for a gap in the texts.
    """
    owners, strangers = _owners(files, modules)
    if strangers:
        raise Unknown("; ".join(sorted(strangers)))
    carriers = _carriers(set(owners.values()), files)
    shipped = {name.replace("\\", "/"): owner for name, owner in owners.items() if name}
    return _write(folder, carriers, shipped)


def write_for_source(folder: Path) -> list[Entry]:
    """Fill `folder` for the program that runs from source: what it requires, and Python."""
    names = sorted(closure([normal(name) for name in _required_by_project()]))
    return _write(folder, [product(), python(), *map(of_distribution, names)], {})


def closure(names: Sequence[str]) -> set[str]:
    """These distributions and what they need, as far as it is installed."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found and is_installed(name):
            found.add(name)
            needs = [line for line in requires(name) or [] if "extra ==" not in line]
            waiting += [normal(_name_of(line)) for line in needs]
    return found


def _owners(files: Iterable[Entry], modules: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    owners: dict[str, str] = {}
    strangers: list[str] = []
    compiled = ((f"<module>{source}", source) for source in modules)
    for shipped, source in (*files, *compiled):
        try:
            owners[shipped] = component_of(shipped, source)
        except Unknown:
            strangers.append(f"{shipped} ({source})")
    return owners, strangers


def _carriers(names: set[str], files: Iterable[Entry]) -> list[Component]:
    """The components to list: the product and its runtime first, the rest by name."""
    systems = {found.name: found for _, source in files if (found := _system(source))}
    fixed = [product(), python(), of_distribution(BOOTLOADER)]
    if sys.platform == "win32":
        fixed.append(installer())
    listed = {each.name for each in fixed}
    rest = [name for name in sorted(names - listed) if name in systems or is_installed(name)]
    return [*fixed, *(systems.get(name) or of_distribution(name) for name in rest)]


def _system(source: str) -> Component | None:
    """The Debian package of a file that lies outside Python and the project."""
    return system_package(source) if source.startswith(("/lib", "/usr/lib")) else None


def _write(folder: Path, carriers: list[Component], shipped: dict[str, str]) -> list[Entry]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = []
    absent = _absent(set(shipped.values())) if shipped else set()
    for carrier in carriers:
        file = _write_text(folder, carrier)
        rows.append(_row(carrier, file))
        parts = [part for part in parts_of(carrier) if part.name not in absent]
        rows += [_row(part, _write_text(folder, part) or file) for part in parts]
    gaps = [row["name"] for row in rows if not row["file"] or not row["licence"]]
    if gaps:
        raise NoText(", ".join(gaps))
    _dump(folder / INDEX, rows)
    plain = {name: owner for name, owner in shipped.items() if not name.startswith("<module>")}
    _dump(folder / SHIPPED, dict(sorted(plain.items())))
    return [(f"licences/{path.name}", str(path)) for path in sorted(folder.iterdir())]


def _absent(shipped: set[str]) -> set[str]:
    """The parts that are files of their own, none of which is shipped (OpenSSL is left out)."""
    return {part["name"] for part in by_hand()["parts"] if part["files"]} - shipped


def _write_text(folder: Path, component: Component) -> str:
    """Write the licence texts of a component as one file; returns its name, "" without texts."""
    if not any(component.texts):
        return ""
    name = re.sub(r"[^a-z0-9]+", "-", component.name.lower()).strip("-") + ".txt"
    (folder / name).write_text("\n\n".join(component.texts) + "\n", encoding="utf-8", newline="\n")
    return name


def _row(component: Component, file: str) -> dict[str, str]:
    return {
        "name": component.name,
        "version": component.version,
        "licence": component.licence,
        "file": file,
        "within": component.within,
    }


def _dump(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _required_by_project() -> list[str]:
    import tomllib

    from component import ROOT

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [_name_of(line) for line in project["dependencies"]]


def _name_of(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return match[0]


if __name__ == "__main__":
    write_for_source(Path(sys.argv[1]))
