"""What the data behind a document is blamed for: one fault at a time, found with its cure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from models.campaign.publicity import add_task
from models.errors import AppError
from models.office.issuer import COMMITTEE
from models.office.signers import store_signer
from models.office.whose import the_commune
from models.papers.attachments import attach
from models.papers.documents import document_owner, register_of
from models.papers.reading import FileContent
from models.papers.wordings import store_wording
from models.reconcile.readiness import readiness
from models.records import Mark, PeopleQuery, UnitKind
from models.records.choices import NamedSigner
from models.records.documents import Direction
from models.records.moment import Moment
from models.records.publicity import TaskDraft
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.roster.units import add_unit, remove_unit
from reports.checking.check import check, refuse_faulty
from reports.checking.data import check_data
from reports.checking.fault import Cure, error, warning
from reports.compose import compose
from reports.gather.request import Request
from tests.factory import add_people, named, unit
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person, write

SUMMARY = Request("unit-summary")
AN, PHONE = "Nguyễn Văn An", "0982103591"


@pytest.fixture
def file(file):
    """Everybody in one unit, somebody signs: nothing to complain of."""
    store_signer(file, NamedSigner(0, COMMITTEE, ("CHỦ TỊCH",), "Trần Văn Mẫu"))
    add_people(file, 3)
    kept = {unit(file).id, unit(file, ECONOMY).id}
    person(file, "Bùi Văn Kinh", "0982103599", where=ECONOMY)
    for each in reversed(list_units(file)):
        if each.id not in kept and not each.people:
            try:
                remove_unit(file, each.id)
            except AppError:
                continue
    return file


def found(file, request=SUMMARY) -> dict[str, object]:
    document = compose(file, request)
    return {each.code: each for each in check(file, request, document)}


def test_a_clean_file_has_nothing(file):
    assert found(file) == {}


def test_units_without_anybody(file):
    add_unit(file, "Trạm Thú y", UnitKind.OTHER)
    told = found(file)["empty-unit"]
    assert "Trạm Thú y" in told.sentence
    assert not told.blocks


def test_marks_of_a_day_to_come(file, monkeypatch):
    """A mark is refused for a day to come, but the machine's clock may have been put back."""
    document, ids = compose(file, SUMMARY), add_people(file, 1)
    later = file.clock() + timedelta(days=3)
    with monkeypatch.context() as patch:
        patch.setattr(file, "clock", lambda: later)
        set_marks(file, ids, Mark.REGISTERED, later.date())
    told = {each.code for each in check(file, SUMMARY, document)}
    assert {"marks-to-come", "stale"} <= told


def test_what_the_newest_file_lost_and_left_open(file):
    person(file, AN, PHONE, where=CULTURE)
    write(file, export((PHONE, AN, CULTURE, "90", "02/06/2026")), as_of=date(2026, 6, 2))
    assert "lost" not in found(file)
    write(file, export(("0982103599", "Bùi Văn Kinh", ECONOMY, "90", "02/06/2026")),
          as_of=date(2026, 6, 3))  # fmt: skip
    told = found(file)["lost"]
    assert told.cure == Cure("Quyết định", "reconcile", "doubts")


def test_a_report_of_an_earlier_day(file):
    day = file.clock().date()
    request = Request("unit-summary", Moment(day - timedelta(days=2)))
    assert "older" not in found(file, request)
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED, day)
    assert "older" in found(file, request)


def test_a_report_of_a_day_before_the_contest(file):
    assert "before-contest" in found(file, Request("unit-summary", Moment(date(2026, 5, 27))))
    assert "before-contest" not in found(file, Request("unit-summary", Moment(date(2026, 5, 28))))


def test_a_letter_that_encloses_what_nobody_has(file):
    launch = Request("launch-letter")
    told = found(file, launch)["enclosure"]
    assert (told.blocks, told.cure.page, told.cure.what) == (False, "contest", "documents")
    incoming = register_of(file, Direction.IN)[0]
    attach(file, document_owner(incoming), [FileContent("The le.pdf", b"x")])
    assert "enclosure" not in found(file, launch)


def test_a_document_that_was_made_before_the_data_changed(file):
    document = compose(file, SUMMARY)
    add_people(file, 1)
    told = {each.code: each for each in check(file, SUMMARY, document)}
    assert told["stale"].blocks


def test_a_wording_with_an_unknown_place(file):
    store_wording(file, "unit-summary", "Toàn xã có {số chó} người.", "")
    told = found(file)["wording"]
    assert told.blocks
    assert "dòng 1" in told.sentence
    assert "{số chó}" in told.sentence


def test_people_who_cannot_be_called(file):
    named(file, ["Lê Thị Không"])
    request = Request("not-registered")
    document = replace(compose(file, request), people=5)
    told = {each.code: each for each in check(file, request, document)}
    assert told["phones"].cure.what.without_phone


def test_letters_that_the_page_cannot_show(file):
    document = replace(compose(file, SUMMARY), recipients=("Đoàn 安 😀",))
    told = {each.code: each for each in check(file, SUMMARY, document)}["letters"]
    assert not told.blocks
    assert "2 ký tự (安 😀)" in told.sentence


def test_only_errors_block():
    cure = Cure("Sửa", "roster")
    refuse_faulty([warning("a", "Một việc.", cure)])
    with pytest.raises(AppError, match=r"Hai việc\. \(và 1 lỗi khác\)"):
        refuse_faulty([error("b", "Hai việc.", cure), error("c", "Ba.", cure)])


def test_a_unit_that_the_platform_spells_otherwise(file):
    set_marks(file, list_ids(file), Mark.REGISTERED, date(2026, 6, 2))
    spell_on_platform(file, "PHÒNG VĂN HÓA - XÃ HỘI XÃ KẺ SẶT")
    told = found(file)["unit-name"]
    assert "“Phòng Văn hóa - Xã hội” (nền tảng ghi “PHÒNG VĂN HÓA - XÃ HỘI XÃ KẺ SẶT”)" in (
        told.sentence
    )
    assert (told.blocks, told.cure.page) == (False, "units")


def test_another_tone_mark_or_case_is_no_other_name(file):
    set_marks(file, list_ids(file), Mark.REGISTERED, date(2026, 6, 2))
    spell_on_platform(file, "PHÒNG VĂN HOÁ - XÃ HỘI")
    assert "unit-name" not in found(file)


@pytest.mark.parametrize(
    ("untrue", "code"),
    [({"unlisted_commune": "Xã Không Có"}, "commune-name"), ({"mismatched": 2}, "mismatched")],
)
def test_what_else_the_data_is_blamed_for(file, untrue, code):
    figures = compose(file, SUMMARY).figures
    ready = readiness(file, figures, the_commune(file))
    (told,) = check_data(replace(ready, **untrue))
    assert told.code == code
    assert (told.blocks, str(next(iter(untrue.values()))) in told.sentence) == (False, True)


def list_ids(file) -> list[int]:
    return [each.id for each in list_people(file, PeopleQuery()) if each.unit == CULTURE]


def spell_on_platform(file, name: str) -> None:
    with file.writing() as connection:
        connection.execute(text("UPDATE participations SET platform_unit = :name"), {"name": name})


def test_partial_publicity_of_a_past_day_is_told(file):
    today = file.clock().date()
    before = Request("publicity", today - timedelta(days=2))
    add_task(file, TaskDraft("Treo băng rôn", asked=2, done=2, done_on=before.as_of))
    assert "publicity" not in found(file, before)
    add_task(file, TaskDraft("Phát thanh trên loa", asked=10, done=4))
    told = found(file, before)["publicity"]
    assert told.sentence.startswith("Số lượng đã làm của 1 nhiệm vụ tuyên truyền chưa xong")
    assert (told.blocks, told.cure.page, told.cure.what) == (False, "contest", "publicity")
    assert "publicity" not in found(file, Request("publicity"))
    assert "publicity" in found(file, replace(before, kind="result-report"))
    assert "publicity" not in found(file, replace(before, kind="unit-summary"))
