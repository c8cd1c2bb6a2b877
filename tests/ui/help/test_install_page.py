"""The page for whoever installs says what the program says, and its pictures are there and light."""

import re
import unicodedata
from pathlib import Path

import pytest

from models.machine.portable import HOME, MARKS
from models.machine.setups import CHECKSUM
from models.store.copies import FOLDER
from ui.window.commands import LINE, MENUS

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "cai-dat.md").read_text("utf-8")
LARGEST = 60 * 1024


@pytest.mark.parametrize("name", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE))
def test_a_picture_is_there_and_light(name):
    assert (DOCS / name).stat().st_size <= LARGEST


@pytest.mark.parametrize("word", [MARKS[0], HOME, FOLDER, CHECKSUM, "-Setup.exe", "TienDo.ini"])
def test_names_of_files_are_those_of_the_program(word):
    assert word in PAGE


def test_commands_are_called_as_in_the_menus():
    words = {
        f"{menu.replace('&', '')} → {line.text.replace('&', '').removesuffix('…')}"
        for menu, lines in MENUS
        for line in lines
        if line is not LINE
    }
    told = re.findall(r"((?:Trợ giúp|Dữ liệu) → [^*…,.→\n]+)", PAGE)
    assert len(told) > 5
    known = {each.strip() for each in told} - {"Trợ giúp → Giới thiệu"}
    assert known <= words
    assert "Trợ giúp → Giới thiệu Tiến Độ" in words


def test_links_within_the_page_lead_somewhere():
    heads = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
    assert unicodedata.is_normalized("NFC", PAGE)
