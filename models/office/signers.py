"""The people who sign: several of each issuer, written down once and chosen for each document."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from models.errors import AppError
from models.journal.change import changing
from models.office.issuer import COMMITTEE, ISSUER_NAMES
from models.records import Signer
from models.records.choices import NamedSigner
from models.store.schema import signers
from models.store.store import Store
from models.text.names import match_key, storage_form, without_title

LONGEST = 100
"""Letters of a line or a name."""


def signers_of(store: Store, issuer: str | None = None) -> tuple[NamedSigner, ...]:
    """Who signs, in the order in which they were written down; only those of `issuer`, if given."""
    with store.reading() as connection:
        found = tuple(map(_record, _rows(connection)))
    return tuple(each for each in found if issuer in (None, each.issuer))


def signer_by_id(store: Store, signer_id: int) -> NamedSigner | None:
    """The signer of that id; None when it was taken away."""
    return next((each for each in signers_of(store) if each.id == signer_id), None)


def store_signer(store: Store, signer: NamedSigner) -> int:
    """Write a signer down (id 0), or set the one of that id; returns the id.

    The first one of an issuer is the one that signs unless another is chosen. Raises `AppError`
    without lines of authority or a name, or for one that is there already.
    """
    told = _tidied(signer)
    with changing(store, "signer", f"Lưu người ký {told.name}") as change:
        known = [_record(row) for row in _rows(change.connection)]
        for each in known:
            same = (each.issuer, each.lines, match_key(each.name))
            if each.id != told.id and same == (told.issuer, told.lines, match_key(told.name)):
                raise AppError(f"Đã có người ký {each.name} với thẩm quyền này.")
        first = all(each.issuer != told.issuer for each in known if each.id != told.id)
        values = _columns(told) | {"current": told.current or first}
        if values["current"]:
            change.update(signers, {each.id: {"current": False} for each in known
                                    if each.current and each.id != told.id
                                    and each.issuer == told.issuer})  # fmt: skip
        if not told.id:
            return change.insert(signers, [values])[0]
        change.update(signers, {told.id: values})
        return told.id


def use_signer(store: Store, signer_id: int) -> NamedSigner:
    """Let this one sign unless another is chosen. Raises `AppError` for one who is not there."""
    with changing(store, "signer", "") as change:
        known = {row.id: _record(row) for row in _rows(change.connection)}
        if signer_id not in known:
            raise AppError(
                f"Không có người ký nào mang mã {signer_id}.", "Hãy xem mã bằng lệnh signer list."
            )
        usual = known[signer_id]
        change.summary = f"Chọn {usual.name} là người thường ký"
        change.update(signers, {each.id: {"current": each.id == signer_id}
                                for each in known.values() if each.issuer == usual.issuer
                                and each.current != (each.id == signer_id)})  # fmt: skip
        return replace(usual, current=True)


def forget_signers(store: Store, ids: Collection[int]) -> int:
    """Take signers away; documents that were issued keep theirs. Returns how many.

    Who alone is left of an issuer signs from then on; of several nobody is picked.
    """
    with changing(store, "signer", "") as change:
        known = [_record(row) for row in _rows(change.connection)]
        gone = [each for each in known if each.id in ids]
        change.summary = f"Xóa người ký {', '.join(each.name for each in gone)}"
        for issuer in {each.issuer for each in gone}:
            left = [each for each in known if each.issuer == issuer and each.id not in ids]
            if len(left) == 1 and not left[0].current:
                change.update(signers, {left[0].id: {"current": True}})
        return change.delete(signers, [each.id for each in gone])


def name_remark(name: str) -> str:
    """What of a name is not as decree 30/2020 has it (appendix I, mục II.7.c), or ""."""
    told = storage_form(name)
    if told != without_title(told):
        return (
            "Nghị định 30/2020/NĐ-CP: trước họ tên người ký không ghi học hàm, học vị, danh hiệu."
        )
    if told.isupper():
        return "Họ và tên người ký ghi chữ thường, viết hoa chữ cái đầu mỗi tiếng."
    return ""


def signature_of(signer: NamedSigner) -> Signer:
    """The lines and the name as they stand below a document."""
    return Signer(signer.lines, signer.name)


def _rows(connection: Connection) -> Sequence[Row[Any]]:
    return connection.execute(select(signers).order_by(signers.c.id)).all()


def _record(row: Row[Any]) -> NamedSigner:
    return NamedSigner(row.id, row.issuer, tuple(row.lines.split("\n")), row.name, row.current)


def _columns(signer: NamedSigner) -> dict[str, Any]:
    return {"issuer": signer.issuer, "lines": "\n".join(signer.lines), "name": signer.name}


def _tidied(signer: NamedSigner) -> NamedSigner:
    lines = tuple(filter(None, (storage_form(line).upper() for line in signer.lines)))
    name = storage_form(signer.name)
    if signer.issuer not in ISSUER_NAMES:
        raise AppError(
            f"Không có cơ quan ban hành “{signer.issuer}”.",
            f"Hãy chọn {' hoặc '.join(ISSUER_NAMES.values())} ({COMMITTEE}, vhxh).",
        )
    if not lines:
        raise AppError(
            "Chưa ghi thẩm quyền của người ký.",
            "Hãy ghi như “TM. ỦY BAN NHÂN DÂN”, mỗi dòng một cấp.",
        )
    if not name:
        raise AppError("Chưa ghi họ và tên người ký.", "Hãy ghi họ và tên người ký.")
    if any(len(text) > LONGEST for text in (*lines, name)):
        raise AppError(f"Thẩm quyền hoặc tên người ký dài hơn {LONGEST} chữ.", "Hãy ghi ngắn lại.")
    return NamedSigner(signer.id, signer.issuer, lines, name, signer.current)
