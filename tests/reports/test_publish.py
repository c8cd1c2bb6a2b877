"""Files appear whole or not at all; what the officer can mend is said in a sentence."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from models.errors import AppError
from models.records import Mark, UnitFigures, UnitKind
from reports.catalog import KINDS, file_name
from reports.document import Document
from reports.kinds.missing_people import missing_people
from reports.occasion import Occasion
from reports.publish import render_document, write_document
from tests.disks import SmallDisk
from tests.reports.pdf_reader import read_pdf
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    as_unit,
    of_units,
    people_missing,
)
from tests.reports.word_reader import read_word

AT = datetime(2026, 6, 8, 14, 5)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("fmt", ["pdf", "docx", "xlsx"])
def test_the_file_is_the_rendered_document(summary: Document, tmp_path: Path, fmt: str):
    target = tmp_path / f"biểu tổng hợp.{fmt}"
    assert write_document(summary, fmt, target) == target
    assert target.read_bytes() == render_document(summary, fmt)
    assert files_in(tmp_path) == [target.name]


def test_all_formats_open(summary: Document):
    assert read_pdf(render_document(summary, "pdf")).pages
    assert read_word(render_document(summary, "docx")).paragraphs
    assert openpyxl.load_workbook(BytesIO(render_document(summary, "xlsx"))).worksheets


def test_an_unknown_format_is_a_bug(summary: Document, tmp_path: Path):
    with pytest.raises(ValueError, match="odt"):
        write_document(summary, "odt", tmp_path / "x.odt")


def test_never_over_another_file_unasked(summary: Document, tmp_path: Path):
    target = tmp_path / "bao-cao.pdf"
    target.write_bytes(b"old")
    with pytest.raises(AppError, match=r"đã có tệp “bao-cao\.pdf”") as caught:
        write_document(summary, "pdf", target)
    assert "ghi đè" in caught.value.advice
    assert target.read_bytes() == b"old"
    write_document(summary, "pdf", target, overwrite=True)
    assert target.read_bytes().startswith(b"%PDF")
    assert files_in(tmp_path) == ["bao-cao.pdf"]


def test_a_missing_folder(summary: Document, tmp_path: Path):
    with pytest.raises(AppError, match="Không có thư mục"):
        write_document(summary, "pdf", tmp_path / "khong-co" / "a.pdf")
    assert files_in(tmp_path) == []


def test_a_folder_of_that_name(summary: Document, tmp_path: Path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(AppError, match="là một thư mục"):
        write_document(summary, "pdf", tmp_path / "a.pdf", overwrite=True)


def test_open_in_excel(summary: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "bieu.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))
    with pytest.raises(AppError, match="đang được mở trong Excel") as caught:
        write_document(summary, "xlsx", target, overwrite=True)
    assert caught.value.advice == "Hãy đóng lại rồi thử lại, hoặc lưu tên khác."
    assert target.read_bytes() == b"old"
    assert files_in(tmp_path) == ["bieu.xlsx"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "đã đầy"),
        (errno.EACCES, "Không được phép ghi vào thư mục"),
        (errno.EROFS, "Không được phép ghi vào thư mục"),
        (errno.EINVAL, "ký tự không dùng được"),
        (errno.EIO, "Chưa lưu được tệp"),
    ],
)
def test_a_failing_disk_leaves_nothing(
    summary: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
):
    monkeypatch.setattr(os, "fsync", failing(number))
    with pytest.raises(AppError, match=words) as caught:
        write_document(summary, "pdf", tmp_path / "a.pdf")
    assert caught.value.advice
    assert files_in(tmp_path) == []


def test_a_full_disk(summary: Document, small_disk: SmallDisk):
    small_disk.fill()
    before = files_in(small_disk.path)
    with pytest.raises(AppError, match="đã đầy"):
        write_document(summary, "pdf", small_disk.path / "a.pdf")
    assert files_in(small_disk.path) == before


def test_a_read_only_disk(summary: Document, small_disk: SmallDisk):
    small_disk.remount_read_only()
    with pytest.raises(AppError, match="Không được phép ghi"):
        write_document(summary, "pdf", small_disk.path / "a.pdf")


def test_every_kind_has_formats_and_those_of_numbers_a_type():
    assert all(kind.formats and kind.formats[0] == "pdf" for kind in KINDS)
    assert {fmt for kind in KINDS for fmt in kind.formats} <= {"pdf", "docx", "xlsx"}
    assert all(kind.type_code != "BC" for kind in KINDS if kind.code.endswith("-summary"))


def test_file_names(summary: Document, not_registered: Document):
    assert file_name(summary, "pdf", AT) == "BieuTongHop_KeSat_20260608-1405.pdf"
    assert file_name(not_registered, "xlsx", AT) == ("DanhSachChuaDangKy_KeSat_20260608-1405.xlsx")


def test_the_name_of_a_unit_is_in_the_file_name_and_never_too_long():
    for name, part in (
        ("Phòng Văn hóa - Xã hội", "PhongVanHoaXaHoi"),
        ("Trường TH/THCS “Đông Hải”: số 1?*", "TruongThThcsDongHaiSo1"),
        ("Trường Tiểu học " * 20, "TruongTieuHoc"),
    ):
        line = UnitFigures(1, name.strip(), UnitKind.SCHOOL, 1, 0, 0)
        people = people_missing(of_units(line), Mark.COMPLETED)
        document = missing_people(
            people,
            Mark.COMPLETED,
            as_unit(line),
            Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF),
        )
        written = file_name(document, "pdf", AT)
        assert written.startswith(f"DanhSachChuaHoanThanh_KeSat_{part}")
        assert written.endswith("_20260608-1405.pdf")
        assert len(written) <= 100
        assert written.isascii()
        assert not set(written) & set('\\/:*?"<>| ')


def test_the_catalog_and_the_kinds_load_no_renderer():
    code = (
        "import sys, reports.catalog, reports.publish, reports.kinds.unit_summary;"
        "import reports.kinds.missing_people;"
        "sys.exit(bool({'reportlab', 'openpyxl', 'PIL'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
