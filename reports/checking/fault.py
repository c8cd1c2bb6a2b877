"""What the check before sending finds: how grave it is, a sentence, and the way to its cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Gravity(StrEnum):
    """An ERROR must be mended before the document leaves; a WARNING is for the officer to weigh."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cure:
    """Where it is mended: the page (or "command"), what is shown there, and the verb of the link.

    `page` "document" is the document's own: "signer", "texts", "wording", "addressees", "day".
    """

    verb: str
    page: str
    what: object = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is the matter; `code` is stable, for commands and tests."""

    code: str
    gravity: Gravity
    sentence: str
    cure: Cure

    @property
    def blocks(self) -> bool:
        """Whether the document must not leave like this."""
        return self.gravity is Gravity.ERROR


def error(code: str, sentence: str, cure: Cure) -> Fault:
    """A finding that blocks."""
    return Fault(code, Gravity.ERROR, sentence, cure)


def warning(code: str, sentence: str, cure: Cure) -> Fault:
    """A finding that does not."""
    return Fault(code, Gravity.WARNING, sentence, cure)
