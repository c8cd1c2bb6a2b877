"""The commands demo and self-check: everything once, on made-up data."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from models.contests.current import current_contest
from models.figures.board import plain_board
from models.figures.figures import figures
from models.machine.leftovers import scratch_folder
from models.office.practice import PRACTICE_DAY, make_practice
from models.roster.unit_tree import list_units
from models.store.data_file import DataFile
from models.store.store import Store
from models.text.formats import number
from reports.catalog import KINDS
from reports.compose import compose
from reports.compose_kits import kit_offer, write_kits
from reports.gather.request import Request
from reports.nothing import NothingToList
from ui.commandline.documents import publish
from ui.commandline.numbers_words import figures_data
from ui.commandline.outcome import Outcome


def demo(arguments: argparse.Namespace) -> Outcome:
    """The whole day on the practice commune; every document is written to `--out`."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    with scratch_folder() as folder, _practice(Path(folder)) as file:
        found = figures(file, PRACTICE_DAY)
        board = plain_board(found, current_contest(file))
        made = [*_documents(file, arguments.out), _kit(file, Path(folder), arguments.out)]
        paths = [str(path) for path in made]
    text = "\n".join(["Đã làm xong một ngày trên số liệu mẫu. Các văn bản:", *paths])
    return Outcome({"figures": figures_data(board), "files": paths}, text)


def _practice(folder: Path) -> DataFile:
    return make_practice(folder / "luyen-tap.tiendo")


def _documents(file: Store, out: Path) -> list[Path]:
    made = []
    first = next(unit.id for unit in list_units(file) if unit.people)
    for kind in KINDS:
        request = Request(kind.code, PRACTICE_DAY, first if kind.only_units else None)
        # A list of nobody is no document.
        with suppress(NothingToList):
            document = compose(file, request)
            made += [
                publish(file, document, request, fmt, out, overwrite=True)[0]
                for fmt in kind.formats
            ]
    return made


def _kit(file: Store, scratch: Path, out: Path) -> Path:
    """The kit of the first unit with people; copied, because a kit itself replaces no file."""
    offer = kit_offer(file)
    unit = next(unit for unit in offer.units if unit.people)
    written = write_kits(file, [unit.id], offer.deadline, scratch, lambda *_: None)
    return Path(shutil.copy(written.paths[0], out))


def self_check(_arguments: argparse.Namespace) -> Outcome:
    """Make a file, encrypt one, write each format, open the window without a screen."""
    checks: dict[str, str] = {}
    with scratch_folder() as folder:
        for name, check in _CHECKS:
            try:
                checks[name] = check(Path(folder))
            except Exception as error:
                checks[name] = f"lỗi: {type(error).__name__}: {error}"
                break
    ok = len(checks) == len(_CHECKS) and not any(v.startswith("lỗi") for v in checks.values())
    text = "\n".join(f"{name}: {words}" for name, words in checks.items())
    return Outcome({"ok": ok, "checks": checks}, text, 0 if ok else 1)


def _check_data(folder: Path) -> str:
    with _practice(folder) as file:
        found = figures(file, PRACTICE_DAY)
    if (found.total, found.registered) != (532, 24):
        raise ValueError(f"{found.registered}/{found.total}")
    return f"{number(found.registered)}/{number(found.total)} người"


def _check_cipher(folder: Path) -> str:
    from models.store.cipher_trial import try_cipher

    try_cipher(folder)
    return "khóa và mở lại được bằng mật khẩu"


def _check_documents(folder: Path) -> str:
    from models.office.practice import practice_clock
    from models.store.data_file import open_file

    with open_file(folder / "luyen-tap.tiendo", practice_clock) as file:
        out = folder / "van-ban"
        out.mkdir()
        paths = [*_documents(file, out), _kit(file, folder, out)]
    sizes: list[Any] = [path.stat().st_size for path in paths]
    if min(sizes) < 4_000:
        raise ValueError(str(sizes))
    return f"{number(len(paths))} tệp"


def _check_window(folder: Path) -> str:
    from models.office.practice import practice_clock
    from ui.start.once import show_once

    return show_once(folder / "luyen-tap.tiendo", practice_clock)


_CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("dữ liệu", _check_data),
    ("mã hóa", _check_cipher),
    ("văn bản", _check_documents),
    ("cửa sổ", _check_window),
)
