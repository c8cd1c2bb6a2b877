"""Struck-out and raised text in a page: by tag, by style, or by the classes that Excel writes."""

from __future__ import annotations

import re

_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;}]*line-through", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_EMPTY_TAGS = frozenset({"br", "img", "hr", "col", "input", "wbr", "meta", "link"})

TagAttributes = dict[str, str | None]


class MarkupMarks:
    """Follows the tags inside a cell; says whether the text that comes is struck or raised."""

    def __init__(self, page: str) -> None:
        struck = _STRUCK_STYLE.search(page)
        self._classes = {
            found[1] for found in _RULE.finditer(page) if struck and _STRUCK_STYLE.search(found[2])
        }
        self._open: list[tuple[str, bool, bool]] = []

    def begin_cell(self, tag: str, given: TagAttributes) -> None:
        """A cell begins; nothing of the one before it is open."""
        self._open = []
        self.start(tag, given)

    def start(self, tag: str, given: TagAttributes) -> None:
        """A tag begins."""
        if tag in _EMPTY_TAGS:
            return
        style = given.get("style") or ""
        classes = (given.get("class") or "").split()
        struck = (
            tag in _STRUCK_TAGS
            or bool(_STRUCK_STYLE.search(style))
            or not self._classes.isdisjoint(classes)
        )
        raised = tag == "sup" or bool(_RAISED_STYLE.search(style))
        if struck or raised or self._open:
            self._open.append((tag, struck, raised))

    def end(self, tag: str) -> None:
        """A tag ends, and with it all that were begun in it and not ended."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    @property
    def is_struck(self) -> bool:
        """Whether text is struck out here."""
        return any(struck for _, struck, _ in self._open)

    @property
    def is_raised(self) -> bool:
        """Whether text is raised here."""
        return any(raised for _, _, raised in self._open)
