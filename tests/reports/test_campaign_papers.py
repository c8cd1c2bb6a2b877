"""Publicity, awards, the draft decision, an entry: what stands there; of nothing a sentence."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.campaign.awards import give_award, prize_ranked
from models.campaign.entry_rows import files_owner
from models.campaign.jury import set_scores
from models.campaign.publicity import add_task
from models.campaign.purging import purge_contest
from models.campaign.representative import choose_representative, record_sending
from models.contests.current import current_contest
from models.figures.closing import close_contest
from models.office.issuer import COMMITTEE, OFFICE
from models.office.signers import store_signer
from models.papers.attachments import attach
from models.papers.reading import FileContent
from models.records.awards import AwardDraft
from models.records.choices import DocumentChoices, NamedSigner
from models.records.entries import PROOF, Channel, Sending
from models.records.publicity import TaskDraft
from models.store.data_file import DataFile
from reports.blocks import Paragraph, ParagraphStyle
from reports.compose import compose_document
from reports.document import Document, RowStyle, Table, TableRow, Wide
from reports.gather.request import Request
from reports.nothing import NothingToList
from tests.factory import add_people, unit
from tests.models.campaign.books import CENTRE, add, jury, shown
from tests.models.campaign.books import OFFICE as CULTURE

DAY = date(2026, 6, 8)


def made(file: DataFile, kind: str, **asked: object) -> Document:
    return compose_document(file, Request(kind, **asked))  # type: ignore[arg-type]


def rows_of(document: Document, at: int = 0) -> tuple[TableRow, ...]:
    tables = [block for block in document.body if isinstance(block, Table)]
    return tables[at].rows


def text_of(document: Document) -> str:
    return "\n".join(block.text for block in document.body if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("publicity", "chưa có nhiệm vụ tuyên truyền nào"),
        ("award-list", "chưa ghi giải thưởng nào được trao"),
        ("award-decision", "chưa ghi giải thưởng nào được trao"),
        ("entry-file", "Chặng 2 chưa có bài dự thi nào"),
    ],
)
def test_of_nothing_there_is_a_sentence_and_no_paper(file: DataFile, kind: str, sentence: str):
    with pytest.raises(NothingToList, match=sentence):
        made(file, kind)


def test_publicity_tells_what_was_done_by_the_day(file: DataFile):
    add_task(file, TaskDraft("Phát thanh", "Loa truyền thanh", unit(file, CENTRE).id,
                             date(2026, 6, 6), 3, 3, DAY, ("https://kesat.vn/a",)))  # fmt: skip
    add_task(file, TaskDraft("Đăng bài", "Mạng xã hội", due_on=date(2026, 6, 5), asked=4, done=1))
    document = made(file, "publicity")
    late, done, total = rows_of(document)
    assert late.cells == (1, "Đăng bài", "", "Mạng xã hội", 4, 1, date(2026, 6, 5), None,
                          "Quá hạn 3 ngày")  # fmt: skip
    assert done.cells[4:] == (3, 3, date(2026, 6, 6), DAY, "https://kesat.vn/a")
    assert total.cells == (Wide("Tổng cộng", 4), 7, 4, None, None, None)
    assert "Công tác tuyên truyền về Cuộc thi" in text_of(document)
    before = rows_of(made(file, "publicity", as_of=date(2026, 6, 7)))[1]
    assert before.cells[5:] == (2, date(2026, 6, 6), None, "Quá hạn 1 ngày; https://kesat.vn/a")


@pytest.fixture
def awarded(file: DataFile) -> DataFile:
    people = add_people(file, 3)
    entry = add(file, "Trợ lý AI", people[0], "Người Ngoài")
    give_award(file, AwardDraft(prize_ranked(file, "Giải Nhất").id, entry_id=entry,
                                given_on=date(2026, 6, 7), decision="12/QĐ-UBND"))  # fmt: skip
    give_award(file, AwardDraft(prize_ranked(file, "Giải Nhì").id, person_id=people[1]))
    give_award(
        file,
        AwardDraft(prize_ranked(file, "Giải Ba").id, unit_id=unit(file).id, given_on=DAY),
    )
    return file


def test_the_list_of_awards_has_who_how_much_and_by_what(awarded: DataFile):
    document = made(awarded, "award-list")
    first, second, third, total = rows_of(document)
    assert first.cells[1:] == (
        "Giải Nhất",
        "Bài dự thi “Trợ lý AI” (tác giả: Nguyễn Văn An, Người Ngoài)",
        CULTURE,
        10_000_000,
        "Mười triệu đồng",
        "Giấy khen của Giám đốc Sở Khoa học và Công nghệ",
        "12/QĐ-UBND ngày 07/6/2026",
    )
    assert third.cells[2:4] == (CULTURE, CULTURE)
    assert total.style is RowStyle.TOTAL
    assert total.cells[1] == 18_000_000
    assert text_of(document) == (
        "Tổng số tiền thưởng: 18.000.000 đồng (bằng chữ: Mười tám triệu đồng)."
    )
    assert second.cells[-1] == ""
    assert (document.people, document.phones) == (3, 0)
    earlier = made(awarded, "award-list", as_of=date(2026, 6, 7))
    assert [row.cells[1] for row in rows_of(earlier)[:-1]] == ["Giải Nhất", "Giải Nhì"]


def test_the_decision_is_a_draft_of_whoever_heads_the_office(awarded: DataFile):
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    store_signer(awarded, NamedSigner(0, COMMITTEE, lines, "Trần Thị Mẫu"))
    document = made(awarded, "award-decision")
    assert document.title.type_name == "QUYẾT ĐỊNH"
    assert document.header.symbol == "QĐ-UBND"
    assert document.header.issuer_words == "Chủ tịch Ủy ban nhân dân xã Kẻ Sặt"
    assert document.signature is not None
    assert document.signature.lines == lines[1:]
    text = text_of(document)
    assert text.startswith("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KẺ SẶT\nCăn cứ Luật Tổ chức chính quyền")
    bases = [
        block.text
        for block in document.body
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.BASIS
    ]
    assert [text[-1] for text in bases] == [";", ";", ";", "."]
    assert bases[-1] == "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội."
    assert "Điều 1. Khen thưởng 01 tập thể, 01 cá nhân và tác giả của 01 bài dự thi" in text
    assert "Điều 2. Tổng số tiền thưởng là 18.000.000 đồng" in text
    assert "Điều 4. " in text
    (annex,) = document.annexes
    table = next(block for block in annex.body if isinstance(block, Table))
    assert len(table.rows) == 4
    assert (document.type_words, document.people) == ("Quyết định", 3)


def test_the_decision_of_the_office_names_nobody_who_proposes(awarded: DataFile):
    text = text_of(made(awarded, "award-decision", choices=DocumentChoices(issuer=OFFICE)))
    assert text.startswith("TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")
    assert "Theo đề nghị" not in text


def test_names_that_were_purged_are_awarded_nothing(awarded: DataFile):
    contest = current_contest(awarded)
    assert contest is not None
    close_contest(awarded)
    purge_contest(awarded, contest.code)
    for kind in ("award-list", "award-decision", "entry-file"):
        with pytest.raises(NothingToList, match="đã xóa"):
            made(awarded, kind)


@pytest.fixture
def entered(file: DataFile) -> DataFile:
    people = add_people(file, 2)
    best = add(file, "Trợ lý AI", people[0], summary="Dòng một.\nDòng hai.")
    other = add(file, "Tra cứu", people[1], where=CENTRE)
    jurors = jury(file, "Lê Thị Hoa", "Trần Văn Nam")
    set_scores(file, best, [(jurors[0], 90, "Sáng tạo"), (jurors[1], 85.5, "")])
    set_scores(file, other, [(jurors[0], 70, "")])
    return file


def test_an_entry_is_that_which_stands_for_the_commune(entered: DataFile):
    with pytest.raises(NothingToList, match="có 2 bài dự thi nhưng chưa chọn bài đại diện"):
        made(entered, "entry-file")
    own = made(entered, "entry-file", unit_id=unit(entered, CENTRE).id)
    assert own.title.subject[0] == "“Tra cứu”"
    with pytest.raises(NothingToList, match="Phòng Kinh tế chưa có bài dự thi nào ở Chặng 2"):
        made(entered, "entry-file", unit_id=unit(entered, "Phòng Kinh tế").id)


def test_the_file_of_an_entry_has_all_that_is_known_of_it(entered: DataFile):
    entry = shown(entered, 1)
    choose_representative(entered, entry.id)
    record_sending(entered, entry.id, Sending(datetime(2026, 6, 8, 9, 5), Channel.EMAIL))
    attach(entered, files_owner(entry), [FileContent("bai.pdf", b"%PDF-1.7")])
    attach(entered, files_owner(entry, PROOF), [FileContent("thu.png", b"\x89PNG")])
    document = made(entered, "entry-file")
    heads = [
        block.text
        for block in document.body
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.PART
    ]
    assert heads == [
        "I. THÔNG TIN BÀI DỰ THI",
        "II. TÁC GIẢ",
        "III. TÓM TẮT NỘI DUNG",
        "IV. KẾT QUẢ CHẤM CỦA BAN GIÁM KHẢO",
        "V. TỆP KÈM THEO",
        "VI. MINH CHỨNG ĐÃ GỬI",
    ]
    facts = {row.cells[0]: row.cells[1] for row in rows_of(document)}
    assert facts["Gửi Ban Tổ chức"] == "09 giờ 05 ngày 08/6/2026, qua Thư điện tử"
    assert rows_of(document, 1)[0].cells == (1, "Nguyễn Văn An", CULTURE, "0912***000")
    assert rows_of(document, 2)[-1].cells == (Wide("Điểm trung bình", 3), "87,75", "")
    assert [rows_of(document, at)[0].cells[1] for at in (3, 4)] == ["bai.pdf", "thu.png"]
    assert "Thang điểm 100; xếp thứ 1 trong 2 bài dự thi." in text_of(document)
    assert (document.people, document.phones) == (3, 0)
    assert made(entered, "entry-file", masked=False).phones == 1
