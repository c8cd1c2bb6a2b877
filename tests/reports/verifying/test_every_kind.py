"""Whatever kind of document is issued, each of its files is known again when another program saved it."""

from __future__ import annotations

from datetime import date

import pytest

from models.campaign.publicity import add_task
from models.office.signers import store_signer
from models.papers.issuing import issued_bytes, issued_files_of
from models.papers.periods import parse_period
from models.records.choices import PARTS, DocumentChoices, NamedSigner
from models.records.publicity import TaskDraft
from reports.catalog import KINDS
from reports.gather.request import Request
from reports.issuing import issue
from reports.verifying.reading import read_content
from reports.verifying.verify import verify
from tests.factory import add_people, unit
from tests.models.campaign.personal import full_contest
from tests.reports.libreoffice import saved_anew
from tests.reports.verifying.tampering import saved_again

JUNE_8 = date(2026, 6, 8)
TEXTS = DocumentChoices(texts=dict.fromkeys(PARTS, "Đường truyền mạng còn yếu."))
NEVER_ISSUED = {"poster"}
WAYS = (("docx", "docx"), ("docx", "pdf"), ("xlsx", "xlsx"))
"""What LibreOffice makes of which file."""


@pytest.fixture
def office(file):
    """A contest in full swing, and somebody who signs for each issuer."""
    full_contest(file)
    add_people(file, 30, unit(file, "Phòng Kinh tế").id)
    add_task(file, TaskDraft("Phát thanh trên loa", done=1))
    for issuer, line in (("ubnd", "CHỦ TỊCH"), ("vhxh", "TRƯỞNG PHÒNG")):
        store_signer(file, NamedSigner(0, issuer, (line,), "Lê Ngọc Ánh", current=True))
    return file


def request_of(office, kind):
    """One document of the kind."""
    return Request(
        kind.code,
        unit_id=unit(office).id if kind.only_units else None,
        period=parse_period("2026-06") if kind.of_period else None,
        as_of=None if kind.of_period else JUNE_8,
        choices=TEXTS,
    )


@pytest.mark.parametrize("kind", [each for each in KINDS if each.code not in NEVER_ISSUED])
def test_its_files_are_known_again(office, tmp_path, kind):
    report = issue(office, request_of(office, kind))
    for each in issued_files_of(office, report.id):
        content = issued_bytes(office, report.id, each.fmt)
        path = tmp_path / each.name
        path.write_bytes(content if each.fmt == "pdf" else saved_again(content, each.fmt))
        found = verify(office, path, read=lambda p: read_content(p.read_bytes(), p.name))
        assert found.report == report, (each.fmt, found)
        assert found.matches, [change.words for change in found.differences]


@pytest.mark.slow
@pytest.mark.parametrize("kind", [each for each in KINDS if each.code not in NEVER_ISSUED])
def test_its_files_are_known_again_from_another_office(office, tmp_path, kind):
    report = issue(office, request_of(office, kind))
    kept = [each.fmt for each in issued_files_of(office, report.id)]
    ways = [(fmt, to) for fmt, to in WAYS if fmt in kept]
    assert ways
    for fmt, to in ways:
        folder = tmp_path / f"{fmt}-{to}"
        folder.mkdir()
        content = saved_anew(issued_bytes(office, report.id, fmt), folder, to, fmt)
        path = tmp_path / f"tra-lai.{to}"
        path.write_bytes(content)
        found = verify(office, path, read=lambda p: read_content(p.read_bytes(), p.name))
        assert found.report == report, (fmt, to, found)
        assert found.matches, (fmt, to, [change.words for change in found.differences])
