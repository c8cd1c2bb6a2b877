"""The help as it can be found: the pages of `docs`, cut into their sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from models.text.names import search_fold
from resources import help_folder

PAGES = (
    "ngay-dau-tien", "huong-dan", "cuoi-thang", "hoi-dap", "tu-ngu", "doc-danh-sach", "doi-soat",
    "doi-chieu-ten", "van-ban", "cai-dat", "security", "quy-uoc",
)  # fmt: skip
"""In the order of the table of contents."""
ENGINEERS = "<!-- dành cho kỹ sư -->"
"""Stands over a section that the help leaves out; over a title, it leaves out all that follows."""
_HEADING = re.compile(r"^(#{1,3}) (.+)$")
_FENCE = re.compile(r"^\s*```")
_MARKS = re.compile(r"[*`|>#]|!?\[([^\]]*)\]\([^)]*\)")
_BEFORE_POINT = re.compile(r" ([,.;:!?)])")
SNIPPET_LETTERS = 90


class HelpEntry(NamedTuple):
    """A page (`level` 1), a section (2) or a part of one (3), with all that stands below it.

    `key` is "huong-dan", "huong-dan#sao-luu"; `text` is Markdown, its heading included.
    """

    key: str
    title: str
    level: int
    text: str

    @property
    def page(self) -> str:
        """The key of the page it belongs to."""
        return self.key.partition("#")[0]


class HelpHit(NamedTuple):
    """An entry in which all words were found, and the words around the first of them."""

    entry: HelpEntry
    snippet: str


@cache
def help_entries() -> tuple[HelpEntry, ...]:
    """Every entry in the order of the table of contents; a page that is missing has none."""
    found: list[HelpEntry] = []
    for page in PAGES:
        path = help_folder() / f"{page}.md"
        if path.exists():
            found += _entries(page, path.read_text("utf-8").splitlines())
    return tuple(found)


def entry_text(entry: HelpEntry) -> str:
    """What an entry shows: its text, and of a page also the way to each of its sections."""
    if entry.level > 1:
        return entry.text
    parts = [each for each in help_entries() if each.page == entry.key and each.level == 2]
    links = "\n".join(f"- [{each.title}](#{each.key.partition('#')[2]})" for each in parts)
    return f"{entry.text}\n\n{links}" if links else entry.text


def help_entry(key: str) -> HelpEntry | None:
    """The entry of that key; of a page that has it, for a key of a section that is gone."""
    by_key = {entry.key: entry for entry in help_entries()}
    return by_key.get(key) or by_key.get(key.partition("#")[0])


def linked(entry: HelpEntry, target: str) -> HelpEntry | None:
    """Where a link of the text of `entry` leads: "van-ban.md", "van-ban.md#so-do", "#sao-lưu"."""
    name, _, part = target.partition("#")
    page = name.removesuffix(".md") or entry.page
    return help_entry(f"{page}#{slug(part.replace('-', ' '))}" if part else page)


def search_help(text: str) -> list[HelpHit]:
    """What holds every word of `text`, with or without diacritics; titles first.

    Of a section and its own part only the part is told when the words all stand in that.
    """
    words = search_fold(text).split()
    if not words:
        return []
    hits = [(rank, entry) for entry in help_entries() if (rank := _rank(entry, words)) is not None]
    narrow = [
        (rank, entry)
        for at, (rank, entry) in enumerate(hits)
        if not any(_lies_in(later, entry) for _, later in hits[at + 1 :])
    ]
    narrow.sort(key=lambda hit: hit[0])
    return [HelpHit(entry, _snippet(entry, words)) for _, entry in narrow]


def slug(title: str) -> str:
    """The name of a section in keys and links."""
    return "-".join(re.findall(r"[a-z0-9]+", search_fold(title)))


def unmarked_help(text: str) -> str:
    """Markdown without its marks, in one line."""
    bare = " ".join(_MARKS.sub(lambda found: found[1] or " ", text).split())
    return _BEFORE_POINT.sub(r"\1", bare.replace("--- ", ""))


def _entries(page: str, lines: Sequence[str]) -> Iterator[HelpEntry]:
    kept = _without_engineers(lines)
    heads = [(at, *head) for at, head in _headings(kept)]
    for place, (at, level, title) in enumerate(heads):
        later = (place_ for place_, deeper, _ in heads[place + 1 :] if deeper <= max(level, 2))
        until = next(later, len(kept))
        key = page if level == 1 else f"{page}#{slug(title)}"
        yield HelpEntry(key, title, level, "\n".join(kept[at:until]).strip())


def _without_engineers(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    left_out = 0
    waiting = False
    levels = dict(_headings(lines))
    for at, line in enumerate(lines):
        if line.strip() == ENGINEERS:
            waiting = True
            continue
        if at in levels:
            level = levels[at][0]
            if waiting:
                left_out, waiting = level, False
            elif left_out and level <= left_out:
                left_out = 0
        if not left_out:
            kept.append(line)
    return kept


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, tuple[int, str]]]:
    fenced = False
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (found := _HEADING.match(line)):
            yield at, (len(found[1]), found[2].strip())


def _rank(entry: HelpEntry, words: Sequence[str]) -> tuple[int, int] | None:
    title, text = search_fold(entry.title), search_fold(unmarked_help(entry.text))
    if not all(word in text for word in words):
        return None
    whole = " ".join(words)
    if whole in title:
        return 0, len(title)
    if all(word in title for word in words):
        return 1, len(title)
    return (2, -text.count(whole)) if whole in text else (3, -entry.level)


def _lies_in(part: HelpEntry, whole: HelpEntry) -> bool:
    return part.page == whole.page and part.level > whole.level and part.text in whole.text


def _snippet(entry: HelpEntry, words: Sequence[str]) -> str:
    said = unmarked_help(entry.text.partition("\n")[2]).split()
    at = next((at for at, word in enumerate(said) if words[0] in search_fold(word)), 0)
    shown = " ".join(said[max(0, at - 4) :])[:SNIPPET_LETTERS].rpartition(" ")[0]
    return f"{'…' if at > 4 else ''}{shown}…" if shown else ""
