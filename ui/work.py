"""What is asked of the lane: one value, made by whoever asks, carried out by the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from models.errors import AppError
    from ui.lane import Task

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Work(Generic[Answer]):
    """`call(task)` runs in the lane; all else runs in the thread of the window.

    `done(answer)` takes what comes of it, `failed(error)` why nothing does; without it the
    window says so. `ended()` follows in any end: after an answer, a refusal, a stop or a bug.
    `words` say what is being done ("Đang đánh dấu"): work that has some is shown while it lasts
    and can be stopped. Work that `writes` may be done before it hears of the wish to stop;
    whoever stops it waits for its end.
    """

    call: Callable[[Task], Answer]
    done: Callable[[Answer], Any] | None = None
    failed: Callable[[AppError], Any] | None = None
    ended: Callable[[], Any] | None = None
    words: str = ""
    writes: bool = False
