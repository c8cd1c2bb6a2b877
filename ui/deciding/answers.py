"""What an officer answers, and the key that says it: the same one in every flow."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt

REPEAT = "Ctrl+D"
UNDECIDED = "Chưa quyết định"
TAKE_BACK = "Bỏ quyết định"


class Answer(Enum):
    """The answers by their keys.

    THIS: yes, this one (is one, does as proposed). NOBODY: nobody, not this one, leave it out.
    NEW: somebody new. BACK takes a decision back. ASIDE leaves a line out for once.
    """

    THIS = Qt.Key.Key_1
    NOBODY = Qt.Key.Key_2
    NEW = Qt.Key.Key_3
    BACK = Qt.Key.Key_0
    ASIDE = Qt.Key.Key_Delete

    @property
    def key_words(self) -> str:
        """The key as it stands in words and on buttons."""
        return "Delete" if self is Answer.ASIDE else chr(self.value)

    def on_button(self, words: str) -> str:
        """ "Là người này (1)"."""
        return f"{words} ({self.key_words})"


ANSWER_WORDS = {
    Answer.THIS: "Là người này",
    Answer.NOBODY: "Không phải ai, bỏ qua",
    Answer.NEW: "Người mới",
    Answer.BACK: TAKE_BACK,
}
"""What each key means everywhere, whatever a flow calls it."""


def keys_words(answers: Mapping[Answer, str], turning: str, *, repeating: bool) -> str:
    """What each key does, in one sentence."""
    said = [f"{answer.key_words}: {_inside(words)}" for answer, words in answers.items()]
    if turning:
        said.append(f"← →: {turning}")
    if repeating:
        said.append(f"{REPEAT}: như vậy cho các dòng giống")
    keys = "; ".join(said)
    return f"Phím {keys}. Chọn nhiều dòng thì một phím áp dụng cho tất cả." if said else ""


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]
