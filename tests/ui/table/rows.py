"""Rows of a made-up table, and a source that answers when it is told to."""

from __future__ import annotations

from dataclasses import dataclass

from ui.table.column import Column, Kind


@dataclass(frozen=True)
class Line:
    """One row of the tests' table."""

    id: int
    name: str
    phone: str = "0982103591"


COLUMNS = (
    Column[Line]("serial", "STT", 6, kind=Kind.SERIAL),
    Column[Line]("name", "Họ và tên", 30, lambda line: line.name, Kind.STRONG, sort="name"),
    Column[Line](
        "phone",
        "Điện thoại",
        40,
        lambda line: f"số {line.phone}",
        sort="phone",
        copied=lambda line: line.phone,
    ),
    Column[Line]("note", "Ghi chú", 60, lambda line: f"ghi chú {line.id}", Kind.WARNING),
)


class Source:
    """Answers at once, or, while `held`, when `answer` is called."""

    def __init__(self, *, held: bool = False) -> None:
        self.held = held
        self.asked: list[tuple[int, ...]] = []
        self.word = "Người"
        self._waiting: list = []

    def fetch(self, ids, take, lost):
        self.asked.append(tuple(ids))
        self._waiting.append((tuple(ids), take, lost))
        if not self.held:
            self.answer()

    def answer(self):
        waiting, self._waiting = self._waiting, []
        for ids, take, lost in waiting:
            take([Line(each, f"{self.word} {each}") for each in ids])
            lost()

    def lose(self):
        """What was asked for cannot be read."""
        waiting, self._waiting = self._waiting, []
        for _ids, _take, lost in waiting:
            lost()

    def take_waiting(self):
        """How to lose what was asked for later on."""
        waiting, self._waiting = self._waiting, []
        return lambda: [lost() for _ids, _take, lost in waiting]
