"""With a purge issued files that name people go to the last byte; those of counts alone stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.campaign.purging import purge_contest, purge_counts
from models.errors import AppError
from models.figures.closing import close_contest
from models.journal.history import history
from models.papers.issuing import issued_bytes, issued_files_of, issued_of, issued_report
from models.records.choices import DocumentChoices
from models.store.data_file import open_file
from models.store.unreadable import find_unreadable
from reports.catalog import UNIT_SUMMARY
from reports.gather.request import Request
from reports.issuing import issue
from tests.conftest import clock
from tests.models.campaign.personal import full_contest

CODE, JUNE_8 = "ai-2026", date(2026, 6, 8)
SUMMARY, LIST = Request(UNIT_SUMMARY, JUNE_8), Request("not-completed", JUNE_8)
SECRET = "lời khó khăn zxq"


@pytest.fixture
def issued(file):
    """One document of counts and one of names, in a closed contest."""
    full_contest(file)
    counts = issue(file, SUMMARY)
    texts = DocumentChoices(texts={"difficulties": SECRET})
    names = issue(file, replace(LIST, choices=texts))
    close_contest(file)
    return counts, names


def test_files_with_people_go_and_those_with_counts_alone_stay(file, issued):
    counts, names = issued
    before = issued_bytes(file, counts.id, "pdf")
    of_names, of_counts = (len(issued_files_of(file, each.id)) for each in (names, counts))
    assert of_names
    assert of_counts
    told = purge_counts(file, CODE)
    assert (told.gone["issued_files"], told.kept["issued_files"]) == (of_names, of_counts)
    assert purge_contest(file, CODE).counts == told
    assert issued_bytes(file, counts.id, "pdf") == before
    assert issued_files_of(file, names.id) == ()
    with pytest.raises(AppError, match="đã được xóa cùng dữ liệu cá nhân"):
        issued_bytes(file, names.id, "pdf")
    listed = {each.id: each for each in issued_of(file)}
    assert {counts.id, names.id} == listed.keys()
    assert listed[names.id].nameless
    assert (listed[names.id].issue.people, listed[names.id].digest) == (
        names.issue.people, names.digest,
    )  # fmt: skip
    assert any(each.summary.startswith("Phát hành “Biểu tổng hợp") for each in history(file))
    with pytest.raises(AppError, match="đã xóa"):
        issue(file, replace(SUMMARY, as_of=date(2026, 6, 7)))


def test_parts_that_an_officer_wrote_go_with_the_names(file, issued):
    _, names = issued
    assert issued_report(file, names.id).issue.texts == {"difficulties": SECRET}
    purge_contest(file, CODE)
    assert issued_report(file, names.id).issue.texts == {}
    assert find_unreadable(file.engine) is None


@pytest.mark.file_only("the bytes of the file itself")
def test_no_byte_of_such_a_file_is_left(data_path):
    with open_file(data_path, clock) as file:
        full_contest(file)
        counts, names = issue(file, SUMMARY), issue(file, LIST)
        kept = b"".join(issued_bytes(file, counts.id, fmt) for fmt in ("pdf", "xlsx"))
        gone = [issued_bytes(file, names.id, fmt) for fmt in ("pdf", "xlsx")]
        close_contest(file)
        before = found_in(data_path, gone, kept)
        assert all(each > 0.5 for each in before)
        assert purge_contest(file, CODE).swept
        assert found_in(data_path, gone, kept) == [0, 0]
        assert issued_bytes(file, counts.id, "pdf") in kept
    assert found_in(data_path, gone, kept) == [0, 0]


def found_in(path, contents, kept):
    """Of each of `contents` the share of its stretches that stand in a file of the folder; those
    that `kept` has too (fonts, styles) say nothing."""
    there = b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())
    shares = []
    for content in contents:
        pieces = [content[at : at + 100] for at in range(0, len(content) - 100, 100)]
        own = [each for each in pieces if each[:20] not in kept and each[-20:] not in kept]
        shares.append(sum(each in there for each in own) / len(own))
    return shares
