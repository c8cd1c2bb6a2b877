"""The command signer: who signs for each issuer, and who usually does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from models.errors import AppError
from models.office.issuer import ISSUER_NAMES
from models.office.signers import (
    forget_signers,
    name_remark,
    signer_by_id,
    signers_of,
    store_signer,
    use_signer,
)
from models.records.choices import NamedSigner
from models.store.store import Store
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

NONE_WRITTEN = "Chưa có người ký nào; thêm bằng lệnh signer add."


def signer(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says, and tell of the signer."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def _list(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = signers_of(file, arguments.issuer)
    return Outcome({"signers": signers_data(found)}, "\n".join(map(_line, found)) or NONE_WRITTEN)


def _add(file: Store, arguments: argparse.Namespace) -> Outcome:
    told = NamedSigner(0, arguments.issuer, tuple(arguments.line), arguments.name, arguments.usual)
    return _told(file, store_signer(file, told), "Đã thêm người ký")


def _set(file: Store, arguments: argparse.Namespace) -> Outcome:
    known = _found(file, arguments.id)
    told = {
        "issuer": arguments.issuer,
        "lines": tuple(arguments.line) if arguments.line else None,
        "name": arguments.name,
        "current": True if arguments.usual else None,
    }
    changed = {name: value for name, value in told.items() if value is not None}
    return _told(file, store_signer(file, replace(known, **changed)), "Đã sửa người ký")


def _remove(file: Store, arguments: argparse.Namespace) -> Outcome:
    gone = _found(file, arguments.id)
    forget_signers(file, [gone.id])
    return Outcome({"removed": signers_data([gone])[0]}, f"Đã xóa người ký {gone.name}.")


def _use(file: Store, arguments: argparse.Namespace) -> Outcome:
    return _told(file, use_signer(file, arguments.id).id, "Người thường ký từ nay")


_ACTS: dict[str, Callable[[Store, argparse.Namespace], Outcome]] = {
    "list": _list,
    "add": _add,
    "set": _set,
    "remove": _remove,
    "use": _use,
}


def _found(file: Store, signer_id: int) -> NamedSigner:
    found = signer_by_id(file, signer_id)
    if found is None:
        raise AppError(
            f"Không có người ký nào mang mã {signer_id}.", "Hãy xem mã bằng lệnh signer list."
        )
    return found


def _told(file: Store, signer_id: int, words: str) -> Outcome:
    found = _found(file, signer_id)
    remark = name_remark(found.name)
    return Outcome(
        {"signer": signers_data([found])[0]},
        f"{words}:\n{_line(found)}",
        warnings=(remark,) if remark else (),
    )


def signers_data(found: Sequence[NamedSigner]) -> list[dict[str, Any]]:
    """Signers as they stand in JSON."""
    return [
        {
            "id": each.id,
            "issuer": each.issuer,
            "lines": each.lines,
            "name": each.name,
            "usual": each.current,
        }
        for each in found
    ]


def _line(each: NamedSigner) -> str:
    usual = " · thường ký" if each.current else ""
    lines = " / ".join(each.lines)
    return f"  [{each.id}] {ISSUER_NAMES[each.issuer]} · {lines} · {each.name}{usual}"
