"""Every kind of document in every state of a contest: made right, or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.campaign.purging import purge_contest
from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.parts import with_stage
from models.errors import AppError
from models.figures.closing import close_contest
from models.records import Mark, StageKind
from models.records.moment import Moment
from models.roster.marks import set_marks
from models.store.data_file import DataFile
from reports.blocks import Paragraph
from reports.catalog import KINDS, Audience
from reports.compose import compose
from reports.document import Document, Table, Wide
from reports.gather.request import Request
from reports.publish import render_document
from tests.factory import add_people, unit

JUNE_7 = date(2026, 6, 7)


def started(file: DataFile) -> None:
    ids = [*add_people(file, 5), *add_people(file, 2, unit(file, "Văn phòng Đảng ủy").id)]
    set_marks(file, ids[:3], Mark.REGISTERED, date(2026, 6, 5))
    set_marks(file, ids[1:2], Mark.COMPLETED, date(2026, 6, 6))


def nobody(_file: DataFile) -> None:
    """A contest before there is any list."""


def one_mark(file: DataFile) -> None:
    started(file)
    edit_contest(
        file, lambda told: replace(told, one_mark=True, completed_word="đã kích hoạt chữ ký số")
    )


def of_ones_own(file: DataFile) -> None:
    started(file)
    add_contest(file, own_contest("Chiến dịch “Ký số”", JUNE_7, date(2026, 6, 30)))


def entries_alone(file: DataFile) -> None:
    edit_contest(file, lambda told: with_stage(replace(told.stages[0], kind=StageKind.ENTRY), told))
    add_people(file, 2)


def closed(file: DataFile) -> None:
    started(file)
    close_contest(file)


def purged(file: DataFile) -> None:
    closed(file)
    contest = current_contest(file)
    assert contest is not None
    purge_contest(file, contest.code)


SITUATIONS = (nobody, started, one_mark, of_ones_own, entries_alone, closed, purged)
DAYS = (None, JUNE_7, Moment(JUNE_7, 17 * 60), date(2026, 5, 1))


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: each.__name__)
def test_each_kind_is_made_or_refused(
    file: DataFile, situation: Callable[[DataFile], None]
) -> None:
    situation(file)
    made, refusals = 0, list[str]()
    for kind in KINDS:
        unit_id = unit(file).id if kind.only_units else None
        for as_of in DAYS:
            try:
                document = compose(file, Request(kind.code, as_of, unit_id))
            except AppError as error:
                refusals.append(error.sentence)
                continue
            made += 1
            if not isinstance(document, Document):
                continue
            if kind.audience is Audience.CITY:
                assert (document.people, document.phones) == (0, 0), kind.code
            _says_only_what_there_is(document, one=situation is one_mark)
            if as_of is None:
                for fmt in kind.formats:
                    assert render_document(document, fmt)
    assert made
    assert all(sentence.endswith(".") for sentence in refusals)


def _says_only_what_there_is(document: Document, one: bool) -> None:
    bodies = [document.body, *(annex.body for annex in document.annexes)]
    text = " ".join(block.text for body in bodies for block in body if isinstance(block, Paragraph))
    assert "{" not in text
    assert "  " not in text.replace(" " * 8, "").replace(" " * 6, "")
    if one and document.kind not in {"launch-letter", "support-letter", "people"}:
        tables = (block for body in bodies for block in body if isinstance(block, Table))
        cells = [column.group + column.title for table in tables for column in table.columns]
        assert "đăng ký" not in f"{text} {' '.join(cells)}".lower(), document.kind
    totals = [
        row.cells[0]
        for body in bodies
        for block in body
        if isinstance(block, Table)
        for row in block.rows
        if row.cells and isinstance(row.cells[0], Wide)
    ]
    assert all(isinstance(cell, Wide) and cell.text for cell in totals)
