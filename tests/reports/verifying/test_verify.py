"""A returned file is khớp whoever saved it again, and one changed cell is named in each format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.campaign.purging import purge_contest
from models.errors import AppError
from models.figures.closing import close_contest
from models.figures.frozen import freeze
from models.office.signers import store_signer
from models.papers.issuing import issued_bytes
from models.records import Mark, UnitKind
from models.records.choices import NamedSigner
from models.roster.marks import set_marks
from models.roster.units import add_unit
from reports.blocks import Paragraph
from reports.catalog import UNIT_SUMMARY
from reports.compose import compose
from reports.document import Share
from reports.gather.request import Request
from reports.issuing import issue
from reports.publish import render_document
from reports.verifying import by_words
from reports.verifying.reading import read_content
from reports.verifying.verdict import VerifyOutcome, verdict_words
from reports.verifying.verify import verify
from tests.factory import add_people, unit
from tests.reports.libreoffice import saved_anew
from tests.reports.verifying.tampering import (
    counts_of,
    pdf_with,
    saved_again,
    with_cell,
    with_other_value,
    with_slivers,
    with_word_cell,
)

JUNE_8 = date(2026, 6, 8)
SUMMARY, LIST = Request(UNIT_SUMMARY, JUNE_8), Request("not-completed", JUNE_8)
FORMATS = ("pdf", "docx", "xlsx")


@pytest.fixture
def people(file):
    """Some people of three units, some of whom have registered."""
    ids = add_people(file, 12)
    for at, name in enumerate(("Phòng Kinh tế", "Văn phòng Đảng ủy")):
        ids += add_people(file, 7 + at, unit(file, name).id)
    set_marks(file, ids[::3], Mark.REGISTERED, date(2026, 6, 5))
    set_marks(file, ids[::6], Mark.COMPLETED, date(2026, 6, 6))
    return ids


@pytest.fixture
def sent(file, people):
    """The table of units as it was issued."""
    return issue(file, SUMMARY)


def told(file, tmp_path, content, name="tra-lai", wanted=None):
    path = tmp_path / name
    path.write_bytes(content)
    return verify(file, path, wanted, read_here)


def read_here(path):
    return read_content(path.read_bytes(), path.name)


def only(verdict):
    """The one difference, in words."""
    assert verdict.outcome is VerifyOutcome.CHANGED, (verdict, verdict_words(verdict))
    [difference] = verdict.differences
    return difference.words


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_very_bytes_are_known_under_any_name(file, sent, tmp_path, fmt):
    found = told(file, tmp_path, issued_bytes(file, sent.id, fmt), "Bao cao (1).bin")
    assert (found.outcome, found.report) == (VerifyOutcome.SAME_BYTES, sent)
    assert verdict_words(found) == (
        "Tệp “Bao cao (1).bin” khớp từng byte với bản phát hành ngày 08/06/2026 của “Biểu tổng hợp "
        f"theo đơn vị” (đến hết ngày 08/06/2026, mã {sent.short_hash})."
    )


@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
@pytest.mark.parametrize("kind", [SUMMARY, LIST])
def test_what_another_program_saved_again_is_the_same(file, people, tmp_path, fmt, kind):
    report = issue(file, kind)
    found = told(file, tmp_path, saved_again(issued_bytes(file, report.id, fmt), fmt))
    assert (found.outcome, found.differences, found.report) == (VerifyOutcome.SAME, (), report)
    assert found.against == fmt


def test_a_pdf_that_was_drawn_again_is_the_same(file, sent, tmp_path):
    content = issued_bytes(file, sent.id, "pdf").replace(b"/Producer", b"/Producex")
    found = told(file, tmp_path, content)
    assert (found.outcome, found.against) == (VerifyOutcome.SAME, "pdf")


def test_a_changed_cell_of_a_workbook_is_named(file, sent, tmp_path):
    content = issued_bytes(file, sent.id, "xlsx")
    page = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets[0]
    total = next(cell for row in page.iter_rows() for cell in row if cell.value == "Tổng cộng")
    at = f"C{total.row}"
    found = told(file, tmp_path, with_cell(content, at, 31))
    assert only(found) == f"ô {at} của trang “Biểu tổng hợp”: bản phát hành 27, tệp này 31"
    assert verdict_words(found).endswith(": 1 chỗ khác.")


def test_a_changed_cell_of_a_word_table_is_named(file, sent, tmp_path):
    content = issued_bytes(file, sent.id, "docx")
    found = told(file, tmp_path, with_word_cell(content, 5, 3, "31"))
    assert only(found) == "bảng 1, dòng 5, cột 3: bản phát hành 8, tệp này 31"


def test_a_changed_line_of_a_pdf_is_named(file, sent, tmp_path):
    document = compose(file, SUMMARY)
    row, at, _value = next(each for each in counts_of(document) if each[2] == 27)
    found = told(file, tmp_path, pdf_with(document, row, at, 31))
    assert only(found).startswith("trang 1, dòng ")
    assert only(found).endswith(": bản phát hành 27, tệp này 31")


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("fmt", FORMATS)
def test_whichever_number_is_changed_it_alone_is_named(file, people, tmp_path, fmt, data):
    document = compose(file, SUMMARY)
    report = next(iter(known(file)), None) or issue(file, SUMMARY)
    row, at, value = data.draw(st.sampled_from(counts_of(document)))
    other = value.part + 1 if isinstance(value, Share) else value + data.draw(st.integers(1, 999))
    new = Share(other, max(value.whole, other, 1)) if isinstance(value, Share) else other
    if isinstance(value, Share) and shown(new) == shown(value):
        new = Share(0, 1) if value.part else Share(1, 1)
    changed = render_document(with_other_value(document, row, at, new), fmt)
    found = told(file, tmp_path, changed)
    assert found.report == report
    words = only(found)
    assert f"tệp này {shown(new)}" in words
    assert f"bản phát hành {shown(value)}" in words


def shown(value):
    from reports.render.text import cell_text

    return cell_text(value)


def known(file):
    from models.papers.issuing import issued_of

    return issued_of(file)


def edited(content, change):
    """The workbook after `change` was done to its first sheet, with results and no formulas."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    change(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def cell_of(content, text, column):
    """The coordinate in `column` of the row that has `text`."""
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    row = next(cell.row for row in page.iter_rows() for cell in row if cell.value == text)
    return f"{column}{row}"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("C", "27"),
        ("E", "33,3%"),
        ("E", 0.333),
        ("D", 9.0),
        ("B", "Tổng cộng"),
        ("A", " Tổng cộng "),
    ],
)
def test_what_is_typed_otherwise_and_says_the_same_is_the_same(file, sent, tmp_path, column, value):
    content = issued_bytes(file, sent.id, "xlsx")
    at = cell_of(content, "Tổng cộng", column)
    if column in "AB" and not at.startswith(cell_of(content, "Tổng cộng", "A")[0]):
        at = cell_of(content, "Tổng cộng", "A")
    found = told(file, tmp_path, edited(content, lambda page: page.__setitem__(at, value)))
    assert found.outcome is VerifyOutcome.SAME, [each.words for each in found.differences]


def test_a_row_that_was_added_or_left_out_is_told_alone(file, sent, tmp_path):
    content = issued_bytes(file, sent.id, "xlsx")
    row = int(cell_of(content, "Văn phòng Đảng ủy", "B")[1:])

    def left_out(page):
        for cell in page[row]:
            if type(cell).__name__ == "Cell":
                cell.value = None

    found = told(file, tmp_path, edited(content, left_out))
    assert only(found).startswith(
        f"dòng {row} của trang “Biểu tổng hợp”: tệp này thiếu “1 Văn phòng"
    )
    last = int(cell_of(content, "Tổng cộng", "A")[1:]) + 40
    found = told(file, tmp_path, edited(content, lambda page: page.cell(last, 2, "Thêm vào")))
    assert only(found) == f"dòng {last} của trang “Biểu tổng hợp”: tệp này thêm “Thêm vào”"


def test_a_sheet_more_is_told(file, sent, tmp_path):
    book = openpyxl.load_workbook(BytesIO(issued_bytes(file, sent.id, "xlsx")), data_only=True)
    book.create_sheet("Khác").append(["x"])
    target = BytesIO()
    book.save(target)
    assert only(told(file, tmp_path, target.getvalue())) == "trang “Khác”: tệp này thêm “1 dòng”"


def test_a_formula_that_was_changed_is_named_with_its_cell(file, sent, tmp_path):
    content = issued_bytes(file, sent.id, "xlsx")
    book = openpyxl.load_workbook(BytesIO(content))
    at = cell_of(content, "Tổng cộng", "C")
    before = book.worksheets[0][at].value
    assert before.startswith("=SUM(")
    book.worksheets[0][at] = f"{before}+4"
    target = BytesIO()
    book.save(target)
    words = only(told(file, tmp_path, target.getvalue()))
    assert words.startswith(f"ô {at} của trang “Biểu tổng hợp”: bản phát hành 27, tệp này “=SUM(")


def with_about(content, **said):
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    for name, text in said.items():
        setattr(book.properties, name, text)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_without_its_hash_it_is_found_by_title_and_day(file, sent, tmp_path):
    issue(file, replace(SUMMARY, as_of=date(2026, 6, 7)))
    content = with_about(issued_bytes(file, sent.id, "xlsx"), description="")
    found = told(file, tmp_path, content)
    assert (found.outcome, found.report) == (VerifyOutcome.SAME, sent)


def test_another_hash_in_it_is_a_difference(file, sent, tmp_path):
    content = with_about(issued_bytes(file, sent.id, "xlsx"), description=f"Mã số liệu {'0' * 12}")
    assert only(told(file, tmp_path, content)) == (
        f"mã số liệu: bản phát hành “{sent.short_hash}”, tệp này “{'0' * 12}”".replace(
            f"“{'0' * 12}”", "0" * 12
        )
    )


def test_of_several_it_is_the_one_that_says_the_same_and_else_it_is_asked(file, people, tmp_path):
    first = issue(file, SUMMARY)
    set_marks(file, people[1:2], Mark.REGISTERED, date(2026, 6, 5))
    second = issue(file, SUMMARY, replaces=first.id)
    old = with_about(issued_bytes(file, first.id, "xlsx"), description="")
    found = told(file, tmp_path, old)
    assert (found.outcome, found.report.id) == (VerifyOutcome.SAME, first.id)
    assert found.notes == (
        "Bản này đã được thu hồi bằng bản phát hành ngày 08/06/2026 của “Biểu tổng hợp theo đơn "
        f"vị” (đến hết ngày 08/06/2026, mã {second.short_hash}).",
    )
    changed = edited(old, lambda page: page.__setitem__(cell_of(old, "Tổng cộng", "C"), 31))
    changed = with_about(changed, description="")
    asked = told(file, tmp_path, changed)
    assert asked.outcome is VerifyOutcome.ASK
    assert [each.id for each in asked.candidates] == [second.id, first.id]
    assert "chọn bản" in verdict_words(asked)
    chosen = told(file, tmp_path, changed, wanted=first.id)
    assert only(chosen).endswith("bản phát hành 27, tệp này 31")
    with pytest.raises(AppError, match="số lưu 99"):
        told(file, tmp_path, changed, wanted=99)


def test_what_was_only_frozen_or_only_saved_is_told_by_its_hash(file, people, tmp_path):
    document = compose(file, SUMMARY)
    saved = render_document(document, "pdf")
    found = told(file, tmp_path, saved)
    assert (found.outcome, found.report) == (VerifyOutcome.NO_ISSUE, None)
    assert "trùng với số liệu đến hết ngày 08/06/2026 theo dữ liệu hiện nay" in found.notes[0]
    report = freeze(file, JUNE_8, kind=UNIT_SUMMARY)
    found = told(file, tmp_path, saved)
    assert (found.outcome, found.report.id) == (VerifyOutcome.NO_ISSUE, report.id)
    assert "là của số liệu đã chốt đến hết ngày 08/06/2026" in found.notes[0]
    assert "chưa được phát hành" in verdict_words(found)


def test_an_old_file_of_which_nothing_is_known_is_told(file, people, tmp_path):
    saved = render_document(compose(file, SUMMARY), "pdf")
    set_marks(file, people[1:3], Mark.REGISTERED, date(2026, 6, 5))
    found = told(file, tmp_path, saved)
    assert "khác số liệu đến hết ngày 08/06/2026 theo dữ liệu hiện nay" in found.notes[0]
    book = openpyxl.Workbook()
    book.active.append(["Danh sách khác"])
    target = BytesIO()
    book.save(target)
    found = told(file, tmp_path, target.getvalue())
    assert found.outcome is VerifyOutcome.UNKNOWN
    assert verdict_words(found).endswith("không tìm thấy bản phát hành nào tương ứng.")


def test_of_a_purged_contest_counts_are_compared_and_lists_are_not(file, people, tmp_path):
    counts, names = issue(file, SUMMARY), issue(file, LIST)
    kept = {each.id: issued_bytes(file, each.id, "xlsx") for each in (counts, names)}
    close_contest(file)
    purge_contest(file, "ai-2026")
    assert told(file, tmp_path, saved_again(kept[counts.id], "xlsx")).matches
    found = told(file, tmp_path, kept[names.id])
    assert (found.outcome, found.report.id) == (VerifyOutcome.NO_COPY, names.id)
    assert found.notes == ("Mã số liệu trong tệp trùng với mã của bản phát hành.",)


def test_a_damaged_kept_file_is_told(file, sent, tmp_path):
    from sqlalchemy import update

    from models.store.schema import contents

    content = saved_again(issued_bytes(file, sent.id, "xlsx"), "xlsx")
    with file.writing() as connection:
        connection.execute(update(contents).values(bytes=b"x"))
    with pytest.raises(AppError, match="không còn nguyên vẹn"):
        told(file, tmp_path, content)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fmt", "to"), [("xlsx", "xlsx"), ("xlsx", "pdf"), ("docx", "docx"), ("docx", "pdf")]
)
def test_what_another_office_saved_or_printed_says_the_same_or_names_the_cell(
    file, people, tmp_path, fmt, to
):
    for at in range(25):
        add_people(file, 1 + at, unit_added(file, f"Trường Trung học cơ sở số {at} của xã Kẻ Sặt"))
    report = issue(file, SUMMARY)
    document = compose(file, SUMMARY)
    for wrong in (False, True):
        row, at, value = counts_of(document)[-11]
        shown_to = with_other_value(document, row, at, value + 1) if wrong else document
        content = render_document(shown_to, fmt)
        folder = tmp_path / f"{wrong}"
        folder.mkdir()
        found = told(file, tmp_path, saved_anew(content, folder, to, fmt))
        assert found.report == report
        if wrong and (fmt, to) == ("xlsx", "pdf"):
            # Its pages have the words of the charts, too: what is amiss is told beside them.
            assert f"bản phát hành {value}, tệp này " in only(found)
        elif wrong:
            assert only(found).endswith(f"bản phát hành {value}, tệp này {value + 1}")
        else:
            assert found.differences == (), [each.words for each in found.differences]
            # LibreOffice draws cells of several lines at the end of a page.
            assert found.outcome is (
                VerifyOutcome.COUNTED if (fmt, to) == ("xlsx", "pdf") else VerifyOutcome.SAME
            )


def unit_added(file, name):
    return add_unit(file, name, UnitKind.SCHOOL)


def test_printed_from_word_it_is_the_same_by_its_words(file, sent, tmp_path, monkeypatch):
    with_pdf_alone = render_document(compose(file, SUMMARY), "docx")
    other = issue(file, replace(SUMMARY, as_of=date(2026, 6, 7)), ["pdf"])
    content = render_document(compose(file, replace(SUMMARY, as_of=date(2026, 6, 7))), "docx")
    found = told(file, tmp_path, content)
    assert (found.outcome, found.report, found.against) == (VerifyOutcome.SAME, other, "pdf")
    assert found.notes == ("Tệp được dàn trang khác nên so theo từng chữ với bản PDF.",)
    assert told(file, tmp_path, with_pdf_alone).report == sent
    monkeypatch.setattr(by_words, "MOST_WORDS", 10)
    found = told(file, tmp_path, content)
    assert found.outcome is VerifyOutcome.COUNTED
    assert not found.matches
    assert "chưa xác nhận được từng ô" in verdict_words(found)


@pytest.fixture
def letter(file, people):
    """A letter that waits for the clerk's number and day."""
    store_signer(file, NamedSigner(0, "ubnd", ("CHỦ TỊCH",), "Lê Ngọc Ánh", current=True))
    return Request("reminder-letter", JUNE_8)


@pytest.mark.parametrize("fmt", ["docx", "pdf"])
def test_what_the_clerk_filled_in_is_told_and_is_no_difference(file, letter, tmp_path, fmt):
    report = issue(file, letter)
    numbered = compose(file, replace(letter, number=45, issued_on=JUNE_8))
    found = told(file, tmp_path, render_document(numbered, fmt))
    assert (found.outcome, found.report) == (VerifyOutcome.SAME, report), [
        each.words for each in found.differences
    ]
    assert any("45" in each and "08" in each for each in found.notes)
    assert not told(file, tmp_path, issued_bytes(file, report.id, fmt)).notes


@pytest.mark.parametrize("fmt", ["docx", "pdf"])
def test_a_word_of_a_letter_that_was_changed_is_named(file, letter, tmp_path, fmt):
    issue(file, letter)
    document = compose(file, letter)
    at, paragraph = next(
        (at, block)
        for at, block in enumerate(document.body)
        if isinstance(block, Paragraph) and "đôn đốc" in block.text
    )
    other = replace(paragraph, text=paragraph.text.replace("đôn đốc", "nhắc nhở", 1), runs=())
    body = (*document.body[:at], other, *document.body[at + 1 :])
    words = only(told(file, tmp_path, render_document(replace(document, body=body), fmt)))
    assert "“đôn đốc”, tệp này “nhắc nhở”" in words
    assert words.startswith("đoạn " if fmt == "docx" else "trang ")


@pytest.mark.parametrize("column", [1, 4, 7])
def test_columns_that_only_rounding_made_are_none(file, sent, tmp_path, column):
    content = with_slivers(issued_bytes(file, sent.id, "docx"), column)
    assert told(file, tmp_path, content, "a.docx").outcome is VerifyOutcome.SAME
    changed = with_slivers(with_word_cell(content, 6, 9, "7"), 2)
    assert only(told(file, tmp_path, changed, "b.docx"))
