"""Editors of the person dialog read and set: lines of text and short lists of choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit

from models.text.formats import number
from ui.people.field import FormField
from ui.theme.quiet_combo import QuietCombo

NOT_SAID = "Chưa rõ"
NAMES_SHOWN = 3
Named = TypeVar("Named", bound=StrEnum)


def choice_box(names: Mapping[Named, str]) -> QComboBox:
    """A list of the names, with "not known" first."""
    combo = QuietCombo()
    combo.addItem(NOT_SAID, "")
    for value, words in names.items():
        combo.addItem(words, value.value)
    return combo


def chosen_value(field: FormField, kind: type[Named]) -> Named | None:
    """What is chosen in a field made with `choice_box`."""
    assert isinstance(field.editor, QComboBox)
    value = field.editor.currentData()
    return kind(value) if value else None


def choose_value(field: FormField, value: StrEnum | None) -> None:
    """Choose a value in a field made with `choice_box`."""
    assert isinstance(field.editor, QComboBox)
    field.editor.setCurrentIndex(max(field.editor.findData(value.value if value else ""), 0))


def line_of(field: FormField) -> QLineEdit:
    """The line of a field that holds one."""
    assert isinstance(field.editor, QLineEdit)
    return field.editor


def names_listed(names: Sequence[str]) -> str:
    """The first few names, and how many people there are more."""
    rest = len(names) - NAMES_SHOWN
    more = f" và {number(rest)} người nữa" if rest > 0 else ""
    return ", ".join(names[:NAMES_SHOWN]) + more
