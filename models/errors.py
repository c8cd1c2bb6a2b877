"""Problems that the officer can mend, told in one sentence with advice."""

from __future__ import annotations

from pathlib import PurePath


class AppError(Exception):
    """A problem that the person at the screen can mend.

    `sentence` says what happened and where; `advice` says what to do next.
    Both are complete Vietnamese sentences. Anything that is not an `AppError`
    is a bug of ours and is handled as one. `born` is the place in the program where it
    was raised, `cause` what it is about: the message goes when that works again.
    """

    born = ""
    cause = ""

    def __init__(self, sentence: str, advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class Broke(Exception):
    """Work with a file that ended by what nobody expected; `written` says whether some of it had
    been committed. What went wrong is its cause.

    It is a bug of ours, unless `damage` says what is not as it was written in the file.
    """

    def __init__(self, *, written: bool, damage: AppError | None = None) -> None:
        super().__init__()
        self.written, self.damage = written, damage


class Cancelled(Exception):
    """The officer stopped a long task; nothing of it has been kept."""


def birthplace(error: BaseException) -> str:
    """Where in the program `error` was raised, as "publish.py:130 _replace"; "" when that is not
    known any more."""
    trace = error.__traceback__
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return f"{PurePath(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
