"""What screens ask about units, and do to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records import Contact, Figures, Unit, UnitKind
    from models.store.data_file import DataFile


@dataclass(frozen=True, slots=True)
class UnitTree:
    """Every unit in the order of the tree, and today's figures beside them."""

    units: tuple[Unit, ...]
    figures: Figures


def unit_tree(file: DataFile) -> UnitTree:
    """The tree with today's figures."""
    from models.figures.figures import figures
    from models.roster.units import list_units

    return UnitTree(list_units(file), figures(file))


def add_unit(file: DataFile, name: str, kind: UnitKind, parent_id: int | None) -> int:
    """Add a unit below `parent_id`; its id."""
    from models.roster.units import add_unit as work

    return work(file, name, kind, parent_id)


def rename_unit(file: DataFile, unit_id: int, name: str) -> None:
    """Give a unit another name."""
    from models.roster.units import rename_unit as work

    work(file, unit_id, name)


def set_unit_kind(file: DataFile, unit_id: int, kind: UnitKind) -> None:
    """Put a unit into another khối."""
    from models.roster.units import set_unit_kind as work

    work(file, unit_id, kind)


def move_unit(file: DataFile, unit_id: int, parent_id: int | None, index: int = -1) -> None:
    """Put a unit elsewhere in the tree."""
    from models.roster.units import move_unit as work

    work(file, unit_id, parent_id, index)


def remove_unit(file: DataFile, unit_id: int) -> None:
    """Remove an empty unit."""
    from models.roster.units import remove_unit as work

    work(file, unit_id)


def set_contacts(file: DataFile, unit_id: int, contacts: Sequence[Contact]) -> None:
    """Replace the head and the contacts of a unit."""
    from models.roster.units import set_contacts as work

    work(file, unit_id, contacts)
