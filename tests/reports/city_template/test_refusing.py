"""What cannot be filled is refused in a sentence, whatever it is."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import AppError
from reports.city_template.filling import filled
from reports.city_template.grid import grid_in
from tests.reports.city_template.city_books import form, parts_of, with_parts

SHEET, PART = "Biểu 01", "xl__worksheets__sheet1_dot_xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FORM = form()


def zipped(**parts: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def bomb() -> bytes:
    """A book of 400 MB, packed; made only when it is asked for."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        with archive.open("big", "w") as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "không phải bảng tính"),
        (b"Ho va ten;Don vi\n", "không phải bảng tính"),
        (OLE, "kiểu khác .xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (zipped(word__document_dot_xml=b"<x/>"), "không phải bảng tính"),
        (zipped(content_dot_xml=b"<x/>"), "kiểu khác .xlsx"),
        (zipped(xl__workbook_dot_bin=b"x"), "kiểu khác .xlsx"),
        (with_parts(FORM, xl__vbaProject_dot_bin=b"x"), "macro"),
        (with_parts(FORM, _xmlsignatures__origin_dot_sigs=b""), "chữ ký số"),
        (FORM[:-400], "hỏng"),
        (FORM[:2000] + b"\0" * 50 + FORM[2050:], "hỏng"),
        (with_parts(FORM, xl__workbook_dot_xml=b"<workbook"), "hỏng"),
        (with_parts(FORM, **{PART: b"<worksheet/>"}), "hỏng"),
        (with_parts(FORM, **{PART: b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'}), "hỏng"),
        (with_parts(FORM, **{PART: "<worksheet/>".encode("utf-16")}), "hỏng"),
        (
            with_parts(
                FORM, **{PART: b'<worksheet><sheetData><row r="x"/></sheetData></worksheet>'}
            ),
            "hỏng",
        ),
        (None, "lớn quá"),
    ],
)
def test_a_sentence_for_each(content, told):
    content = bomb() if content is None else content
    for look in (lambda: filled(content, SHEET, {(4, 4): 1}), lambda: grid_in(content, SHEET)):
        with pytest.raises(AppError, match=told) as caught:
            look()
        assert caught.value.advice.endswith(".")


def test_a_sheet_that_has_gone():
    with pytest.raises(AppError, match="không có trang tính “Biểu 02”") as caught:
        filled(FORM, "Biểu 02", {(1, 1): 1})
    assert "“Biểu 01”, “Hướng dẫn”" in caught.value.advice


@settings(max_examples=80, deadline=None)
@given(at=st.integers(0, len(FORM) - 1), byte=st.integers(0, 255), length=st.integers(1, 40))
def test_however_a_file_was_damaged_nothing_breaks(at, byte, length):
    broken = FORM[:at] + bytes([byte]) * length + FORM[at + length :]
    try:
        done = filled(broken, SHEET, {(4, 4): 532})
    except AppError:
        return
    assert parts_of(done)
