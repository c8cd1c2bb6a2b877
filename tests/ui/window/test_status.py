"""The status bar gives way: long words about a change never make the window wider."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel

from ui.calls.journal import Steps
from ui.window.status import StatusBar

NOON = datetime(2026, 6, 8, 12, 0)


def test_long_words_need_no_room_and_are_kept_whole(qtbot):
    bar = StatusBar(lambda: NOON)
    qtbot.addWidget(bar)
    summary = (
        "Đối soát Kết quả toàn thành phố.xlsx: 280 khớp, 24 sai đơn vị, 14 cần quyết định " * 3
    )
    bar.set_steps(Steps(undo=summary, redo=None, saved_at=NOON))
    bar.set_counts("532 người · Chọn 532 người: 12 (2%) đăng ký, 3 (1%) hoàn thành " * 3)
    bar.resize(400, bar.sizeHint().height())
    bar.show()
    qtbot.waitUntil(bar.isVisible)
    assert bar.minimumSizeHint().width() < 400
    for name in ("statusUndo", "statusCounts"):
        label = bar.findChild(QLabel, name)
        assert label.width() < 400
        assert label.toolTip() == label.text()


def test_where_nothing_is_counted_the_next_words_begin_at_the_side(qtbot):
    bar = StatusBar(lambda: NOON)
    qtbot.addWidget(bar)
    bar.resize(900, bar.sizeHint().height())
    bar.show()
    bar.set_steps(Steps(undo="Đánh dấu 12 người đã đăng ký", redo=None, saved_at=NOON))
    counts, undo = (bar.findChild(QLabel, name) for name in ("statusCounts", "statusUndo"))
    bar.set_counts("532 người")
    qtbot.waitUntil(lambda: undo.x() > counts.x())
    begins = counts.x()
    bar.set_counts("")
    qtbot.waitUntil(lambda: undo.x() == begins)
