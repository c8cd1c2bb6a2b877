"""What is painted can be read and seen: every kind of control, in every state, in every palette.

Measured in the pictures themselves: words 4.5 to 1, signs, borders and rings of focus 3 to 1.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QMenu,
    QStyle,
    QStyleOptionButton,
    QToolTip,
)

from tests.ui.theme.board import FIELDS, Board
from tests.ui.theme.contrast_themes import CONTRAST_THEMES
from tests.ui.theme.pixels import (
    between,
    colours,
    edge,
    ink_on_paper,
    picture,
    place_of,
    share_changed,
)
from ui.theme.appearance import Theme
from ui.theme.high_contrast import contrast_colours
from ui.theme.icons import menu_icon
from ui.theme.palette import READABLE, VISIBLE, make_palette

TEXT_SIZE = 150
A_RING = 0.9
PALETTES = ["light", "dark", "night-sky"] + [
    pytest.param(name, marks=pytest.mark.slow) for name in CONTRAST_THEMES if name != "night-sky"
]
TICKS = ("check", "radio")
"""Their signs are measured, not their left border."""


@pytest.fixture(params=PALETTES)
def wearing(request, worn, monkeypatch):
    """The looks in one palette after another."""
    if request.param in CONTRAST_THEMES:
        colours_now = CONTRAST_THEMES[request.param]
        monkeypatch.setattr("ui.theme.appearance.system_colours", lambda: colours_now)
        worn.set_theme(Theme.CONTRAST)
    else:
        worn.set_theme(Theme(request.param))
    worn.set_text_size(TEXT_SIZE)
    return worn


@pytest.fixture
def board(qtbot, wearing):
    made = Board()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.fixed.setFocus()
    qtbot.waitUntil(made.fixed.hasFocus)
    return made


def inner(widget):
    """Where the words of a control are: without its border and without the sign at its right end."""
    line = widget.fontMetrics().height()
    sign = 0 if isinstance(widget, (QAbstractButton, QLabel)) else 2 * line
    return place_of(widget, widget.rect().adjusted(4, 4, -4 - sign, -4))


def words_of(name, widget):
    """Where words of a control stand: a view has them in its first line, a tick after its box."""
    if name in TICKS:
        return place_of(
            widget, widget.rect().adjusted(widget.fontMetrics().height() * 2, 4, -4, -4)
        )
    if name == "list":
        rect = widget.visualItemRect(widget.item(1))
        return QRect(widget.viewport().mapTo(widget.window(), rect.topLeft()), rect.size())
    if name == "tabs":
        return place_of(widget, widget.tabRect(1).adjusted(4, 4, -4, -8))
    return inner(widget)


def weak(measured, least):
    """What does not reach it, with what it reaches; nobody is told of the rest."""
    return {name: round(reached, 2) for name, reached in measured.items() if reached < least}


def test_words_of_every_control_can_be_read(board):
    seen = picture(board)
    told = {name: ink_on_paper(seen, words_of(name, each)) for name, each in board.kinds.items()}
    told |= {
        f"label {name}": ink_on_paper(seen, place_of(each)) for name, each in board.looks.items()
    }
    told |= {"hint": ink_on_paper(seen, inner(board.hint))}
    told |= {"fixed": ink_on_paper(seen, inner(board.fixed))}
    assert weak(told, READABLE) == {}


def test_words_of_what_is_switched_off_can_be_made_out(board):
    seen = picture(board)
    told = {name: ink_on_paper(seen, words_of(name, each)) for name, each in board.off.items()}
    assert weak(told, VISIBLE) == {}


STATES = ("", "hover", "pressed", "checked")


def put_in(state, widgets):
    """Let them be as if the pointer were over them, the button held down, or chosen."""
    for each in widgets.values():
        button = isinstance(each, QAbstractButton)
        each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "hover")
        if button:
            each.setDown(state == "pressed")
        if button and each.isCheckable():
            each.setChecked(state == "checked")


def test_words_of_a_button_can_be_read_in_every_state(board):
    buttons = {n: w for n, w in board.kinds.items() if isinstance(w, QAbstractButton)}
    told = {}
    for state in STATES:
        put_in(state, buttons)
        seen = picture(board)
        for name, each in buttons.items():
            told[f"{name} {state}"] = ink_on_paper(seen, words_of(name, each))
    assert weak(told, READABLE) == {}


def test_the_border_of_a_field_and_of_a_button_is_seen_in_every_state(board):
    framed = {name: board.kinds[name] for name in (*FIELDS, "button", "primary", "toggle")}
    told = {"fixed": edge(picture(board), place_of(board.fixed))}
    for state in STATES:
        put_in(state, framed)
        seen = picture(board)
        for name, each in framed.items():
            told[f"{name} {state}"] = edge(seen, place_of(each))
    assert weak(told, VISIBLE) == {}


def test_what_has_the_keys_shows_it(board):
    told = {}
    for name, each in board.kinds.items():
        before = picture(board)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        where = place_of(each, each.tabRect(0) if name == "tabs" else None)
        told[name] = share_changed(before, picture(board), where)
    assert weak(told, A_RING) == {}


def test_what_is_chosen_and_has_the_keys_shows_it(board):
    told = {}
    for name in ("toggle", "rail"):
        chosen = board.kinds[name]
        chosen.setChecked(True)
        before = picture(board)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        told[name] = share_changed(before, picture(board), place_of(chosen))
    assert weak(told, A_RING) == {}


def test_nothing_moves_when_the_keys_come(board):
    sizes = {name: each.sizeHint() for name, each in board.kinds.items()}
    for name, each in board.kinds.items():
        each.setFocus(Qt.FocusReason.TabFocusReason)
        assert each.sizeHint() == sizes[name], name


@pytest.mark.parametrize("off", [False, True])
def test_boxes_and_their_signs_are_seen(board, off):
    made = board.off if off else board.kinds
    told = {}
    for name in TICKS:
        empty = box_of(made[name])
        told[f"{name} empty"] = ink_on_paper(picture(board), empty)
        made[name].setChecked(True)
        told[f"{name} ticked"] = ink_on_paper(picture(board), empty.adjusted(5, 5, -5, -5))
    made["check"].setTristate(True)
    made["check"].setCheckState(Qt.CheckState.PartiallyChecked)
    dashed = picture(board)
    told["dash"] = ink_on_paper(dashed, box_of(made["check"]).adjusted(5, 5, -5, -5))
    assert weak(told if not off else without_empty(told), VISIBLE) == {}


def without_empty(told):
    """What is switched off and empty is no sign of anything."""
    return {name: reached for name, reached in told.items() if not name.endswith("empty")}


def box_of(widget):
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    part = QStyle.SubElement
    which = part.SE_CheckBoxIndicator
    if not isinstance(widget, QCheckBox):
        which = part.SE_RadioButtonIndicator
    return place_of(widget, widget.style().subElementRect(which, option, widget))


def test_a_box_that_is_partly_ticked_differs_from_one_that_is_ticked_in_shape(board):
    check = board.kinds["check"]
    check.setTristate(True)
    shapes = []
    for state in Qt.CheckState:
        check.setCheckState(state)
        shapes.append(colours(picture(board), box_of(check)))
    assert len({tuple(sorted(each.items())) for each in shapes}) == 3


def test_signs_of_fields_and_trees_are_seen(board):
    seen = picture(board)
    line = board.fontMetrics().height()
    told = {}
    for name in ("combo", "editable", "day", "spin", "time"):
        for side, made in (("", board.kinds), ("off ", board.off)):
            end = made[name].rect().adjusted(made[name].width() - line - 4, 4, -4, -4)
            told[side + name] = ink_on_paper(seen, place_of(made[name], end))
    tree = board.kinds["tree"]
    rect = tree.visualItemRect(tree.topLevelItem(0))
    at = tree.viewport().mapTo(board, QPoint(2, rect.top()))
    told["branch"] = ink_on_paper(
        seen, QRect(at, rect.size()).adjusted(0, 2, 16 - rect.width(), -2)
    )
    assert weak(told, VISIBLE) == {}


@pytest.mark.parametrize("with_keys", [True, False])
def test_a_chosen_line_can_be_read_and_is_marked(board, with_keys):
    lines = board.kinds["list"]
    if with_keys:
        lines.setFocus()
    seen = picture(board)
    rect = lines.visualItemRect(lines.item(0))
    at = lines.viewport().mapTo(board, rect.topLeft())
    line = QRect(at, rect.size())
    assert ink_on_paper(seen, line.adjusted(6, 2, -4, -2)) >= READABLE
    mark, behind = (
        seen.pixel(line.left() + 1, line.center().y()),
        seen.pixel(line.right() - 8, line.center().y()),
    )
    assert between(mark, behind) >= VISIBLE


def test_the_chosen_tab_is_underlined_and_bold(board):
    seen, bar = picture(board), board.kinds["tabs"]
    chosen, other = (place_of(bar, bar.tabRect(at)) for at in (0, 1))
    inside = chosen.adjusted(6, 4, -6, -8)
    assert ink_on_paper(seen, inside) >= READABLE
    below = seen.pixel(chosen.center().x(), chosen.bottom() - 1)
    assert below == seen.pixel(chosen.center().x(), chosen.bottom())
    assert between(below, seen.pixel(other.center().x(), other.bottom())) >= VISIBLE


def test_progress_is_seen(board):
    seen, where = picture(board), place_of(board.progress)
    middle = where.center().y()
    done = seen.pixel(where.left() + where.width() // 4, middle)
    assert between(done, seen.pixel(where.right() - where.width() // 4, middle)) >= VISIBLE


def test_headers_can_be_read(board):
    seen, head = picture(board), board.kinds["tree"].header()
    assert ink_on_paper(seen, place_of(head).adjusted(2, 4, -2, -4)) >= READABLE


def test_lines_of_a_menu_can_be_read_and_the_chosen_one_is_seen(board):
    menu = QMenu(board)
    plain = menu.addAction("Đăng ký")
    chosen = menu.addAction(menu_icon("copy"), "Sao chép\tCtrl+C")
    off = menu.addAction("Đăng ký")
    off.setEnabled(False)
    ticked = menu.addAction("Đăng ký")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(chosen)
    seen = picture(menu)
    rects = {a: menu.actionGeometry(a).adjusted(6, 3, -6, -3) for a in menu.actions()}
    assert ink_on_paper(seen, rects[plain]) >= READABLE
    icon_room = menu.fontMetrics().height() * 2
    assert ink_on_paper(seen, rects[chosen].adjusted(icon_room, 0, 0, 0)) >= READABLE
    picture_place = QRect(rects[chosen].topLeft(), rects[chosen].bottomRight())
    picture_place.setWidth(icon_room)
    assert ink_on_paper(seen, picture_place) >= VISIBLE
    assert ink_on_paper(seen, rects[off]) >= VISIBLE
    sign = QRect(rects[ticked])
    sign.setWidth(menu.fontMetrics().height())
    assert ink_on_paper(seen, sign) >= VISIBLE
    frame = menu.actionGeometry(chosen)
    ring = seen.pixel(frame.center().x(), frame.top())
    assert between(ring, seen.pixel(frame.center().x(), frame.top() - 2)) >= VISIBLE
    menu.close()


def test_what_a_combo_box_offers_can_be_read(qtbot, board):
    box = board.kinds["combo"]
    box.addItem("Đăng ký")
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    seen = picture(view)
    for line in range(2):
        rect = view.visualRect(box.model().index(line, 0))
        at = view.viewport().mapTo(view.window(), rect.topLeft())
        assert ink_on_paper(seen, QRect(at, rect.size()).adjusted(6, 3, -6, -3)) >= READABLE
    box.hidePopup()


def test_a_tip_can_be_read(qtbot, board):
    QToolTip.showText(QPoint(10, 10), "Sao chép số điện thoại", board)
    tips = [w for w in board.window().findChildren(QLabel) if w.objectName() == "qtooltip_label"]
    tip = tips[0] if tips else None
    assert tip is not None
    assert ink_on_paper(picture(tip), tip.rect().adjusted(3, 3, -3, -3)) >= READABLE
    QToolTip.hideText()


def test_words_that_are_marked_in_a_field_can_be_read(board):
    field = board.kinds["field"]
    field.setFocus()
    field.selectAll()
    assert ink_on_paper(picture(board), inner(field)) >= READABLE


def test_every_role_of_a_contrast_theme_is_a_colour_that_was_chosen():
    for system in CONTRAST_THEMES.values():
        chosen = set(vars(system).values())
        made = make_palette(contrast_colours(system))
        roles = contrast_colours(system)
        assert {made.color(QPalette.ColorGroup.Active, role).name() for role in roles} <= chosen
