"""The one stylesheet: shapes and spacing; colours are always roles of the palette."""

from __future__ import annotations

# A widget chooses its look by a property: role="title|heading|muted|number|attention|card",
# primary="true" for the one main button of a page, link="true" for a button that reads as text.
_SHEET = """
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="rate"] {{
    font-size: {rate}pt; font-weight: 600; color: palette(accent);
}}
QLabel[role="muted"] {{ color: palette(placeholder-text); }}
QLabel[role="attention"] {{ color: palette(bright-text); }}
QLabel[role="brand"] {{ font-size: {brand}pt; font-weight: 600; color: palette(accent); }}

QFrame[role="card"] {{
    background: palette(base); border: 1px solid palette(midlight); border-radius: 8px;
}}
QFrame[role="card"][current="true"] {{ border: 2px solid palette(accent); }}
QFrame[role="rail"] {{
    background: palette(base); border: 0; border-right: 1px solid palette(midlight);
}}
QFrame[role="message"] {{
    background: palette(base); border: 0; border-top: 2px solid palette(accent);
}}
QFrame[role="message"][attention="true"] {{ border-top: 2px solid palette(bright-text); }}
QFrame[role="line"] {{ background: palette(midlight); border: 0; }}

QPushButton {{
    background: palette(button); color: palette(button-text);
    border: 1px solid palette(mid); border-radius: 5px; padding: {pad}px {wide}px;
}}
QPushButton:hover {{ background: palette(alternate-base); }}
QPushButton:pressed {{ background: palette(midlight); }}
QPushButton:focus {{ border: 2px solid palette(accent); padding: {tight}px {narrow}px; }}
QPushButton:disabled {{ color: palette(dark); border-color: palette(midlight); }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: 6px; }}
QPushButton[primary="true"] {{
    background: palette(accent); color: palette(base);
    border-color: palette(accent); font-weight: 600;
}}
QPushButton[primary="true"]:hover {{ background: palette(link); }}
QPushButton[primary="true"]:focus {{ border: 2px solid palette(button-text); }}
QPushButton[primary="true"]:disabled {{
    background: palette(midlight); color: palette(dark); border-color: palette(midlight);
}}
QPushButton[link="true"] {{
    background: transparent; border: 1px solid transparent; color: palette(link);
    padding: 2px 1px; text-align: left;
}}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border: 1px solid palette(accent); }}
QPushButton[link="true"][attention="true"] {{ color: palette(bright-text); font-weight: 600; }}
QPushButton[number="true"] {{
    background: transparent; border: 1px solid transparent; color: palette(text);
    font-size: {number}pt; font-weight: 600; padding: 0; text-align: left;
}}
QPushButton[number="true"]:hover {{ text-decoration: underline; }}
QPushButton[number="true"]:focus {{ border: 1px solid palette(accent); }}
QPushButton[number="true"][attention="true"] {{ color: palette(bright-text); }}
QPushButton[rail="true"] {{
    background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: {rail}px 10px; text-align: left;
}}
QPushButton[rail="true"]:hover {{ background: palette(alternate-base); }}
QPushButton[rail="true"]:checked {{
    background: palette(highlight); color: palette(highlighted-text); font-weight: 600;
}}
QPushButton[rail="true"]:focus {{ border: 1px solid palette(accent); }}

QLineEdit, QPlainTextEdit {{
    background: palette(base); border: 1px solid palette(mid); border-radius: 5px;
    padding: {field}px 8px; selection-background-color: palette(accent);
    selection-color: palette(base);
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid palette(accent); }}
QDateEdit QLineEdit, QSpinBox QLineEdit {{ border: 0; padding: {pad}px 2px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0 2px; }}
QComboBox {{ padding: {field}px 4px; }}
QDateEdit, QSpinBox {{ min-height: {edit}px; }}
QAbstractItemView QLineEdit {{ padding: 0 4px; border-radius: 0; }}

QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: {box}px; height: {box}px; background: palette(base);
    border: 1px solid palette(placeholder-text); border-radius: 3px;
}}
QRadioButton::indicator {{ border-radius: {round_box}px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: palette(accent); border-color: palette(accent); image: url("{tick}");
}}
QAbstractItemView::indicator:indeterminate {{ background: palette(link-visited); }}
QRadioButton::indicator:checked {{
    border-color: palette(accent);
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 palette(accent), stop: 0.55 palette(accent), stop: 0.65 palette(base),
        stop: 1 palette(base));
}}
QCheckBox:focus, QRadioButton:focus {{ color: palette(link); }}

QAbstractItemView {{ border: 0; outline: 0; gridline-color: palette(midlight); }}
QAbstractItemView[boxed="true"] {{ border: 1px solid palette(mid); border-radius: 2px; }}
QListView[boxed="true"]::item, QTreeView::item {{ padding: {cell}px 4px; }}
QListView[boxed="true"]::item:selected, QTreeView::item:selected {{
    background: palette(highlight); color: palette(highlighted-text);
}}
QHeaderView::section {{
    background: palette(alternate-base); border: 0;
    border-bottom: 1px solid palette(mid); padding: {field}px 4px; font-weight: 600;
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: palette(alternate-base); }}
QCalendarWidget QToolButton {{
    background: transparent; border: 1px solid transparent; padding: 2px 8px; font-weight: 600;
}}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{
    border: 1px solid palette(accent);
}}
QMenuBar {{
    background: palette(base); border-bottom: 1px solid palette(midlight); padding: 2px 4px;
}}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: palette(highlight); color: palette(highlighted-text); }}
QStatusBar {{ background: palette(base); border-top: 1px solid palette(midlight); }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 2px 8px; }}
QToolTip {{ border: 0; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: palette(mid); border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: palette(dark); }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
"""


def stylesheet(point_size: float, tick: str) -> str:
    """The sheet for a text size in points; `tick` is the picture in a box that is ticked.

    Sizes follow the text, so that nothing is cut when the officer makes it larger.
    """
    unit = point_size / 9
    pad = round(5 * unit)
    wide = round(12 * unit)
    return _SHEET.format(
        title=round(point_size * 1.5, 1),
        brand=round(point_size * 1.2, 1),
        number=round(point_size * 2, 1),
        pad=pad,
        tight=pad - 1,
        wide=wide,
        narrow=wide - 1,
        rate=round(point_size * 1.25, 1),
        cell=round(3 * unit),
        edit=round(21 * unit),
        rail=round(7 * unit),
        box=2 * round(6 * unit),
        round_box=round(6 * unit) + 1,
        tick=tick,
        field=round(4 * unit),
    )
