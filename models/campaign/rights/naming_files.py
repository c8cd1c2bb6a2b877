"""Which files kept with the data speak of one person, as far as they can be read."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, Row, func, select

from models.campaign.rights.terms import Terms
from models.campaign.rights.whose import OnePerson
from models.figures.frozen_text import names_from_text
from models.figures.issue_text import issue_from_text
from models.journal.contents import content_of
from models.store.schema import (
    attachments,
    entries,
    entry_authors,
    frozen_reports,
    issued_files,
)

MOST_UNPACKED = 128 * 2**20
"""Bytes of texts that are unpacked of one file; a larger one cannot be read."""
_PACKED = frozenset({".docx", ".xlsx", ".xlsm", ".ods", ".odt", ".pptx"})
_PLAIN = frozenset({".txt", ".csv", ".tsv", ".html", ".htm", ".xml", ".json", ".rtf"})
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class NamingFiles:
    """Rows of attachments and issued files that go, with the names of the attachments that go, and
    of those that nobody can look into."""

    attachments: tuple[int, ...]
    issued: tuple[int, ...]
    names: tuple[str, ...]
    unread: tuple[str, ...]


def naming_files(connection: Connection, whose: OnePerson) -> NamingFiles:
    """Those files: attachments in which the person stands or of an entry that is theirs alone, and
    issued documents in which they stand."""
    gone: dict[int, str] = {}
    unread: list[str] = []
    alone = _entries_alone(connection, whose)
    for row in connection.execute(select(attachments).order_by(attachments.c.id)):
        if row.owner_table == entries.name and row.owner_id in alone:
            gone[row.id] = row.name
            continue
        speaks = whose.terms.found_in(row.name) or _speaks(connection, row, row.name, whose.terms)
        if speaks:
            gone[row.id] = row.name
        elif speaks is None:
            unread.append(row.name)
    issued = _issued_naming(connection, whose)
    return NamingFiles(tuple(gone), issued, tuple(gone.values()), tuple(unread))


def _entries_alone(connection: Connection, whose: OnePerson) -> set[int]:
    """The entries of which nobody else is an author."""
    own = select(entry_authors.c.entry_id).where(entry_authors.c.person_id.in_(whose.ids))
    counted = select(entry_authors.c.entry_id).where(entry_authors.c.entry_id.in_(own))
    alone = counted.group_by(entry_authors.c.entry_id).having(func.count() == 1)
    return set(connection.execute(alone).scalars())


def _issued_naming(connection: Connection, whose: OnePerson) -> tuple[int, ...]:
    """The issued files of documents in which the person stands.

    All formats of a document say the same: one that can be read tells of a PDF, which cannot. Where
    there is none, everybody behind its figures is held to stand in it.
    """
    found: list[int] = []
    reports = select(frozen_reports.c.id, frozen_reports.c.names, frozen_reports.c.issue)
    for report in connection.execute(reports.where(frozen_reports.c.issue != "")):
        files = connection.execute(
            select(issued_files).where(issued_files.c.report_id == report.id)
        ).all()
        told = [_speaks(connection, each, f"a.{each.format}", whose.terms) for each in files]
        readable = [each for each in told if each is not None]
        if any(readable) or (not readable and _may_name(report, whose)):
            found += [each.id for each in files]
    return tuple(found)


def _may_name(report: Row[Any, Any, Any], whose: OnePerson) -> bool:
    issue = issue_from_text(report.issue)
    if issue is None or not issue.people or not report.names:
        return False
    return any(
        each.uid in whose.uids and issue.unit in ("", each.unit_code)
        for each in names_from_text(report.names)
    )


def _speaks(connection: Connection, row: Row[Any], name: str, terms: Terms) -> bool | None:
    """Whether the bytes of the row speak of the person; None where they cannot be read."""
    content = content_of(connection, row.sha256)
    return None if content is None else speaks_of(content, name, terms)


def speaks_of(content: bytes, name: str, terms: Terms) -> bool | None:
    """Whether a file speaks of the person of `terms`; None where it cannot be read."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _PACKED:
        return _packed_speaks(content, terms)
    texts = [content.decode(way, "ignore") for way in ("utf-8", "utf-16")]
    if any(terms.found_in(unicodedata.normalize("NFC", text)) for text in texts):
        return True
    return False if suffix in _PLAIN else None


def _packed_speaks(content: bytes, terms: Terms) -> bool | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            texts = [each for each in packed.infolist() if each.filename.endswith(".xml")]
            if sum(each.file_size for each in texts) > MOST_UNPACKED:
                return None
            parts = [packed.read(each).decode("utf-8", "ignore") for each in texts]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return None
    return any(_xml_speaks(part, terms) for part in parts)


def _xml_speaks(part: str, terms: Terms) -> bool:
    """A name may be cut by a tag, and two cells may stand beside each other without a space."""
    joined, apart = _TAG.sub("", part), _TAG.sub(" ", part)
    return any(
        terms.found_in(unicodedata.normalize("NFC", unescape(text))) for text in (joined, apart)
    )
