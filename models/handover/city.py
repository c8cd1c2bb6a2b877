"""The package for the city: a commune's figures of one day, and the names behind them when asked.

It is a text of JSON, so that whoever gets it can look. With a password what it tells stands in it
under AES-256-GCM.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from models.errors import AppError
from models.figures.digest import figures_digest
from models.figures.figures import figures
from models.figures.frozen_text import (
    figures_from_text,
    figures_text,
    names_from_text,
    names_text,
    without_heads,
)
from models.figures.names import people_then
from models.journal.practising import is_practice
from models.machine.leftovers import draft_name
from models.machine.names import refuse_unusable_name
from models.machine.places import unwritable
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.office.whose import the_commune
from models.papers.action_log import log_action
from models.records import Figures
from models.records.actions import ActionKind
from models.records.frozen import PersonThen
from models.records.moment import Moment
from models.records.practising import IN_BRACKETS
from models.store.faults import disk_full, file_missing, file_unreachable
from models.store.password_rules import refuse_weak
from models.store.slots import key_by_password, new_slots, slots_from_told
from models.store.snapshot import snapshot
from models.store.store import Store

_WHAT, _FORMAT = "tiendo-so-lieu", 1
LARGEST_PACKAGE = 64 * 2**20
"""Bytes of the largest package that is read: 60.000 names take some 12 MB."""
LEAST_REASON = 5


class CityPackage(NamedTuple):
    """What a commune told the city: its figures of a moment, their hash, and the names if sent."""

    commune: str
    code: str
    figures: Figures
    digest: str
    people: tuple[PersonThen, ...]


def write_city_package(
    store: Store,
    out: Path,
    as_of: Moment,
    *,
    reason: str = "",
    password: str = "",
    stage: int | None = None,
) -> CityPackage:
    """Write the package of `as_of` at `out`: counts only or, for a `reason`, with the names.

    It is logged, and stays only when it is. Raises `AppError` where something lies at `out`,
    nothing can be written, or there is no contest.
    """
    refuse_unusable_name(out)
    if out.exists() or out.is_symlink():
        raise AppError(f"Đã có tệp {out}.", "Hãy chọn tên khác cho gói; tệp cũ không bị thay đổi.")
    if password:
        refuse_weak(password)
    with snapshot(store) as seen:
        commune = the_commune(seen)
        counted = figures(seen, as_of, stage)
        everybody = people_then(seen, as_of, stage) if reason else ()
        people = tuple(each for each in everybody if each.counts)
        name = f"{commune.name} ({IN_BRACKETS})" if is_practice(seen) else commune.name
    package = CityPackage(name, commune.code, counted, figures_digest(counted), people)
    _put(store, out, _packed(package, password), package, reason)
    return package


def _put(store: Store, out: Path, text: str, package: CityPackage, reason: str) -> None:
    draft = out.with_name(draft_name(out.stem))
    try:
        with os.fdopen(open_owned(draft), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        count = len(package.people) if reason else -1
        log_action(store, ActionKind.CITY_PACKAGE, count=count, place=str(out), detail=reason)
        replace_file(draft, out)
    except OSError as error:
        raise disk_full(out, error) or unwritable(out.parent) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _packed(package: CityPackage, password: str) -> str:
    names = names_text(package.people)
    told = {
        "commune": package.commune,
        "code": package.code,
        "figures": without_heads(figures_text(package.figures, names)),
        "digest": package.digest,
        "names": names if package.people else "",
    }
    head = {"what": _WHAT, "format": _FORMAT}
    if not password:
        return _json(head | told)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slots, key, _ = new_slots(password)
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, _json(told).encode(), _WHAT.encode())
    key_told = {"key": slots.told(), "nonce": nonce.hex(), "data": b64encode(sealed).decode()}
    return _json(head | key_told)


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1)


def read_city_package(path: Path, password: str = "") -> CityPackage:
    """What the package at `path` tells. Raises `AppError` for whatever is none, or was changed."""
    told = _read(path)
    if "key" in told:
        told = _opened(path, told, password)
    try:
        counted = figures_from_text(str(told["figures"]))
        people = names_from_text(str(told["names"])) if told["names"] else ()
        found = CityPackage(
            _word(told["commune"]), _word(told["code"]), counted, str(told["digest"]), people
        )
        whole = figures_digest(counted) == found.digest
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise no_city_package(path) from error
    if not whole:
        raise AppError(
            f"Số liệu trong gói {path.name} không khớp với mã số liệu của gói.",
            "Gói đã bị sửa hoặc hỏng; hãy xin xã, phường gửi lại.",
        )
    return found


def _word(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise ValueError("no name")
    return value


def _read(path: Path) -> dict[str, Any]:
    if path.is_symlink() or not path.is_file():
        raise file_missing(path)
    try:
        if path.stat().st_size > LARGEST_PACKAGE:
            raise no_city_package(path)
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise file_unreachable(path) from error
    except (ValueError, RecursionError) as error:
        raise no_city_package(path) from error
    if not isinstance(told, dict) or told.get("what") != _WHAT:
        raise no_city_package(path)
    if told.get("format") != _FORMAT:
        raise AppError(
            f"Gói {path.name} do phiên bản Tiến Độ mới hơn tạo ra.",
            "Hãy cài bản Tiến Độ mới trên máy này rồi mở lại.",
        )
    return told


def _opened(path: Path, told: dict[str, Any], password: str) -> dict[str, Any]:
    """What stands in a package under a password."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = key_by_password(slots_from_told(told["key"]), password)
    if key is None:
        raise AppError(
            f"Mật khẩu không mở được gói {path.name}.", "Hãy hỏi lại xã, phường đã gửi gói."
        )
    try:
        nonce, data = bytes.fromhex(str(told["nonce"])), b64decode(str(told["data"]))
        inner = json.loads(AESGCM(key).decrypt(nonce, data, _WHAT.encode()))
    except (InvalidTag, KeyError, ValueError, RecursionError) as error:
        raise no_city_package(path) from error
    if not isinstance(inner, dict):
        raise no_city_package(path)
    return inner


def no_city_package(path: Path) -> AppError:
    """The file at `path` is no package of figures."""
    return AppError(
        f"Tệp {path.name} không phải là gói số liệu của Tiến Độ.",
        "Hãy chọn đúng tệp gói do xã, phường gửi.",
    )
