"""Draws every page of every kind of document, as PDF, in a contest in full swing."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2
from fill_contest import fill_contest

from models.office.practice import make_practice
from models.records import PeopleQuery
from models.roster.people import list_people
from models.store.store import Store
from reports.catalog import KINDS, PDF, ReportKind
from reports.compose import compose
from reports.gather.request import Request
from reports.nothing import NothingToList
from reports.publish import render_document

SCALE = 1.5


def main(out: Path) -> None:
    """All of it into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        file = make_practice(Path(name) / "mau.tiendo")
        try:
            fill_contest(file)
            for kind in KINDS:
                draw(file, kind, out)
        finally:
            file.close()


def draw(file: Store, kind: ReportKind, out: Path) -> None:
    """The pages of a kind; what is of one unit alone, of that of the last person."""
    unit = list_people(file, PeopleQuery())[-1].unit_id if kind.only_units else None
    try:
        content = render_document(compose(file, Request(kind.code, unit_id=unit)), PDF)
    except NothingToList as nothing:
        print(f"{kind.code}: {nothing}")
        return
    with pypdfium2.PdfDocument(content) as book:
        for number, page in enumerate(book, start=1):
            page.render(scale=SCALE).to_pil().save(out / f"{kind.code}-{number:02d}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
