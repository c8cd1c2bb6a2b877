"""What is chosen for each kind of document: remembered until something else is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from models.contests.contests import find_contest_id
from models.journal.change import changing
from models.office.recipient_lines import recipients_typed
from models.records.choices import PARTS, DocumentChoices
from models.store.schema import document_choices
from models.store.store import Store

_LISTS = ("addressees", "recipients")


def choices_of(store: Store, kind: str) -> DocumentChoices:
    """What was last chosen for documents of `kind`; empty choices where nothing was.

    The texts are those that were written for the contest being run.
    """
    with store.reading() as connection:
        return _choices({name: row.value for name, row in _stored(connection, kind).items()})


def remember_choices(store: Store, kind: str, choices: DocumentChoices, title: str = "") -> bool:
    """Keep `choices` for `kind` in the place of what was chosen; False when nothing differs.

    `title` is what the kind is called in the history.
    """
    wanted = _values(choices)
    with changing(store, "document-choices", "") as change:
        change.summary = f"Sửa thông tin lập văn bản “{title or kind}”"
        known = _stored(change.connection, kind)
        gone = [row.id for name, row in known.items() if name not in wanted]
        own = find_contest_id(change.connection)
        new = [
            {"kind": kind, "name": _stored_name(name, own), "value": value}
            for name, value in wanted.items()
            if name not in known
        ]
        other = {
            row.id: {"value": wanted[name]}
            for name, row in known.items()
            if name in wanted and row.value != wanted[name]
        }
        change.delete(document_choices, gone)
        change.update(document_choices, other)
        change.insert(document_choices, new)
        return bool(gone or new or other)


def chosen(choices: DocumentChoices, over: DocumentChoices | None) -> DocumentChoices:
    """`choices` with what is said for this once in its place."""
    if over is None:
        return choices
    said = {
        name: getattr(over, name)
        for name in ("issuer", "signer", *_LISTS)
        if getattr(over, name) is not None
    }
    said |= {name: recipients_typed("\n".join(said[name])) for name in _LISTS if name in said}
    return replace(choices, **said, texts={**choices.texts, **over.texts})


def _stored(connection: Connection, kind: str) -> dict[str, Row[Any]]:
    """The rows of a kind by what they choose; of texts those of the contest being run."""
    own = find_contest_id(connection)
    rows = connection.execute(select(document_choices).where(document_choices.c.kind == kind))
    names = {_stored_name(part, own): part for part in PARTS}
    found = ((names.get(row.name, row.name), row) for row in rows)
    return {name: row for name, row in found if "@" not in name}


def _stored_name(name: str, contest_id: int | None) -> str:
    """What was written of one contest does not stand in the report on another."""
    return f"{name}@{contest_id or 0}" if name in PARTS else name


def _choices(stored: dict[str, str]) -> DocumentChoices:
    lists = {name: _lines(stored[name]) for name in _LISTS if name in stored}
    signer = stored.get("signer", "")
    return DocumentChoices(
        issuer=stored.get("issuer"),
        signer=int(signer) if signer.isdecimal() else None,
        addressees=lists.get("addressees"),
        recipients=lists.get("recipients"),
        texts={part: stored[part] for part in PARTS if part in stored},
    )


def _values(choices: DocumentChoices) -> dict[str, str]:
    values: dict[str, str] = {}
    if choices.issuer is not None:
        values["issuer"] = choices.issuer
    if choices.signer is not None:
        values["signer"] = str(choices.signer)
    for name in _LISTS:
        lines = getattr(choices, name)
        if lines is not None:
            values[name] = "\n".join(recipients_typed("\n".join(lines)))
    return values | {part: text.strip() for part, text in choices.texts.items() if part in PARTS}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n")))
