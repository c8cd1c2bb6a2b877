"""What the pages of the help call by name stands in the window: buttons, menus, tabs and keys."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("ngay-dau-tien", "cuoi-thang", "hoi-dap", "tu-ngu", "quy-uoc")
OUTSIDE = ("reports/recovery_sheet.py", "models/intake/plan_records.py", "models/version.py")
"""Few words of the window stand outside `ui`."""
TEXT = re.compile(r'(f?)"((?:[^"\\\n]|\\.)*)"')
JOINT = re.compile(r'"\s*\n\s*f?"')
KEYS = re.compile(r"(?<![\w+])(?:(?:Ctrl|Alt|Shift)\+)+(?:[+−\-=;'/\[\]]|\w+)|(?<!\w)F\d{1,2}\b")
SAID_KEYS = {
    "Space": "Phím", "Return": "Enter", "Del": "Delete", "Ins": "Insert", "Down": "Mũi", "Up": "Mũi",
}  # fmt: skip
"""Keys as code names them: how the pages begin to say them."""
PLAIN_KEYS = {"phím cách"}


def plain(words: str) -> str:
    """Words without what only a menu or a button shows."""
    shown = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return re.sub(r"[….:*✓?+⚠]|\(A[+−]\)|\s+", " ", shown).strip().casefold()


@cache
def texts() -> tuple[frozenset[str], tuple[re.Pattern[str], ...], frozenset[str]]:
    """Texts of the window, patterns of those that hold numbers, and its keys.

    They are found in the source as it is written: trees of all modules would take seconds.
    """
    whole, held, keys = set(), {}, set()
    for path in sources():
        source = JOINT.sub("", path.read_text(encoding="utf-8"))
        keys.update(re.findall(r"Key_(F\d+)\b", source))
        for formatted, text in TEXT.findall(source):
            if formatted and "{" in text:
                held[pattern(text)] = None
                whole.add(plain(text.split("{", 1)[0]).removesuffix(" ("))
            whole.add(plain(text))
            keys.update(match.group() for match in KEYS.finditer(as_said(text)))
    return frozenset(whole), tuple(map(re.compile, held)), frozenset(keys)


def sources() -> list[Path]:
    """The modules that hold words of the window."""
    inside = [path for path in (ROOT / "ui").rglob("*.py") if "commandline" not in path.parts]
    return [*inside, *(ROOT / place for place in OUTSIDE)]


def pattern(text: str) -> str:
    """What a text that holds numbers or days may come out as."""
    parts = re.split(r"\{[^{}]*\}", text)
    words = [re.escape(plain(f"|{part}|").replace("|", "")) for part in parts]
    return r"(?:\S+ )?\S*\d\S*".join(words)


def as_said(keys: str) -> str:
    """ "Ctrl+Return" as the pages write it: "Ctrl+Enter"; every minus is one."""
    for name, said in SAID_KEYS.items():
        keys = re.sub(rf"\+{name}\b", f"+{said}", keys)
    return keys.replace("−", "-")


def named(page: str) -> list[str]:
    """What a page sets in bold, each part of "menu → command" alone."""
    bold = re.findall(r"\*\*([^*]+)\*\*", page)
    return [part.strip() for each in bold for part in " ".join(each.split()).split("→")]


def unknown(page: str) -> list[str]:
    """What a page names and the window doesn't have."""
    whole, held, keys = texts()
    wrong = []
    for words in named(page):
        said = plain(words)
        if said in PLAIN_KEYS or KEYS.fullmatch(as_said(words)):
            continue
        if said not in whole and not any(each.fullmatch(said) for each in held):
            wrong.append(words)
    told = {match.group() for match in KEYS.finditer(as_said(page))}
    return wrong + sorted(told - keys)


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_names_stands_in_the_window(name):
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert len(named(page)) > 10, "a page of which nothing is looked up"
    assert unknown(page) == []


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("Bấm **Xuất biểu mẫu cho đơn vị…** rồi **Nhập 12 người**.", []),
        ("**Tệp → Nhập danh sách…** (**Ctrl+O**), **Ctrl+-**, F3, **Phím cách**", []),
        ("Chọn **Tệp → Nhập bảng…**", ["Nhập bảng…"]),
        ("Nhấn **Ctrl+Alt+Q** hoặc F11", ["Ctrl+Alt+Q", "F11"]),
    ],
)
def test_what_is_not_there_is_found(page, wrong):
    assert unknown(page) == wrong


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_and_entries_with_words(name):
    """The viewer makes an entry of each section."""
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert re.findall(r"^#+ ", page, re.MULTILINE).count("# ") == 1
    assert page.startswith("# ")
    entries = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    titles = [each.split("\n", 1)[0] for each in entries]
    assert len(titles) == len(set(titles))
    assert all(each.split("\n", 1)[1].strip() for each in entries)
