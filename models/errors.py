"""Problems that the officer can mend, told in one sentence with advice."""

from __future__ import annotations


class AppError(Exception):
    """A problem that the person at the screen can mend.

    `sentence` says what happened and where; `advice` says what to do next.
    Both are complete Vietnamese sentences. Anything that is not an `AppError`
    is a bug of ours and is handled as one.
    """

    def __init__(self, sentence: str, advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class Broke(Exception):
    """A bug of ours in work with a file; `written` says whether some of it had been committed.

    What went wrong is its cause.
    """

    def __init__(self, *, written: bool) -> None:
        super().__init__()
        self.written = written


class Cancelled(Exception):
    """The officer stopped a long task; nothing of it has been kept."""
