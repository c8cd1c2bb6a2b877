"""All room in the window is a multiple of 8 dots or of its half; around a page and a dialog it is 20."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLayout,
    QRadioButton,
    QStackedLayout,
    QStatusBar,
)

from tests.ui.theme.test_cut_text import STATES, calm, host, window
from tests.ui.theme.test_number_pad import MAKERS, Room
from ui.theme.footer import MARGIN
from ui.theme.pieces import GRID

__all__ = ["host", "window"]
HALF = GRID // 2
HAIRLINES = {1, 15}
"""A frame's line, and 16 of which the line around it is one."""


def rooms_in(widget):
    """Each layout in `widget` that is ours, with its margins and spacings."""
    for layout in widget.findChildren(QLayout):
        inside = layout.parentWidget()
        of_qt = isinstance(layout, QStackedLayout) or type(layout) is QLayout
        if of_qt or inside is None or isinstance(inside, QStatusBar):
            continue
        margins = layout.contentsMargins()
        found = [margins.left(), margins.top(), margins.right(), margins.bottom()]
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        if layout is not inside.layout() and inside.findChild(QRadioButton, "", direct) is not None:
            # What is said of a choice begins where its words do.
            found[0] = 0
        if isinstance(layout, QFormLayout | QGridLayout):
            found += [layout.horizontalSpacing(), layout.verticalSpacing()]
        elif layout.count() > 1:
            found.append(layout.spacing())
        yield layout, inside, found


def off_the_grid(widget):
    """What of a widget lies beside the grid."""
    told = []
    for layout, inside, found in rooms_in(widget):
        wrong = [each for each in found if each % HALF and each not in HAIRLINES]
        if wrong:
            names, above = [], inside
            while above is not None and len(names) < 3:
                names.append(f"{type(above).__name__} “{above.objectName()}”")
                above = above.parentWidget()
            told.append(f"{type(layout).__name__} in {' in '.join(names)}: {found}")
    return told


def edges_of(page):
    """The room left and right of all that stands in a page or dialog."""
    for _, _, (left, _, right, *_) in rooms_in(page):
        if left or right:
            return left, right
    return 0, 0


def test_pages_lie_on_the_grid(qtbot, window, practice):
    found = set()
    for key, what in STATES:
        window.go_to(key, what)
        calm(qtbot, practice)
        found.update(off_the_grid(window))
        if edges_of(window.page(key)) != (MARGIN, MARGIN):
            found.add(f"{key}: {edges_of(window.page(key))} beside the page")
    assert not found, "\n".join(sorted(found))


def test_dialogs_lie_on_the_grid(qtbot, host, practice):
    room, found = Room(practice, host), set()
    for name in MAKERS:
        dialog = room.make(name)
        dialog.open()
        calm(qtbot, practice)
        found.update(off_the_grid(dialog))
        if edges_of(dialog) != (MARGIN, MARGIN):
            found.add(f"{name}: {edges_of(dialog)} beside the dialog")
        dialog.reject()
    assert not found, "\n".join(sorted(found))
