"""What is pressed, typed in and ticked: one height, one inset, one radius, one ring of focus.

A border grows from one point to two where the keys are, and the padding gives way to it: nothing
moves. `{line}` is the height of the words, `{pad}` and `{inset}` the room around them.
"""

from __future__ import annotations

# A widget chooses its look by a property: primary="true" for the one main button of a page,
# link="true" for a button that reads as text, number="true" for a large figure that is pressed.
BUTTONS = """
QPushButton, QToolButton[popupMode="1"], QToolButton[popupMode="2"] {{
    background: palette(button); color: palette(button-text);
    border: 1px solid palette(dark); border-radius: {radius}px;
    min-height: {line}px; max-height: {line}px; padding: {pad}px {inset}px {low}px;
    icon-size: {icon}px;
}}
QPushButton:hover, QToolButton:hover {{ background: palette(alternate-base); }}
QPushButton:pressed, QToolButton:pressed {{ background: palette(light); }}
QPushButton:checked {{
    background: palette(highlight); color: palette(highlighted-text);
    border-color: palette(accent);
}}
QPushButton:focus, QToolButton[popupMode="1"]:focus, QToolButton[popupMode="2"]:focus {{
    border: 2px solid palette(accent); padding: {pad_focus}px {inset_focus}px {low_focus}px;
}}
QPushButton:disabled, QToolButton[popupMode="1"]:disabled, QToolButton[popupMode="2"]:disabled {{
    background: transparent; color: palette(shadow); border-color: palette(mid);
}}
QPushButton::menu-indicator, QToolButton::menu-indicator, QToolButton::menu-arrow {{
    image: url("{chevron_down_quiet}"); width: {sign}px; height: {sign}px;
}}
QPushButton::menu-indicator, QToolButton::menu-indicator {{
    subcontrol-origin: padding; subcontrol-position: right center; right: {pad}px;
}}
QPushButton::menu-indicator:disabled, QToolButton::menu-indicator:disabled,
QToolButton::menu-arrow:disabled {{ image: url("{chevron_down_off}"); }}
QToolButton[popupMode="1"], QToolButton[popupMode="2"], QToolButton[popupMode="1"]:focus,
QToolButton[popupMode="2"]:focus {{ padding-right: {drop}px; }}
QToolButton::menu-button {{
    border: 0; border-left: 1px solid palette(dark); width: {drop}px;
    border-top-right-radius: {radius}px; border-bottom-right-radius: {radius}px;
}}
QToolButton::menu-button:hover {{ background: palette(light); }}
QPushButton[primary="true"], QToolButton[primary="true"] {{
    background: palette(accent); color: palette(base);
    border-color: palette(accent); font-weight: 600;
}}
QPushButton[primary="true"]::menu-indicator, QToolButton[primary="true"]::menu-arrow {{
    image: url("{chevron_down_on_accent}");
}}
QToolButton[primary="true"]::menu-button {{ border-left: 1px solid palette(base); }}
QToolButton[primary="true"]::menu-button:hover {{ background: palette(link); }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{
    background: palette(link); border-color: palette(link);
}}
QPushButton[primary="true"]:pressed {{ background: palette(link); }}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {{
    background-clip: padding;
}}
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {{
    background: palette(light); color: palette(shadow); border-color: palette(mid);
}}
QPushButton[side="left"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QPushButton[side="right"] {{
    border-top-left-radius: 0; border-bottom-left-radius: 0; margin-left: 1px;
}}
QPushButton[link="true"] {{
    background: transparent; border: 2px solid transparent; border-radius: 4px;
    color: palette(link); padding: 1px 0 1px -1px; text-align: left;
    min-height: 0; max-height: {any}px;
}}
QPushButton[link="true"]:hover, QPushButton[link="true"]:pressed {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border: 2px solid palette(accent); }}
QPushButton[link="true"]:disabled {{ color: palette(shadow); text-decoration: none; }}
QPushButton[link="true"][attention="true"]:enabled {{
    color: palette(bright-text); font-weight: 600;
}}
QPushButton[number="true"] {{
    background: transparent; border: 2px solid transparent; border-radius: 4px;
    color: palette(text); font-size: {number}pt; font-weight: 600;
    padding: 0 0 0 -1px; min-height: 0; max-height: {any}px; text-align: left;
}}
QPushButton[number="true"]:hover {{ text-decoration: underline; }}
QPushButton[number="true"][attention="true"] {{
    color: palette(bright-text); border-bottom-color: palette(bright-text);
}}
QPushButton[number="true"]:focus {{ border: 2px solid palette(accent); }}
QPushButton[number="true"]:disabled {{ color: palette(shadow); text-decoration: none; }}
QPushButton[rail="true"] {{
    background: transparent; border: 2px solid transparent; border-radius: {radius}px;
    padding: {rail}px 9px; min-height: 0; max-height: {any}px; text-align: left;
}}
QPushButton[rail="true"]:hover {{ background: palette(alternate-base); }}
QPushButton[rail="true"]:checked {{
    background: palette(highlight); color: palette(highlighted-text); font-weight: 600;
}}
QPushButton[rail="true"]:focus {{ border: 2px solid palette(accent); }}
"""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
    background: palette(base); color: palette(text);
    border: 1px solid palette(dark); border-radius: {radius}px;
    selection-background-color: palette(accent); selection-color: palette(base);
    placeholder-text-color: palette(placeholder-text);
}}
QLineEdit {{
    padding: {pad}px {inset_line}px {low}px; min-height: {line}px; max-height: {line}px;
}}
QPlainTextEdit, QTextEdit {{ padding: {pad_text}px {inset_text}px; }}
QComboBox, QAbstractSpinBox {{
    padding: {pad}px {inset}px {low}px; min-height: {line}px; max-height: {line}px;
}}
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {{
    border-color: palette(placeholder-text);
}}
QLineEdit:focus {{
    border: 2px solid palette(accent); padding: {pad_focus}px {inset_line_focus}px {low_focus}px;
}}
QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid palette(accent); padding: {pad_text_focus}px {inset_text_focus}px;
}}
QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {{
    border: 2px solid palette(accent); padding: {pad_focus}px {inset_focus}px {low_focus}px;
}}
QComboBox:editable, QDateEdit {{ padding-left: {inset_line}px; }}
QComboBox:editable:focus, QComboBox:editable:on, QDateEdit:focus {{
    padding-left: {inset_line_focus}px;
}}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {{
    background: palette(alternate-base);
}}
QTextEdit[paper="true"] {{ background: palette(base); border-color: palette(mid); }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {{
    background: palette(window); color: palette(shadow); border-color: palette(mid);
}}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit,
QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus {{
    background: transparent; border: 0; border-radius: 0; padding: 0;
    min-height: 0; max-height: {any}px;
}}
QSpinBox, QDoubleSpinBox, QTimeEdit {{ qproperty-alignment: AlignCenter; }}
QAbstractItemView QLineEdit, QAbstractItemView QLineEdit:focus {{
    border: 2px solid palette(accent); border-radius: 0; padding: 0 3px;
    min-height: 0; max-height: {any}px;
}}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{
    subcontrol-origin: border; subcontrol-position: center right; width: {drop}px; border: 0;
}}
QComboBox::down-arrow, QDateEdit::down-arrow {{
    image: url("{chevron_down_quiet}"); width: {sign}px; height: {sign}px;
}}
QComboBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:disabled {{
    image: url("{chevron_down_off}");
}}
QDateEdit::down-arrow {{ image: url("{calendar_quiet}"); width: {box}px; height: {box}px; }}
QDateEdit::down-arrow:disabled {{ image: url("{calendar_off}"); }}
QSpinBox::up-button, QTimeEdit::up-button, QDoubleSpinBox::up-button {{
    subcontrol-origin: border; subcontrol-position: top right;
    width: {drop}px; height: {half}px; border: 0;
}}
QSpinBox::down-button, QTimeEdit::down-button, QDoubleSpinBox::down-button {{
    subcontrol-origin: border; subcontrol-position: bottom right;
    width: {drop}px; height: {half}px; border: 0;
}}
QAbstractSpinBox::up-arrow {{
    image: url("{chevron_up_quiet}"); width: {sign}px; height: {sign}px;
}}
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {{
    image: url("{chevron_up_off}");
}}
QSpinBox::down-arrow, QTimeEdit::down-arrow, QDoubleSpinBox::down-arrow {{
    image: url("{chevron_down_quiet}"); width: {sign}px; height: {sign}px;
}}
QSpinBox::down-arrow:off, QTimeEdit::down-arrow:off {{ image: url("{chevron_down_off}"); }}
"""

TICKS = """
QCheckBox, QRadioButton {{
    spacing: 8px; padding: 2px 4px 2px 1px; border: 2px solid transparent; border-radius: 4px;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: palette(accent); }}
QCheckBox:disabled, QRadioButton:disabled {{ color: palette(shadow); }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: {box}px; height: {box}px; background: palette(base);
    border: 1px solid palette(dark); border-radius: 4px;
}}
QRadioButton::indicator {{ border-radius: {round_box}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: palette(accent); }}
QCheckBox::indicator:pressed, QRadioButton::indicator:pressed {{ background: palette(light); }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: palette(accent); border-color: palette(accent); image: url("{tick_on_accent}");
}}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
    background: palette(accent); border-color: palette(accent); image: url("{dash_on_accent}");
}}
QRadioButton::indicator:checked {{
    background: palette(accent); border-color: palette(accent); image: url("{dot_on_accent}");
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QAbstractItemView::indicator:disabled {{
    background: palette(window); border-color: palette(mid);
}}
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled {{
    image: url("{tick_off}");
}}
QCheckBox::indicator:indeterminate:disabled,
QAbstractItemView::indicator:indeterminate:disabled {{ image: url("{dash_off}"); }}
QRadioButton::indicator:checked:disabled {{ image: url("{dot_off}"); }}
"""

# What the other palettes say by a tint is said by a line.
CONTRAST = """
QPushButton:hover, QToolButton:hover, QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover,
QPlainTextEdit:hover {{ border-color: palette(accent); }}
QPushButton:pressed {{ border: 2px solid palette(accent); }}
QPushButton[primary="true"]:hover {{ border-color: palette(text); }}
QPushButton:checked {{ border: 1px solid palette(text); }}
QPushButton[rail="true"]:checked {{ border: 2px solid palette(highlight); }}
QPushButton:checked:focus {{
    border: 3px solid palette(highlighted-text);
    padding: {pad_deep}px {inset_deep}px {low_deep}px;
}}
QPushButton[rail="true"]:checked:focus {{
    border: 3px solid palette(highlighted-text); padding: {rail_deep}px 8px;
}}
QPushButton:disabled, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QAbstractSpinBox:disabled {{ border: 1px dashed palette(shadow); }}
QPushButton[link="true"] {{ text-decoration: underline; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QAbstractItemView::indicator:disabled {{ border: 1px dashed palette(shadow); }}
QAbstractItemView::indicator:selected {{ border: 1px solid palette(highlighted-text); }}
QTreeView::branch:has-children:closed:selected {{ image: url("{chevron_right_on_accent}"); }}
QTreeView::branch:has-children:open:selected {{ image: url("{chevron_down_on_accent}"); }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ border-style: dashed; }}
QProgressBar {{ background: palette(window); border: 1px solid palette(text); }}
QListView::item:selected, QTreeView::item:selected:first, QTreeView::item:selected:only-one {{
    border-left: 3px solid palette(highlighted-text);
}}
QListView::item:hover, QTreeView::item:hover {{ text-decoration: underline; }}
QTabBar::tab:selected {{ border-bottom: 3px solid palette(accent); }}
QFrame[role="card"] {{ border: 1px solid palette(text); }}
QMenu::separator {{ background: palette(text); }}
QToolTip {{ border: 1px solid palette(text); }}
"""
