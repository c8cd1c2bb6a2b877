"""Names of attached files: safe in any Windows folder, honest about what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.machine.file_names import (
    MOST_LETTERS,
    is_run_when_opened,
    numbered_name,
    safe_file_name,
)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kế hoạch số 12.pdf", "Kế hoạch số 12.pdf"),
        ("..\\..\\Windows\\win.ini", "Windows win.ini"),
        ('a<b>:"c"|?*.docx', "a b c.docx"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1.báo cáo.pdf", "_Lpt1.báo cáo.pdf"),
        ("COM¹.doc", "_COM¹.doc"),
        ("console.pdf", "console.pdf"),
        ("virus.exe. . ", "virus.exe"),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
        ("xuống\ndòng\x00.pdf", "xuốngdòng.pdf"),
        (".htaccess", "htaccess"),
        ("...", "tep-dinh-kem"),
        ("", "tep-dinh-kem"),
        ("a" * 300 + ".pdf", "a" * (MOST_LETTERS - 4) + ".pdf"),
    ],
)
def test_names_that_every_folder_takes(name, safe):
    assert safe_file_name(name) == safe


def test_letters_of_two_parts_become_one():
    assert safe_file_name("Ke\u0302\u0301.pdf") == "Kế.pdf"


@given(st.text(max_size=200))
def test_a_safe_name_is_one_name_and_stays_as_it_is(name):
    safe = safe_file_name(name)
    assert safe
    assert len(safe) <= MOST_LETTERS + 1
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe == safe.rstrip(". ")
    assert safe_file_name(safe) == safe


@pytest.mark.parametrize("name", ["a.EXE", "x.bat", "x.js", "lối tắt.lnk", "a.pdf.scr", "a.exe. ."])
def test_what_would_be_run_is_known(name):
    assert is_run_when_opened(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "a.exe.pdf", "bat.docx", "ảnh.jpg", "a.zip"])
def test_papers_and_pictures_are_shown(name):
    assert not is_run_when_opened(name)


def test_names_that_are_taken_get_a_number():
    assert numbered_name("bao-cao.pdf", 2) == "bao-cao (2).pdf"
    assert numbered_name("ghi chu", 3) == "ghi chu (3)"
    assert len(numbered_name("a" * 116 + ".pdf", 12)) == MOST_LETTERS
