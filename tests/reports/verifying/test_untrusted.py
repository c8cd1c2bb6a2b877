"""Whatever bytes come back, they are read within bounds or refused in one sentence."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from models.errors import AppError
from models.intake.reading import launch
from reports.verifying import reading
from reports.verifying.apart import PLACE, read_in_process
from reports.verifying.bounds import LARGEST_RETURNED
from reports.verifying.content import ReadContent
from reports.verifying.reading import read_content, returned_bytes
from reports.verifying.transfer import packed_content, unpacked_content

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body, head=""):
    """A Word file of that body."""
    return packed({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
    })  # fmt: skip


def packed(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


@cache
def book_file():
    book = openpyxl.Workbook()
    book.active.append(["Đơn vị", 24])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@cache
def pdf_file(**options):
    target = BytesIO()
    canvas = Canvas(target, **options)
    canvas.drawString(100, 100, "Don vi 24")
    canvas.save()
    return target.getvalue()


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải là PDF"),
        (b"Bao cao", "không phải là PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "đời cũ"),
        (b"%PDF-1.4 and nothing more", "hỏng hoặc không đúng định dạng"),
        (b"PK\x03\x04 broken", "tep"),
        (packed({"a.txt": "x"}), "không phải là PDF"),
        (packed({"word/document.xml": "<w"}), "hỏng hoặc không đúng"),
        (word_file("<w:p/>", BOMB), "hỏng hoặc không đúng"),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": BOMB}), "thực thể XML"),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": "<x/>"}), "hỏng hoặc không đúng"),
        (packed({"word/document.xml": " " * 40_000_000}), "tep"),
    ],
)
def test_what_is_none_of_the_three_is_one_sentence(content, said):
    with pytest.raises(AppError) as refused:
        read_content(content, "tep")
    assert said in str(refused.value)
    assert refused.value.advice


def test_a_locked_pdf_is_told(tmp_path):
    with pytest.raises(AppError, match="mật khẩu"):
        read_content(pdf_file(encrypt="matkhau"), "tep")


@pytest.mark.parametrize(
    "make", [book_file, pdf_file, lambda: word_file("<w:p><w:r><w:t>a</w:t></w:r></w:p>")]
)
@given(data=st.data())
def test_files_with_damage_anywhere_are_read_or_refused(make, data):
    whole = bytearray(make())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(whole) // 2, len(whole)))
    with suppress(AppError):
        assert isinstance(read_content(bytes(whole[:cut]), "tep"), ReadContent)


def test_a_file_beyond_the_bounds_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "lon.pdf"
    path.write_bytes(b"x" * 2_000)
    monkeypatch.setattr(reading, "LARGEST_RETURNED", 1_000)
    with pytest.raises(AppError, match="quá lớn"):
        returned_bytes(path)
    assert LARGEST_RETURNED > 20 * 2**20


@pytest.mark.parametrize("name", ["khong-co.pdf", "."])
def test_no_file_is_told(tmp_path, name):
    with pytest.raises(AppError):
        returned_bytes(tmp_path / name)


def test_words_that_were_taken_out_with_tracked_changes_are_not_there():
    body = (
        "<w:p><w:r><w:t>Tổng số </w:t></w:r><w:del><w:r><w:delText>24</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>31</w:t></w:r></w:ins></w:p>"
    )
    assert read_content(word_file(body), "tep").text == "Tổng số 31"


def test_a_scan_has_no_letters():
    target = BytesIO()
    canvas = Canvas(target)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    found = read_content(target.getvalue(), "tep")
    assert (found.is_silent, found.blank_pages) == (True, 1)


@pytest.mark.parametrize("make", [book_file, pdf_file])
def test_a_process_of_its_own_reads_the_same(make, tmp_path):
    path = tmp_path / "tệp trả lại.bin"
    path.write_bytes(make())
    assert read_in_process(path) == read_content(make(), path.name)


def test_what_a_process_refuses_is_told_in_its_sentence(tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"no document")
    with pytest.raises(AppError, match=r"“anh\.jpg” không phải là PDF"):
        read_in_process(path)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (launch.WorkerTooSlow, "quá lâu"),
        (launch.WorkerDied, "hỏng"),
        (launch.WorkerStarved, "quá nhiều trang"),
        (launch.NoRoom, "không còn chỗ"),
    ],
)
def test_a_file_that_brings_its_reader_down_is_one_sentence(tmp_path, monkeypatch, ends, said):
    def brought_down(*_args):
        raise ends

    monkeypatch.setattr(launch, "run_worker", brought_down)
    with pytest.raises(AppError, match=said):
        read_in_process(tmp_path / "x.pdf")


def test_formulas_and_numbers_come_over_whole():
    book = openpyxl.Workbook()
    book.active.append([1, 0.045, "=SUM(A1:B1)"])
    book.active["B1"].number_format = "0.0%"
    target = BytesIO()
    book.save(target)
    found = read_content(target.getvalue(), "x")
    assert found.formulas == {("Sheet", 1, 3): "=SUM(A1:B1)"}
    assert unpacked_content(packed_content(found)) == found


def test_the_program_starts_itself_as_that_process(tmp_path):
    path, answer = tmp_path / "a.pdf", tmp_path / "answer"
    path.write_bytes(pdf_file())
    main = Path(launch.ROOT) / "main.py"
    words = [sys.executable, str(main), PLACE.flag, str(path), str(answer), "60"]
    assert subprocess.run(words, timeout=60, check=False).returncode == 0
    assert unpacked_content(answer.read_bytes()) == read_content(pdf_file(), "a.pdf")
