"""The command choices: who issues a kind of document, who signs it, to whom it goes, its texts."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from models.errors import AppError
from models.office.choices import choices_of, remember_choices
from models.office.issuer import COMMITTEE, ISSUER_NAMES, issuer_of
from models.office.recipient_lines import recipients_typed
from models.office.signers import signer_by_id
from models.records.choices import NOTHING_CHOSEN, PART_NAMES, DocumentChoices
from models.store.store import Store
from reports.catalog import kind_of
from reports.render.text import addressee_lines, recipient_lines
from reports.usual import UsualLines, usual_lines
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def choices(arguments: argparse.Namespace) -> Outcome:
    """Remember what the options say, and tell what holds for the kind."""
    kind = kind_of(arguments.kind)
    with opened(arguments) as file:
        kept = choices_of(file, kind.code)
        told = _told(file, kept, arguments)
        usual = usual_lines(file, kind.code, told.issuer)
        _refuse_lines(told, usual, kind.title)
        changed = told != kept and remember_choices(file, kind.code, told, kind.title)
        return _outcome(file, choices_of(file, kind.code), usual, kind.code, changed)


def _told(file: Store, kept: DocumentChoices, arguments: argparse.Namespace) -> DocumentChoices:
    """`kept` with what the options say; `--usual` goes first."""
    gone = set(arguments.usual)
    own = {
        name: getattr(NOTHING_CHOSEN, name)
        for name in ("issuer", "signer", "addressees", "recipients")
        if name in gone
    }
    texts = {part: text for part, text in kept.texts.items() if part not in gone}
    told = replace(kept, **own, texts={**texts, **dict(arguments.text)})
    if arguments.issuer is not None and arguments.issuer != (kept.issuer or COMMITTEE):
        told = replace(told, issuer=arguments.issuer, signer=None)
    if arguments.signer is not None:
        told = _signed(file, told, arguments.signer, arguments.issuer)
    if arguments.addressee:
        told = replace(told, addressees=recipients_typed("\n".join(arguments.addressee)))
    if arguments.recipient:
        told = replace(told, recipients=recipients_typed("\n".join(arguments.recipient)))
    return told


def _signed(
    file: Store, told: DocumentChoices, signer_id: int, issuer: str | None
) -> DocumentChoices:
    """Who signs brings the issuer along, unless another one was asked for."""
    signer = signer_by_id(file, signer_id)
    if signer is None:
        raise AppError(
            f"Không có người ký nào mang mã {signer_id}.", "Hãy xem mã bằng lệnh signer list."
        )
    if issuer not in (None, signer.issuer):
        raise AppError(
            f"{signer.name} không ký văn bản của {ISSUER_NAMES[str(issuer)]}.",
            f"Hãy chọn người khác, hoặc ghi --issuer {signer.issuer}.",
        )
    return replace(told, issuer=signer.issuer, signer=signer.id)


def _refuse_lines(told: DocumentChoices, usual: UsualLines, title: str) -> None:
    """Raise `AppError` for lines and texts that documents of the kind have no place for."""
    lacking = [
        words
        for words, chosen, place in (
            ("Kính gửi", told.addressees, usual.addressees),
            ("Nơi nhận", told.recipients, usual.recipients),
        )
        if chosen is not None and place is None
    ]
    lacking += [PART_NAMES[part] for part in told.texts if part not in usual.parts]
    if lacking:
        raise AppError(f"“{title}” không có phần {', '.join(lacking)}.", "Hãy bỏ phần ấy đi.")


def _outcome(
    file: Store, chosen: DocumentChoices, usual: UsualLines, code: str, changed: bool
) -> Outcome:
    issuer = issuer_of(file, chosen.issuer or COMMITTEE, chosen.signer)
    addressees = usual.addressees if chosen.addressees is None else chosen.addressees
    recipients = usual.recipients if chosen.recipients is None else chosen.recipients
    data: dict[str, Any] = {
        "kind": code,
        "changed": changed,
        "issuer": issuer.profile,
        "signer": {"id": chosen.signer, "lines": issuer.signer.lines, "name": issuer.signer.name},
        "addressees": addressees,
        "recipients": recipients,
        "archive": usual.archive,
        "texts": dict(chosen.texts),
        "own": sorted(
            name for name in ("issuer", "signer", "addressees", "recipients")
            if getattr(chosen, name) is not None
        ),
    }  # fmt: skip
    return Outcome(data, _text(data, usual), warnings=(usual.unknown,) if usual.unknown else ())


def _text(data: dict[str, Any], usual: UsualLines) -> str:
    signer = data["signer"]
    lines = [
        f"Cơ quan ban hành: {ISSUER_NAMES[data['issuer']]}",
        f"Người ký: {' / '.join(signer['lines'])}, {signer['name'] or 'chưa ghi tên'}",
    ]
    if data["addressees"]:
        lines += ["Kính gửi:", *addressee_lines(data["addressees"])]
    if data["recipients"] is not None:
        told = tuple(filter(None, (*data["recipients"], usual.archive)))
        lines += ["Nơi nhận:", *recipient_lines(told)]
    lines += [f"{PART_NAMES[part]}: {text}" for part, text in data["texts"].items()]
    return "\n".join(lines)
