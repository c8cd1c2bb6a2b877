"""What shows: words, cards, tables, lists, tabs, menus, bars."""

from __future__ import annotations

# role="title|heading|muted|number|attention|card" of a label or a frame. The weight that lists get
# is the one they have: it tells them, who may have measured their rows already, to do so anew.
WORDS = """
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="rate"] {{
    font-size: {rate}pt; font-weight: 600; color: palette(accent);
}}
QLabel[role="muted"] {{ color: palette(placeholder-text); }}
QLabel[role="attention"] {{ color: palette(bright-text); }}
QLabel[role="brand"] {{ font-size: {brand}pt; font-weight: 600; color: palette(accent); }}
QLabel:disabled {{ color: palette(shadow); }}
QToolTip {{
    background: palette(tooltip-base); color: palette(tooltip-text);
    border: 1px solid palette(tooltip-text); padding: 4px 6px;
}}
"""

FRAMES = """
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
QFrame[role="toast"] {{
    background: palette(base); border: 1px solid palette(accent); border-radius: {radius}px;
}}
QFrame[role="toast"][attention="true"] {{ border-color: palette(bright-text); }}
QFrame[role="line"] {{ background: palette(midlight); border: 0; }}
QGroupBox {{
    border: 1px solid palette(midlight); border-radius: {radius}px;
    margin-top: {line}px; padding: 8px;
}}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; padding: 0; font-weight: 600; }}
QAbstractScrollArea[reads="true"] {{ border: 2px solid transparent; border-radius: {radius}px; }}
QAbstractScrollArea[reads="true"]:focus {{ border-color: palette(accent); }}
QStatusBar {{ background: palette(base); border-top: 1px solid palette(midlight); }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 2px 8px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: palette(mid); }}
QProgressBar {{
    background: palette(midlight); border: 0; border-radius: 3px;
    min-height: 6px; max-height: 6px;
}}
QProgressBar::chunk {{ background: palette(accent); border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar::handle {{ background: palette(dark); border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: palette(placeholder-text); }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

TABLES = """
QTableView, QTreeView, QListView {{
    background: palette(base); alternate-background-color: palette(alternate-base);
    color: palette(text); outline: 0; gridline-color: palette(midlight);
    border: 1px solid palette(mid); border-radius: {radius}px; padding: 2px;
    selection-background-color: palette(highlight); selection-color: palette(highlighted-text);
    placeholder-text-color: palette(placeholder-text);
}}
QTableView:focus, QTreeView:focus, QListView:focus {{
    border: 2px solid palette(accent); padding: 1px;
}}
QTreeView, QListView {{ font-weight: 400; }}
FrozenColumns {{ border: 0; border-radius: 0; padding: 0; }}
QFrame[role="card"] QTableView, QFrame[role="card"] QTreeView, QFrame[role="card"] QListView {{
    border: 2px solid transparent; border-radius: {radius}px; padding: 0;
}}
QFrame[role="card"] QTableView:focus, QFrame[role="card"] QTreeView:focus,
QFrame[role="card"] QListView:focus {{ border: 2px solid palette(accent); padding: 0; }}
QFrame[role="card"] FrozenColumns {{ border: 0; border-radius: 0; }}
QTableView:disabled, QTreeView:disabled, QListView:disabled {{ color: palette(shadow); }}
QListView::item, QTreeView::item {{
    padding: {row_air}px 4px {row_low}px; border: 0; border-left: 3px solid transparent;
}}
QListView::item:selected, QTreeView::item:selected:first, QTreeView::item:selected:only-one {{
    border-left: 3px solid palette(accent);
}}
QListView::item:hover, QTreeView::item:hover {{ background: palette(alternate-base); }}
QListView::item:selected, QTreeView::item:selected {{
    background: palette(highlight); color: palette(highlighted-text);
}}
QTreeView::branch:has-children:closed {{ image: url("{chevron_right_quiet}"); }}
QTreeView::branch:has-children:open {{ image: url("{chevron_down_quiet}"); }}
QHeaderView {{ background: palette(alternate-base); border: 0; }}
QHeaderView::section {{
    background: palette(alternate-base); color: palette(text); border: 0;
    border-bottom: 1px solid palette(mid); padding: {cell}px {cell_side}px; font-weight: 600;
}}
QTreeView QHeaderView::section {{ padding-left: 10px; padding-right: 7px; }}
QHeaderView::section:vertical {{ padding-top: 0; padding-bottom: 0; }}
QTableCornerButton::section {{
    background: palette(alternate-base); border: 0; border-bottom: 1px solid palette(mid);
}}
QHeaderView::section:hover {{ background: palette(light); }}
QHeaderView::down-arrow {{
    image: url("{chevron_down_quiet}"); width: {sign}px; height: {sign}px;
    subcontrol-position: center right;
}}
QHeaderView::up-arrow {{
    image: url("{chevron_up_quiet}"); width: {sign}px; height: {sign}px;
    subcontrol-position: center right;
}}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{
    background: palette(base); color: palette(text);
    border: 1px solid palette(dark); border-radius: 0; padding: 4px; outline: 0;
    selection-background-color: palette(highlight); selection-color: palette(highlighted-text);
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: palette(alternate-base); }}
QCalendarWidget QTableView {{
    selection-background-color: palette(accent); selection-color: palette(base);
}}
QCalendarWidget QAbstractItemView {{ border: 0; border-radius: 0; padding: 0; outline: 0; }}
QCalendarWidget QSpinBox {{ min-height: 0; padding: 0; }}
QCalendarWidget QToolButton, QCalendarWidget QToolButton#qt_calendar_monthbutton,
QCalendarWidget QToolButton#qt_calendar_monthbutton:focus {{
    background: transparent; border: 2px solid transparent; padding: 2px 8px;
    min-height: 0; max-height: {any}px; font-weight: 600;
}}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus,
QCalendarWidget QToolButton#qt_calendar_monthbutton:hover,
QCalendarWidget QToolButton#qt_calendar_monthbutton:focus {{ border-color: palette(accent); }}
"""

CHOICES = """
QTabWidget::pane {{ border: 0; border-top: 1px solid palette(midlight); }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: palette(placeholder-text); border: 2px solid transparent;
    border-radius: 0; padding: {cell}px {inset}px; font-weight: 400;
}}
QTabBar::tab:hover {{ color: palette(text); border-bottom-color: palette(mid); }}
QTabBar::tab:selected {{
    color: palette(text); border-bottom-color: palette(accent); font-weight: 600;
}}
QTabBar::tab:focus {{ border-color: palette(accent); border-radius: 4px; }}
QTabBar QToolButton {{
    background: palette(window); border: 1px solid palette(dark); border-radius: 4px;
    padding: 0; min-height: 0; max-height: {any}px;
}}
QTabBar QToolButton::left-arrow {{ image: url("{chevron_left_quiet}"); }}
QTabBar QToolButton::right-arrow {{ image: url("{chevron_right_quiet}"); }}
QTabBar::tab:disabled {{ color: palette(shadow); }}
QMenuBar {{
    background: palette(base); border-bottom: 1px solid palette(midlight); padding: 2px 4px;
}}
QMenuBar::item {{
    padding: 3px 7px; border: 1px solid transparent; border-radius: 4px; background: transparent;
}}
QMenuBar::item:selected, QMenuBar::item:pressed {{
    background: palette(highlight); color: palette(highlighted-text);
    border-color: palette(accent);
}}
QMenuBar::item:disabled {{ color: palette(shadow); }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; width: 0; }}
QMenu {{
    background: palette(base); color: palette(text); border: 1px solid palette(dark);
    padding: 4px;
}}
QMenu::item {{
    padding: {menu}px {gap}px {menu}px {menu_left}px; border: 1px solid transparent;
    border-radius: 4px;
}}
QMenu::item:selected {{
    background: palette(highlight); color: palette(highlighted-text);
    border-color: palette(accent);
}}
QMenu::item:disabled {{ color: palette(shadow); }}
QMenu::item:disabled:selected {{ background: transparent; border-color: palette(mid); }}
QMenu {{ icon-size: {icon}px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: palette(midlight); margin: 4px 8px; }}
QMenu::indicator {{ width: {box}px; height: {box}px; left: 8px; }}
QMenu::indicator:checked {{ image: url("{tick_text}"); }}
QMenu::indicator:checked:exclusive {{ image: url("{tick_text}"); }}
QMenu::right-arrow {{
    image: url("{chevron_right_quiet}"); width: {sign}px; height: {sign}px; right: 8px;
}}
"""
