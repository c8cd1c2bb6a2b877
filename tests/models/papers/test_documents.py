"""The register of documents: the city's letters with their deadlines, numbers that come later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.papers.answering import answer_document, link_frozen, settle_document
from models.papers.attachments import attach, attachments_of
from models.papers.document_words import document_standing, document_words
from models.papers.documents import (
    add_document,
    document_by_id,
    document_named,
    document_owner,
    register_of,
    remove_documents,
    set_document,
)
from models.papers.due import documents_due
from models.papers.reading import FileContent
from models.records.documents import Direction, DocumentDraft, DueState, RegisteredDocument
from models.store.schema import frozen_reports

TODAY = date(2026, 6, 8)
REPORT = DocumentDraft(
    Direction.OUT, "Báo cáo", subject="Kết quả Chặng 1", recipient="Sở Khoa học và Công nghệ"
)


def came(store, symbol="2136/SKHCN-TTTT") -> RegisteredDocument:
    found = register_of(store, Direction.IN)
    return next(each for each in found if each.told.symbol == symbol)


def test_the_letters_of_the_preset_stand_there_with_their_deadlines(file):
    found = register_of(file, Direction.IN)
    assert [(each.told.symbol, each.told.issued_on, each.told.due_on) for each in found] == [
        ("2291/SKHCN-TTTT", date(2026, 6, 6), date(2026, 6, 11)),
        ("2136/SKHCN-TTTT", date(2026, 5, 28), date(2026, 6, 11)),
    ]
    assert all(each.told.task and each.told.issuer and each.is_open for each in found)
    assert register_of(file, Direction.OUT) == ()


def test_an_outgoing_one_gets_its_number_later(file):
    at = add_document(file, REPORT)
    sent = document_by_id(file, at)
    assert sent.awaits_number
    assert document_standing(sent, TODAY) == "chờ số"
    assert document_words(sent.told) == "báo cáo “Kết quả Chặng 1” (chờ số)"
    set_document(file, at, replace(sent.told, symbol="12/BC-UBND", issued_on=TODAY))
    assert history(file)[0].summary == ("Ghi số 12/BC-UBND cho báo cáo “Kết quả Chặng 1” (chờ số)")
    assert document_standing(document_by_id(file, at), TODAY) == "đã ban hành"


def test_answered_only_when_the_answer_has_its_number(file):
    at = add_document(file, REPORT)
    letter = came(file)
    answer_document(file, letter.id, at)
    waiting = came(file)
    assert waiting.is_open
    assert document_standing(waiting, TODAY) == "còn 3 ngày; dự thảo trả lời chờ số"
    set_document(file, at, replace(REPORT, symbol="12/BC-UBND", issued_on=TODAY))
    assert not came(file).is_open
    assert document_standing(came(file), TODAY) == "đã trả lời: 12/BC-UBND"
    answer_document(file, letter.id, None)
    assert came(file).is_open


def test_settled_without_an_answer_and_open_again(file):
    letter = came(file)
    settle_document(file, letter.id, TODAY)
    assert document_standing(came(file), TODAY) == "đã xong ngày 08/06/2026"
    settle_document(file, letter.id, None)
    assert came(file).is_open
    with pytest.raises(AppError, match="đứng trước ngày ban hành"):
        settle_document(file, letter.id, date(2026, 5, 27))


@pytest.mark.parametrize(
    ("symbol", "issuer"),
    [
        ("2136/SKHCN-TTTT", "Sở Khoa học và Công nghệ thành phố Hải Phòng"),
        ("2136/SKH-CN-TTTT", "sở khoa học và công nghệ thành phố hải phòng"),
        ("02136 / skhcn-tttt", ""),
    ],
)
def test_doubles_are_told(file, symbol, issuer):
    double = DocumentDraft(
        Direction.IN, "Công văn", symbol, issuer, subject="x", issued_on=date(2026, 5, 28)
    )
    with pytest.raises(AppError, match="Trong sổ đã có công văn 2136/SKHCN-TTTT"):
        add_document(file, double)
    add_document(file, replace(double, issued_on=date(2026, 5, 29)))


@pytest.mark.parametrize(
    ("symbol", "other"),
    [
        ("12/1-TB", "121/TB"),
        ("105/BC-UBND", "10/5BC-UBND"),
        ("59/2026/QĐ-UBND", "592/026/QĐ-UBND"),
        ("05/HD-UBND", "05/HĐ-UBND"),
        ("/KH-UBND", "/KH-UBND"),
        ("…/BC-UBND", "/BC-UBND"),
    ],
)
def test_other_numbers_and_those_to_come_are_no_doubles(file, symbol, other):
    first = DocumentDraft(Direction.IN, "Công văn", symbol, "Sở Tư pháp", issued_on=TODAY)
    add_document(file, first)
    at = add_document(file, replace(first, symbol=other))
    assert document_by_id(file, at).told.symbol == other


@pytest.mark.parametrize(
    "symbol", ["Số: 05/BC-UBND", "số 5/bc-ubnd", "Số, ký hiệu: 05/BC – UBND", "05-BC/UBND"]
)
def test_one_number_however_it_is_written(file, symbol):
    first = DocumentDraft(Direction.IN, "Báo cáo", "05/BC-UBND", "Sở Tư pháp", issued_on=TODAY)
    at = add_document(file, first)
    with pytest.raises(AppError, match="Trong sổ đã có"):
        add_document(file, replace(first, symbol=symbol))
    assert document_named(file, symbol).id == at


def test_the_number_of_another_body_is_no_double(file):
    other = DocumentDraft(
        Direction.IN, "Công văn", "2136/SKHCN-TTTT", "Sở Nội vụ", issued_on=date(2026, 5, 28)
    )
    assert add_document(file, other)


def test_a_document_is_no_double_of_itself(file):
    letter = came(file)
    set_document(file, letter.id, replace(letter.told, task="Báo cáo trước 11/6"))
    assert came(file).told.task == "Báo cáo trước 11/6"


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (DocumentDraft(Direction.IN, "Công văn"), "Chưa ghi số"),
        (DocumentDraft(Direction.OUT, symbol="12/BC-UBND"), "chưa có ngày ban hành"),
        (
            DocumentDraft(Direction.IN, symbol="1/A", issued_on=TODAY, due_on=date(2026, 6, 7)),
            "Hạn xử lý",
        ),
        (
            DocumentDraft(
                Direction.IN, symbol="1/A", issued_on=TODAY, received_on=date(2026, 6, 7)
            ),
            "Ngày đến",
        ),
    ],
)
def test_what_cannot_be_is_refused(file, draft, words):
    before = fingerprint(file)
    with pytest.raises(AppError, match=words):
        add_document(file, draft)
    assert fingerprint(file) == before


def test_sides_are_not_mixed_up(file):
    letter, sent = came(file), add_document(file, REPORT)
    with pytest.raises(AppError, match="không đổi thành văn bản đi"):
        set_document(file, letter.id, replace(letter.told, direction=Direction.OUT))
    with pytest.raises(AppError, match="là văn bản đến nên không trả lời"):
        answer_document(file, letter.id, came(file, "2291/SKHCN-TTTT").id)
    with pytest.raises(AppError, match="không cần trả lời"):
        answer_document(file, sent, sent)
    early = add_document(file, replace(REPORT, symbol="1/BC-UBND", issued_on=date(2026, 5, 1)))
    with pytest.raises(AppError, match="ban hành trước"):
        answer_document(file, letter.id, early)


def test_taken_away_with_its_files_and_brought_back(file):
    at = add_document(file, replace(REPORT, symbol="12/BC-UBND", issued_on=TODAY))
    answer_document(file, came(file).id, at)
    owner = document_owner(document_by_id(file, at))
    attach(file, owner, [FileContent("bao-cao.pdf", b"%PDF")])
    before = fingerprint(file)
    assert document_by_id(file, at).files == 1
    assert remove_documents(file, [at]) == 1
    assert came(file).is_open
    with pytest.raises(AppError, match="không còn trong sổ"):
        document_by_id(file, at)
    gone = fingerprint(file)
    undo(file)
    assert fingerprint(file) == before
    assert len(attachments_of(file, owner)) == 1
    redo(file)
    assert fingerprint(file) == gone


def test_frozen_figures_are_sent_with_a_document(file):
    at = add_document(file, REPORT)
    with file.writing() as connection:
        row = {
            "id": 1, "contest_id": 1, "kind": "figures", "at": datetime(2026, 6, 8), "who": "x",
            "as_of": TODAY, "figures": "{}", "names": "[]", "figures_hash": "0",
        }  # fmt: skip
        connection.execute(insert(frozen_reports), row)
    link_frozen(file, at, 1)
    assert document_by_id(file, at).frozen == (1,)
    remove_documents(file, [at])
    undo(file)
    assert document_by_id(file, at).frozen == (1,)
    link_frozen(file, at, None)
    assert document_by_id(file, at).frozen == ()


def letter_due(at: int, due_on: date | None, **more: object) -> RegisteredDocument:
    return RegisteredDocument(
        at, DocumentDraft(Direction.IN, symbol=f"{at}/A", due_on=due_on), **more
    )


def test_what_is_due_comes_most_urgent_first():
    days = {1: 4, 2: -2, 3: 0, 4: 3, 5: 1}
    letters = [letter_due(at, TODAY + timedelta(days)) for at, days in days.items()]
    letters += [
        letter_due(6, None),
        letter_due(7, TODAY, settled_on=TODAY),
        letter_due(8, TODAY, answer=9, answer_symbol="1/B"),
        RegisteredDocument(9, replace(REPORT, due_on=TODAY)),
    ]
    found = documents_due(letters, TODAY)
    assert [(due.document.id, due.state, due.days) for due in found] == [
        (2, DueState.OVERDUE, -2),
        (3, DueState.TODAY, 0),
        (5, DueState.SOON, 1),
        (4, DueState.SOON, 3),
        (1, DueState.LATER, 4),
    ]


@given(st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=8), st.integers(-400, 400))
def test_every_open_deadline_is_told_once_in_order(days, shift):
    today = TODAY + timedelta(shift)
    found = documents_due([letter_due(at, day) for at, day in enumerate(days)], today)
    assert sorted(due.document.told.due_on for due in found) == sorted(days)
    assert [due.days for due in found] == sorted(due.days for due in found)
    assert all(
        (due.state is DueState.OVERDUE) == (due.document.told.due_on < today) for due in found
    )
