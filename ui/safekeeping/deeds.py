"""What the officer asks for: save, copy now; and what the window says of the copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records.kept_copies import CopyReason
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.safekeeping.keeper import Safekeeper, Safety, keeper_of
from ui.safekeeping.words import (
    NEVER,
    copy_line,
    people_words,
    problem_words,
    second_place_words,
    tried_words,
)
from ui.window.steps import StepActions, saved_words
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.safekeeping.keeping import CopyKept
    from models.store.backup import Backup
    from ui.window.main_window import MainWindow

BACKING_UP = "Đang sao lưu"


def save_now(desk: Desk, steps: StepActions) -> None:
    """Ctrl+S: everything is saved already; a copy is kept too, where copies are kept."""
    keeper = keeper_of(desk)
    if keeper is None or not keeper.watches:
        steps.say_saved()
        return

    def told(kept: CopyKept) -> None:
        if kept.doubt is not None:
            return
        saved = saved_words(steps.steps.saved_at, desk.now())
        deed = "đã sao lưu" if kept.made else "bản sao lưu mới nhất đã có đủ"
        words = f"{saved}; {deed}, {tried_words(kept.copy, desk.now())}."
        desk.used.emit("backups", kept.copy.path)
        desk.noticed.emit(Notice(" ".join([words, *kept.remarks]), tone=Tone.DONE))

    keeper.keep(CopyReason.SAVED, told, words=BACKING_UP)


def back_up_now(desk: Desk) -> None:
    """Make a copy that is read back, beside the data file, and say where it lies."""
    keeper = keeper_of(desk)
    if keeper is None or not keeper.watches:
        # Of the practice commune too, if somebody wants one.
        told = Work(_copied, lambda made: desk.noticed.emit(_told_copy(made)), words=BACKING_UP)
        desk.run(told)
        return

    def say(kept: CopyKept) -> None:
        if kept.doubt is not None:
            return
        words = f"Đã sao lưu {people_words(kept.copy)} và thử khôi phục được."
        folder = kept.copy.path.parent
        desk.used.emit("backups", kept.copy.path)
        desk.noticed.emit(Notice(" ".join([words, *kept.remarks]), tone=Tone.DONE, folder=folder))

    keeper.keep(CopyReason.MANUAL, say, words=BACKING_UP)


def show_safety(window: MainWindow, desk: Desk, keeper: Safekeeper) -> None:
    """Let the status bar say how safe the data is, now and from now on."""

    def show(safety: Safety) -> None:
        words, more = status_words(safety, desk) if keeper.watches else ("", "")
        window.status.set_safety(words, more, attention=safety.problem is not None)

    keeper.known.connect(show)
    window.status.to_copies.connect(lambda: window.go_to("data", "copies"))


def status_words(safety: Safety, desk: Desk) -> tuple[str, str]:
    """What the status bar says, and more of it."""
    now = desk.now()
    more = [copy_line(safety.newest, now)] if safety.newest else []
    if safety.bound:
        more.append(
            second_place_words(safety.place, safety.carried, now, is_there=safety.place_is_there)
        )
    if safety.problem is not None:
        return problem_words(safety.problem), "\n".join(
            [safety.problem.sentence, safety.problem.advice, *more]
        )
    if safety.newest is None:
        return NEVER if safety.bound else "", "\n".join(more)
    return tried_words(safety.newest, now), "\n".join(more)


def _copied(task: Task) -> Backup:
    from models.store.backup import back_up

    return back_up(task.file.path, clock=task.file.clock)


def _told_copy(made: Backup) -> Notice:
    from models.text.formats import number

    words = f"Đã sao lưu {number(made.people)} người và thử khôi phục được."
    return Notice(" ".join([words, *made.remarks]), tone=Tone.DONE, folder=made.path.parent)
