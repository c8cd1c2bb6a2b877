"""Which words of a long text were changed."""

from __future__ import annotations

from difflib import SequenceMatcher

_AROUND = 1
"""So many words that did not change are shown at each side where words alone were added or cut."""


def changed_words(before: str, after: str) -> tuple[str, str]:
    """The stretch of words from the first that differs to the last, in both texts."""
    old, new = before.split(" "), after.split(" ")
    codes = [
        code
        for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    if not codes:
        return before, after
    first, last = codes[0], codes[-1]
    more = _AROUND if first[1] == last[2] or first[3] == last[4] else 0
    return (
        " ".join(old[max(first[1] - more, 0) : last[2] + more]),
        " ".join(new[max(first[3] - more, 0) : last[4] + more]),
    )
