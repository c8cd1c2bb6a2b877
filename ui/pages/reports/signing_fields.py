"""Who issues a document and who signs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from models.office.issuer import COMMITTEE, ISSUER_NAMES
from models.records.choices import DocumentChoices, NamedSigner
from ui.theme.pieces import column_in, label, named
from ui.theme.quiet_combo import QuietCombo

OTHER_SIGNER = "Người ký khác…"
NO_SIGNER = "Chưa ghi người ký"
LETTERS = 20
TOOLTIP = Qt.ItemDataRole.ToolTipRole


class SigningFields(QWidget):
    """`chosen` carries the profile of the issuer and the id of the signer, None for the usual one;
    `other_wanted` tells that somebody else shall sign."""

    chosen = Signal(str, object)
    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._signers: tuple[NamedSigner, ...] = ()
        self._shown = DocumentChoices()
        self.issuer = _combo("issuer", "Cơ quan ban hành")
        for profile, words in ISSUER_NAMES.items():
            self.issuer.addItem(words, profile)
        self.signer = _combo("signer", "Người ký")
        self.issuer.activated.connect(self._issuer_chosen)
        self.signer.activated.connect(self._signer_chosen)
        column = column_in(self, 4)
        column.addWidget(label("Cơ quan ban hành", "heading"))
        column.addWidget(self.issuer)
        column.addWidget(label("Người ký", "heading"))
        column.addWidget(self.signer)

    def show_chosen(self, choices: DocumentChoices, signers: Sequence[NamedSigner]) -> None:
        """Show what is remembered for the kind."""
        self._shown, self._signers = choices, tuple(signers)
        profile = choices.issuer or COMMITTEE
        self.issuer.setCurrentIndex(max(0, self.issuer.findData(profile)))
        own = [each for each in signers if each.issuer == profile]
        self.signer.clear()
        for each in own:
            self.signer.addItem(f"{each.name}, {_office(each)}", each.id)
            self.signer.setItemData(self.signer.count() - 1, "\n".join(each.lines), TOOLTIP)
        if not own:
            self.signer.addItem(NO_SIGNER, None)
        self.signer.addItem(OTHER_SIGNER, 0)
        usual = next((each.id for each in own if each.current), own[0].id if own else None)
        wanted = choices.signer if any(each.id == choices.signer for each in own) else usual
        self.signer.setCurrentIndex(max(0, self.signer.findData(wanted)))

    def _issuer_chosen(self, _at: int) -> None:
        profile = str(self.issuer.currentData())
        if profile != (self._shown.issuer or COMMITTEE):
            self.chosen.emit(profile, None)

    def _signer_chosen(self, _at: int) -> None:
        signer = self.signer.currentData()
        if signer == 0:
            self.show_chosen(self._shown, self._signers)
            self.other_wanted.emit()
        elif signer is not None:
            self.chosen.emit(str(self.issuer.currentData()), signer)


def _office(signer: NamedSigner) -> str:
    """The last line of authority, as it is spoken: "Phó Chủ tịch"."""
    words = signer.lines[-1] if signer.lines else ""
    deputy, rest = words[:4] == "PHÓ ", words.removeprefix("PHÓ ").capitalize()
    return f"Phó {rest}" if deputy else rest


def _combo(name: str, words: str) -> QComboBox:
    made = named(QuietCombo(), name, words)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(LETTERS)
    return made
