"""Setting a file up: the commune, its starter units and the contest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from models.clock import Clock, now
from models.contests.adding import insert_preset
from models.errors import AppError
from models.journal.change import Change, changing
from models.journal.practising import keep_practice
from models.records import Commune, UnitKind
from models.roster.units import add_alias, insert_units
from models.store.data_file import DataFile
from models.store.making import create
from models.store.schema import communes
from models.store.store import Store
from models.text.formats import number
from models.text.names import storage_form
from resources.catalog import COMMUNE_KINDS, StarterUnit, find_commune, starter_units

PROVINCE = "thành phố Hải Phòng"
MakingStep = Callable[[int, int, str], None]
"""Hears how far the making is: how many parts are done, of how many, and in words."""
MAKING = "Đang tạo tệp dữ liệu"
MOST_LETTERS = 60
"""Of the own name of a commune; the longest of the country has some twenty."""


def init_file(
    path: Path,
    commune: str,
    contest: str | None = None,
    clock: Clock = now,
    *,
    with_units: bool = True,
    practice: bool = False,
    step: MakingStep | None = None,
) -> DataFile:
    """Make a data file for `commune` ("Xã Kẻ Sặt"), to practise with or not, and leave it open.

    Raises `AppError` for a name that is no commune's, an unknown contest or an
    existing file; nothing is left behind then, and after a crash the whole file or none.
    """
    record = commune_record(commune)
    told = step or _unheard

    def fill(made: Store) -> None:
        fill_new(made, record, contest, with_units=with_units, practice=practice, step=told)

    told(0, 3, f"{MAKING}…")
    return create(path, clock, fill)


def fill_new(
    store: Store,
    commune: Commune,
    contest: str | None,
    *,
    with_units: bool = True,
    practice: bool = False,
    step: MakingStep | None = None,
) -> None:
    """Write what a new store begins with: the commune, its starter units and the contest."""
    summary = f"Tạo dữ liệu cho {commune.lower_name}"
    told = step or _unheard
    with changing(store, "init", summary, undoable=False) as change:
        _insert_commune(change, commune)
        if practice:
            keep_practice(change)
        if with_units:
            starters = starter_units(commune.kind)
            told(1, 3, f"{MAKING}: {_count(starters)} đơn vị…")
            _insert_starters(change, starters, None)
        if contest:
            told(2, 3, f"{MAKING}: cuộc thi…")
            insert_preset(change, contest)


def _count(starters: Sequence[StarterUnit]) -> int:
    return sum(1 + _count(each.children) for each in starters)


def _unheard(_done: int, _of: int, _words: str) -> None:
    """Nobody asks how far it is."""


def _refuse_unusable(name: str) -> None:
    """Raise `AppError` for what cannot be the own name of a commune."""
    if len(name) > MOST_LETTERS:
        raise AppError(
            f"Tên xã dài {number(len(name))} chữ, nhiều hơn {MOST_LETTERS}.",
            "Hãy ghi đúng tên xã, phường, đặc khu, như Xã Kẻ Sặt.",
        )
    if not any(map(str.isalnum, name)) or not name.isprintable():
        raise AppError(
            "Tên xã không có chữ nào đọc được.",
            "Hãy ghi đúng tên xã, phường, đặc khu, như Xã Kẻ Sặt.",
        )


def commune_record(text: str) -> Commune:
    """The commune that `text` names in full; one of the 114, or any other well-formed name."""
    clean = storage_form(text)
    entry = find_commune(clean)
    if entry is not None:
        return Commune(entry.full_name, entry.kind, entry.code, entry.place, PROVINCE)
    for kind in COMMUNE_KINDS:
        if clean.lower().startswith(kind + " "):
            rest = clean[len(kind) :].strip()
            _refuse_unusable(rest)
            return Commune(f"{kind.capitalize()} {rest}", kind, "", rest, "")
    raise AppError(
        f"“{clean}” chưa phải là tên đầy đủ của xã, phường hoặc đặc khu.",
        "Hãy ghi cả loại đơn vị, ví dụ: Xã Kẻ Sặt.",
    )


def _insert_commune(change: Change, record: Commune) -> None:
    change.insert(
        communes,
        [
            {
                "name": record.name,
                "kind": record.kind,
                "code": record.code,
                "place": record.place,
                "province": record.province,
            }
        ],
    )


def _insert_starters(
    change: Change, starters: Sequence[StarterUnit], parent_id: int | None
) -> None:
    rows = [(s.name, UnitKind(s.unit_kind), parent_id, i) for i, s in enumerate(starters)]
    for starter, unit_id in zip(starters, insert_units(change, rows), strict=True):
        for alias in starter.aliases:
            add_alias(change, unit_id, alias)
        _insert_starters(change, starter.children, unit_id)
