"""An issued document is the same to the byte for ever, is recalled only by a new one, and says so."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from models.errors import AppError
from models.figures.closing import close_contest
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, list_frozen
from models.journal.contents import drop_unneeded_contents
from models.journal.history import history
from models.journal.replay import redo, undo
from models.office.signers import store_signer
from models.papers.documents import document_by_id, register_of, remove_documents, set_document
from models.papers.issuing import (
    clerk_numbers,
    issued_bytes,
    issued_file,
    issued_files_of,
    issued_of,
    issued_report,
    issued_with_hash,
)
from models.papers.periods import parse_period
from models.records import Mark, PeopleQuery
from models.records.choices import DocumentChoices, NamedSigner
from models.records.documents import Direction
from models.records.moment import Moment
from models.roster.marks import clear_marks, set_marks
from models.roster.people import list_people
from models.roster.units import rename_unit
from models.store.schema import contents
from reports import catalog, issuing
from reports.catalog import UNIT_SUMMARY
from reports.compose import compose
from reports.document import figures_hash
from reports.gather.request import Request
from reports.issuing import issue, standing_issue
from reports.publish import render_document
from tests.factory import add_people, unit

JUNE_8 = date(2026, 6, 8)
SUMMARY = Request(UNIT_SUMMARY, JUNE_8)
LIST = Request("not-registered", JUNE_8)
LETTER = Request("launch-letter", JUNE_8)


@pytest.fixture
def people(file):
    ids = add_people(file, 6)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 5))
    return ids


def digest(content):
    return hashlib.sha256(content).hexdigest()


def test_what_goes_out_is_kept_to_the_byte_with_its_figures_and_names(file, people):
    report = issue(file, SUMMARY)
    document = compose(file, SUMMARY)
    kept = issued_files_of(file, report.id)
    assert [each.fmt for each in kept] == list(catalog.kind_of(UNIT_SUMMARY).formats)
    for each in kept:
        content = issued_bytes(file, report.id, each.fmt)
        assert content == render_document(document, each.fmt)
        assert (digest(content), len(content)) == (each.sha256, each.size)
        assert issued_with_hash(file, each.sha256) == (each,)
        assert each.name == f"{document.stem}_20260608-1700.{each.fmt}"
    assert report.short_hash == figures_hash(document)
    assert len(frozen_names(file, report.id)) == len(people)
    assert issued_of(file) == (report,)
    told = issued_report(file, report.id)
    assert told == report
    assert (told.issue.name, told.issue.recipients) == (document.name, document.recipients)
    assert told.issue.issuer == ("ỦY BAN NHÂN DÂN", "XÃ KẺ SẶT")
    assert (told.issue.people, told.issue.dated, told.issue.blank_day) == (0, JUNE_8, True)


def test_header_signer_and_texts_are_those_of_the_day(file, people):
    store_signer(file, NamedSigner(0, "ubnd", ("CHỦ TỊCH",), "Lê Ngọc Ánh", current=True))
    texts = {"difficulties": "Mạng yếu."}
    report = issue(file, replace(SUMMARY, choices=DocumentChoices(texts=texts), number=7))
    told = issued_report(file, report.id).issue
    assert (told.signer, told.signer_lines) == ("Lê Ngọc Ánh", ("CHỦ TỊCH",))
    assert told.texts == texts


def test_after_two_hundred_edits_and_their_undo_the_bytes_are_the_same(file, people):
    report = issue(file, SUMMARY)
    before = {each.fmt: each.sha256 for each in issued_files_of(file, report.id)}
    luck = random.Random(8)
    for at in range(200):
        whom = luck.sample(people, 2)
        match at % 4:
            case 0:
                set_marks(file, whom, Mark.REGISTERED, date(2026, 6, luck.randint(1, 8)))
            case 1:
                set_marks(file, whom, Mark.COMPLETED, date(2026, 6, luck.randint(1, 8)))
            case 2:
                clear_marks(file, whom, Mark.COMPLETED)
            case 3:
                rename_unit(file, unit_of_people(file), f"Phòng {at}")
    drop_unneeded_contents(file)
    assert {f: digest(issued_bytes(file, report.id, f)) for f in before} == before
    while undo(file):
        pass
    drop_unneeded_contents(file)
    assert {f: digest(issued_bytes(file, report.id, f)) for f in before} == before
    assert issued_report(file, report.id) == report


def test_reprints_do_not_depend_on_what_the_program_draws_by_then(file, people, monkeypatch):
    report = issue(file, SUMMARY)
    before = {each.fmt: each.sha256 for each in issued_files_of(file, report.id)}
    monkeypatch.setattr("reports.publish.render_document", lambda *_: b"drawn otherwise")
    monkeypatch.setattr(issuing, "render_document", lambda *_: b"drawn otherwise")
    assert {f: digest(issued_bytes(file, report.id, f)) for f in before} == before


def test_issuing_is_one_entry_that_undo_does_not_touch(file, people):
    before = len(history(file))
    report = issue(file, SUMMARY, ["pdf"])
    entries = history(file)
    assert len(entries) == before + 1
    assert entries[0].summary == (
        "Phát hành “Biểu tổng hợp theo đơn vị” (đến hết ngày 08/06/2026): PDF, mã "
        f"{report.short_hash}"
    )
    while undo(file):
        pass
    assert issued_bytes(file, report.id, "pdf")
    while redo(file):
        pass
    assert issued_of(file) == (report,)


def test_the_same_is_issued_again_only_as_a_recall_of_the_first(file, people):
    first = issue(file, SUMMARY)
    with pytest.raises(AppError, match="đã phát hành lúc 17:00 ngày 08/06/2026"):
        issue(file, SUMMARY)
    assert standing_issue(file, SUMMARY) == first
    second = issue(file, SUMMARY, replaces=first.id)
    assert [each.replaced_by for each in issued_of(file)] == [None, second.id]
    assert issued_bytes(file, first.id, "pdf")
    with pytest.raises(AppError, match="Không có văn bản đã phát hành còn hiệu lực"):
        issue(file, replace(SUMMARY, as_of=date(2026, 6, 7)), replaces=first.id)
    assert history(file)[0].summary.endswith(f"; thu hồi bản số lưu {first.id}")


def test_a_recall_may_be_of_another_moment_but_not_of_another_kind_or_unit(file, people):
    first = issue(file, SUMMARY)
    with pytest.raises(AppError, match="không cùng loại"):
        issue(file, LIST, replaces=first.id)
    with pytest.raises(AppError, match="không cùng loại"):
        issue(file, replace(LIST, unit_id=unit(file).id), replaces=issue(file, LIST).id)
    moved = issue(file, replace(SUMMARY, as_of=Moment(JUNE_8, 600)), replaces=first.id)
    assert issued_report(file, first.id).replaced_by == moved.id


def test_one_kind_for_two_units_periods_and_moments_are_documents_of_their_own(file, people):
    other = add_people(file, 2, unit(file, "Phòng Kinh tế").id)
    made = [
        issue(file, LIST),
        issue(file, replace(LIST, unit_id=unit(file).id)),
        issue(file, replace(LIST, unit_id=unit(file, "Phòng Kinh tế").id)),
        issue(file, replace(SUMMARY, as_of=None, period=parse_period("2026-06"))),
        issue(file, SUMMARY),
        issue(file, replace(SUMMARY, as_of=Moment(JUNE_8, 600))),
    ]
    assert other
    assert [each.replaced_by for each in issued_of(file)] == [None] * len(made)
    assert {each.issue.unit_name for each in made} == {
        "",
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
    }


def test_figures_that_are_frozen_later_do_not_recall_what_was_issued(file, people):
    loose = freeze(file, JUNE_8, kind=UNIT_SUMMARY)
    sent = issue(file, SUMMARY)
    after = freeze(file, JUNE_8, kind=UNIT_SUMMARY)
    standing = {each.id: each.replaced_by for each in list_frozen(file)}
    assert standing == {loose.id: sent.id, sent.id: None, after.id: None}
    again = issue(file, SUMMARY, replaces=sent.id)
    standing = {each.id: each.replaced_by for each in list_frozen(file)}
    assert standing == {loose.id: sent.id, sent.id: again.id, after.id: again.id, again.id: None}


def test_what_was_written_meanwhile_is_in_it_or_nothing_is_issued(file, people, monkeypatch):
    real = issuing.render_document
    waiting = list(people[3:5])

    def rendered(document, fmt):
        if waiting:
            set_marks(file, [waiting.pop()], Mark.REGISTERED, JUNE_8)
        return real(document, fmt)

    monkeypatch.setattr(issuing, "render_document", rendered)
    report = issue(file, SUMMARY)
    assert report.figures.registered == 4
    assert issued_bytes(file, report.id, "pdf") == real(compose(file, SUMMARY), "pdf")


def test_while_others_go_on_writing_nothing_is_issued(file, people, monkeypatch):
    tries = []

    def renamed(*_):
        tries.append(len(tries))
        rename_unit(file, unit_of_people(file), f"Phòng {len(tries)}")
        return b"x"

    monkeypatch.setattr(issuing, "render_document", renamed)
    with pytest.raises(AppError, match="vừa thay đổi trong lúc lập văn bản nên chưa phát hành"):
        issue(file, SUMMARY, ["pdf"])
    assert len(tries) == issuing.TRIES
    assert (issued_of(file), list_frozen(file), register_of(file, Direction.OUT)) == ((), (), ())


def unit_of_people(file):
    return list_people(file, PeopleQuery())[0].unit_id


def test_damaged_bytes_are_told_and_never_given(file, people):
    report = issue(file, SUMMARY)
    with file.writing() as connection:
        connection.execute(update(contents).values(bytes=b"something else"))
    with pytest.raises(AppError, match="không còn nguyên vẹn") as refused:
        issued_bytes(file, report.id, "pdf")
    assert "BieuTongHop" in str(refused.value)


@pytest.mark.parametrize(
    ("formats", "said"),
    [(["docm"], "không lập được dạng docm"), ([], "Chưa chọn dạng tệp")],
)
def test_formats_that_cannot_be_are_refused(file, people, formats, said):
    with pytest.raises(AppError, match=said):
        issue(file, SUMMARY, formats)


def test_what_is_not_there_is_told(file, people):
    report = issue(file, SUMMARY, ["pdf"])
    with pytest.raises(AppError, match="không phát hành ở dạng Excel") as refused:
        issued_file(file, report.id, "xlsx")
    assert refused.value.advice == "Các dạng đã lưu: PDF."
    with pytest.raises(AppError, match="Không có báo cáo"):
        issued_file(file, 99, "pdf")
    with pytest.raises(AppError, match="không phải là văn bản đã phát hành"):
        issued_file(file, freeze(file).id, "pdf")


def test_nothing_of_a_day_to_come_is_issued(file, people):
    with pytest.raises(AppError, match="chưa đến"):
        issue(file, replace(SUMMARY, as_of=date(2026, 6, 9)))
    assert issued_of(file) == ()


def test_of_a_closed_contest_it_is_reprinted_and_issued(file, people):
    report = issue(file, SUMMARY)
    close_contest(file)
    assert issued_bytes(file, report.id, "pdf")
    assert issue(file, replace(SUMMARY, as_of=date(2026, 6, 7)))


@pytest.fixture
def signed(file, people):
    """A letter needs somebody who signs."""
    store_signer(file, NamedSigner(0, "ubnd", ("CHỦ TỊCH",), "Lê Ngọc Ánh", current=True))


def test_a_letter_that_nobody_signs_is_not_issued(file, people):
    with pytest.raises(AppError, match="Chưa chọn người ký"):
        issue(file, LETTER)
    assert (issued_of(file), register_of(file, Direction.OUT)) == ((), ())


def test_phones_in_full_leave_only_with_a_reason(file, people):
    shown = replace(LIST, masked=False)
    with pytest.raises(AppError, match="mà chưa ghi lý do"):
        issue(file, shown)
    report = issue(file, replace(shown, reason="Đơn vị đề nghị để gọi từng người"))
    assert (report.issue.people, report.issue.phones) == (4, 4)


def test_a_document_with_a_number_stands_in_the_register_and_waits_for_it(file, signed):
    report = issue(file, LETTER)
    [document] = register_of(file, Direction.OUT)
    assert report.document_id == document.id
    assert document.awaits_number
    assert document.frozen == (report.id,)
    assert clerk_numbers(file, [report]) == {report.id: ""}
    given = replace(document.told, symbol="45/UBND-VHXH", issued_on=JUNE_8)
    set_document(file, document.id, given)
    assert clerk_numbers(file, [report]) == {report.id: "45/UBND-VHXH"}
    undo(file)
    assert clerk_numbers(file, [report]) == {report.id: ""}
    remove_documents(file, [document.id])
    assert issued_report(file, report.id).document_id is None
    undo(file)
    assert document_by_id(file, document.id).frozen == (report.id,)
    assert issued_bytes(file, report.id, "pdf")


def test_a_number_that_is_known_goes_into_the_register_unless_it_is_not_wanted(file, signed):
    first = issue(file, replace(LETTER, number=5, issued_on=JUNE_8))
    [document] = register_of(file, Direction.OUT)
    assert (document.told.symbol, document.told.issued_on) == ("05/UBND-VHXH", JUNE_8)
    assert clerk_numbers(file, [first]) == {first.id: "05/UBND-VHXH"}
    issue(file, replace(LETTER, as_of=date(2026, 6, 7)), register=False)
    assert len(register_of(file, Direction.OUT)) == 1
    with pytest.raises(AppError, match="Trong sổ đã có"):
        issue(file, replace(LETTER, as_of=date(2026, 6, 6), number=5, issued_on=JUNE_8))
    assert len(issued_of(file)) == 2
