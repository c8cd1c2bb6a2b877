"""The pages of the help as they are cut, found and linked."""

from __future__ import annotations

import re

import pytest

from resources import help_folder
from ui.help.entries import (
    ENGINEERS,
    PAGES,
    entry_text,
    help_entries,
    help_entry,
    linked,
    search_help,
    slug,
)
from ui.help.topics import DIALOG_TOPICS, GUIDE, OTHER_TOPICS, PAGE_TOPICS

DRAWN = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")


def test_every_page_is_there_and_no_section_has_the_name_of_another():
    keys = [entry.key for entry in help_entries()]
    assert {key for key in keys if "#" not in key} == set(PAGES)
    assert len(keys) == len(set(keys))


def test_every_place_that_f1_opens_is_there():
    keys = {entry.key for entry in help_entries()}
    parts = {*PAGE_TOPICS.values(), *DIALOG_TOPICS.values()}
    assert {f"{GUIDE}#{part}" for part in parts} | {*OTHER_TOPICS.values()} <= keys


def test_every_picture_and_link_leads_somewhere():
    """No link leads out: the help is read without a network."""
    lost = [
        f"{entry.key}: {target}"
        for entry in help_entries()
        for target in DRAWN.findall(entry.text)
        if not (help_folder() / target).is_file()
    ]
    lost += [
        f"{entry.key}: {target}"
        for entry in help_entries()
        for target in LINK.findall(entry.text)
        if linked(entry, target) is None or ("#" not in target and not target.endswith(".md"))
    ]
    assert lost == []


def test_what_is_for_engineers_is_left_out():
    shown = "\n".join(entry.text for entry in help_entries())
    assert ENGINEERS not in shown
    for words in ("For engineers", "make bench", "## Kết quả đo"):
        assert words not in shown
    assert help_entry("security#khong-hua") is not None


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("khôi phục", "huong-dan#khoi-phuc"),
        ("khoi phuc", "huong-dan#khoi-phuc"),
        ("MẬT KHẨU", "huong-dan#mat-khau"),
        ("nguoi dung dau", "huong-dan#nguoi-dung-dau"),
    ],
)
def test_what_is_asked_for_by_its_title_comes_first(asked, first):
    assert search_help(asked)[0].entry.key == first


def test_all_words_must_stand_in_what_is_found():
    for hit in search_help("zalo tin nhan"):
        text = slug(hit.entry.text).replace("-", " ")
        assert all(word in text for word in ("zalo", "tin", "nhan"))
    assert search_help("zalo tin nhan")
    assert search_help("xyzzy") == search_help("") == search_help("  ") == []


def test_a_page_leads_to_each_of_its_sections():
    page = help_entry("hoi-dap")
    targets = LINK.findall(entry_text(page))
    sections = [entry for entry in help_entries() if entry.page == "hoi-dap" and entry.level == 2]
    assert [linked(page, target) for target in targets][-len(sections) :] == sections
