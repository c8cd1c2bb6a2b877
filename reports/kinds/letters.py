"""Công văn phát động, hưởng ứng, đôn đốc: the form of a letter around its wording."""

from __future__ import annotations

from dataclasses import dataclass

from models.records import Unit
from reports.document import Annex, Document, Title
from reports.kinds.addressees import usual_addressees
from reports.kinds.parts import document_header, file_stem, recipients
from reports.occasion import Occasion
from reports.wording.filling import fill_subject, fill_wording
from reports.wording.places import WordingValues

STEMS = {
    "launch-letter": "CongVanPhatDong",
    "support-letter": "CongVanHuongUng",
    "reminder-letter": "CongVanDonDoc",
    "unit-reminder-letter": "CongVanDonDoc",
}
AS_ABOVE = "Như trên"
_RECIPIENTS = {"support-letter": (AS_ABOVE, "CT, các PCT UBND {xã}")}


@dataclass(frozen=True, slots=True)
class LetterParts:
    """What a letter has beside its wording; without `addressees` it goes to all `units`.

    Without those either it goes to the units that have people. `unit` is the name of the one that
    it goes to alone. `people` and `phones` count who stands in the annexes.
    """

    annexes: tuple[Annex, ...] = ()
    addressees: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    unit: str = ""
    people: int = 0
    phones: int = 0


NO_PARTS = LetterParts()


def letter(
    kind: str,
    occasion: Occasion,
    wording: str,
    values: WordingValues,
    parts: LetterParts = NO_PARTS,
) -> Document:
    """The letter of `kind` whose text is `wording`, filled with `values`."""
    chosen = occasion.choices.addressees
    usual = parts.addressees or usual_addressees(kind, occasion, parts.units)
    to = _RECIPIENTS.get(kind, (AS_ABOVE,))
    return Document(
        kind=kind,
        stem=file_stem(STEMS[kind], occasion.commune, parts.unit),
        header=document_header(occasion, occasion.issuer.symbols.get("CV", "")),
        title=Title("", fill_subject(kind, wording, values)),
        body=fill_wording(kind, wording, values),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, *(each.format(xã=occasion.commune.kind) for each in to)),
        addressees=usual if chosen is None else chosen,
        annexes=parts.annexes,
        type_words="Công văn",
        people=parts.people,
        phones=parts.phones,
        places=values,
    )
