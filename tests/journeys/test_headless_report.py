"""One document by command: who issues it, who signs, what is on it, and why phones are shown."""

from __future__ import annotations

import pypdfium2
import pytest

from models.figures.frozen_reports import frozen_report
from models.office.issuer import COMMITTEE, OFFICE
from models.office.signers import store_signer
from models.papers.export_log import exports_logged
from models.papers.periods import PeriodSpan, last_ended
from models.records.choices import PARTS, NamedSigner
from models.records.moment import moment_at
from models.store.data_file import open_file
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    with open_file(data_path) as file:
        add_people(file, 3)
        store_signer(file, NamedSigner(0, COMMITTEE, ("CHỦ TỊCH",), "Trần Văn Mẫu"))
        store_signer(file, NamedSigner(0, COMMITTEE, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Thử"))
        store_signer(file, NamedSigner(0, OFFICE, ("TRƯỞNG PHÒNG",), "Bùi Nghiệm"))
    return OfficeAtHand(data_path)


def text_of(path) -> str:
    book = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in book)
    finally:
        book.close()


def made(office, *words) -> str:
    target = office.data.parent / "ra.pdf"
    office.run("report", *words, "--out", target, "--overwrite")
    return text_of(target)


def test_the_one_who_usually_signs_and_another(office):
    assert "Trần Văn Mẫu" in made(office, "not-registered")
    assert "Lê Thử" in made(office, "not-registered", "--signer", "LÊ THỬ")
    own = made(office, "not-registered", "--issuer", "vhxh")
    assert "PHÒNG VĂN HÓA - XÃ HỘI" in own
    assert "Bùi Nghiệm" in own


def test_recipients_and_the_day_of_issue(office):
    own = made(
        office, "not-registered", "--recipient", "Các thôn", "--recipient", "Trạm Y tế xã",
        "--issued-on", "2026-06-08", "--as-of", "2026-06-08",
    )  # fmt: skip
    assert "- Các thôn;" in own
    assert "- Trạm Y tế xã;" in own
    assert "ngày 08 tháng 6 năm 2026" in own


def test_phones_in_full_want_a_reason_which_is_logged(office):
    assert "0912000001" not in made(office, "not-registered").replace(" ", "")
    assert "0912000001" in made(office, "not-registered", "--full-phones", "Gọi điện nhắc").replace(
        " ", ""
    ).replace(".", "")
    with open_file(office.data) as file:
        newest, first = exports_logged(file)[:2]
    assert (newest.told.people, newest.told.phones, newest.told.reason) == (3, 3, "Gọi điện nhắc")
    assert (first.told.people, first.told.phones) == (3, 0)
    refused = office.raw("report", "people", "--full-phones", "", "--out", office.data.parent)
    assert (refused.returncode, "chưa ghi lý do" in refused.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--signer", "Ai Đó"), "Không có người ký “Ai Đó”"),
        (("--text", "abc=1"), "Phần “abc=1” ghi chưa đúng"),
        (("--text", "proposals=@khong-co.txt"), "Không đọc được tệp “khong-co.txt”"),
        (("--unit", "Không Có"), "Không Có"),
    ],
)
def test_what_cannot_be_is_one_sentence(office, words, said):
    done = office.raw("report", "people", "--out", office.data.parent, *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


TEXTS = [word for part in PARTS for word in ("--text", f"{part}=Không có.")]


def test_the_period_and_the_minute_that_a_report_leaves_open_are_those_that_are_frozen(office):
    target = office.data.parent
    with open_file(office.data) as file:
        now = moment_at(file.clock())
        month = last_ended(PeriodSpan.MONTH, now.day)
    of_month = office.run("report", "period-report", *TEXTS, "--freeze", "--out", target)
    assert of_month["period"]["code"] == month.code
    quick = office.run("report", "quick-report", "--freeze", "--out", target)
    with open_file(office.data) as file:
        monthly, minute = (frozen_report(file, each["frozen"]) for each in (of_month, quick))
    assert (monthly.period, monthly.figures.as_of) == (month.code, month.until)
    assert minute.figures.moment.end >= now.end
    assert minute.figures.minute is not None
    for made_of, kept in ((of_month, monthly), (quick, minute)):
        assert made_of["figures_hash"] == kept.short_hash
