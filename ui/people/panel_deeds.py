"""The buttons of the side panel: what is done to the one person it shows, or to several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from models.contests.mark_names import MarkNames
from models.records import Mark, Person
from models.text.formats import number
from ui.calls.marks import MarkCounts
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow

FAIL, TAKE_BACK = "Đánh dấu đã thi, chưa đạt", "Bỏ đánh dấu thi chưa đạt"
REDATE = "redate-"
"""Before the column of the mark whose day is to be another."""
COLUMNS = {Mark.REGISTERED: "registered_on", Mark.COMPLETED: "completed_on"}
SET = {Mark.REGISTERED: "registered", Mark.COMPLETED: "completed"}
CLEARED = {Mark.REGISTERED: "unregister", Mark.COMPLETED: "uncomplete"}


class PanelDeed(NamedTuple):
    """A button: its words, the key of what it does, the name it is found by, and what is read out
    for it where that is more."""

    words: str
    key: str
    name: str = ""
    spoken: str = ""


def deed_buttons(
    deeds: Sequence[PanelDeed], ask: Callable[[str], object], state: str = ""
) -> QWidget:
    """Buttons side by side as far as there is room, then below, after the `state` that they change;
    each asks for its key."""
    made = QWidget()
    row = WrappingRow(made)
    said = label(state)
    if state:
        row.addWidget(said)
    for deed in deeds:
        each = button(deed.words, deed.name or f"panel-{deed.key}")
        each.setAccessibleName(deed.spoken)
        each.setToolTip(deed.spoken)
        each.clicked.connect(partial(ask, deed.key))
        row.addWidget(each)
        said.setMinimumHeight(each.sizeHint().height())
    return made


def mark_deeds(person: Person, names: MarkNames) -> dict[Mark, tuple[PanelDeed, ...]]:
    """What can be done about each mark of one person."""
    found: dict[Mark, tuple[PanelDeed, ...]] = {}
    for mark in names.counted:
        if getattr(person, COLUMNS[mark]):
            found[mark] = (
                PanelDeed(
                    "Đổi ngày…",
                    f"{REDATE}{COLUMNS[mark]}",
                    spoken=f"Đổi ngày {names.deed(mark)}",
                ),
                PanelDeed("Bỏ đánh dấu", CLEARED[mark], spoken=f"Bỏ đánh dấu {names.deed(mark)}"),
            )
        else:
            # The first key sets the one mark that is counted.
            key = SET[Mark.REGISTERED] if names.one else SET[mark]
            found[mark] = (PanelDeed("Đánh dấu", key, spoken=f"Đánh dấu {names.done(mark)}"),)
    if person.completed_on is None:
        words = TAKE_BACK if person.has_failed else FAIL
        found[Mark.FAILED] = (PanelDeed(words, "failed"),)
    return found


def group_lines(counts: MarkCounts, names: MarkNames) -> list[str]:
    """What several selected people have in common, in lines; nothing is said of nobody."""
    counted = counts.counted
    having = {Mark.REGISTERED: counted.registered, Mark.COMPLETED: counted.completed}
    lines = []
    for mark in names.counted:
        done, undone = having[mark], counted.people - having[mark]
        parts = (
            f"{number(done)} {names.done(mark)}" if done else "",
            f"{number(undone)} {names.undone(mark)}" if undone else "",
        )
        lines.append(" · ".join(filter(None, parts)))
    left = counts.people - counted.people
    lines.append(f"{number(left)} người không được tính" if left else "")
    if counts.units:
        many = counts.units > 1
        lines.append(f"Thuộc {number(counts.units)} đơn vị" if many else "Cùng một đơn vị")
    return [line for line in lines if line]


def group_deeds(names: MarkNames) -> tuple[PanelDeed, ...]:
    """What can be done to several people at once."""
    first = names.counted[0]
    second = PanelDeed(
        f"Đánh dấu {names.done(Mark.COMPLETED)}", "completed", "panel-group-completed"
    )
    return (
        PanelDeed(f"Đánh dấu {names.done(first)}", "registered", "panel-group-registered"),
        *(() if names.one else (second,)),
        PanelDeed("Ngày khác…", "dated", "panel-group-dated"),
        PanelDeed("Sao chép tin Zalo", "copy-message", "panel-group-message"),
        PanelDeed("Chuyển đơn vị…", "move", "panel-group-move"),
        PanelDeed("Không thuộc đối tượng…", "exempt", "panel-group-exempt"),
        PanelDeed("Đưa ra khỏi danh sách…", "leave", "panel-group-leave"),
    )
