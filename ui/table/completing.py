"""Proposals while somebody types: found without diacritics, given as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from models.text.names import search_fold

FOLDED_ROLE = Qt.ItemDataRole.UserRole + 1
LIST_AIR = 2


class FoldedCompleter(QCompleter):
    """Finds what is typed anywhere in the `FOLDED_ROLE` of `model`; shows and gives its texts."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(FOLDED_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(10)
        popup = self.popup()
        if isinstance(popup, QListView):
            popup.setSpacing(LIST_AIR)

    def splitPath(self, path: str) -> list[str]:
        """What is sought."""
        return [search_fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is given."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def completer_of(words: Sequence[str], parent: QObject) -> FoldedCompleter:
    """A completer that proposes these words."""
    model = QStandardItemModel(parent)
    for word in words:
        item = QStandardItem(word)
        item.setData(search_fold(word), FOLDED_ROLE)
        model.appendRow(item)
    return FoldedCompleter(model, parent)
