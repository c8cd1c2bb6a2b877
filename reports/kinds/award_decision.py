"""Quyết định khen thưởng, as a draft: what the office must still fill in stands there as a gap."""

from __future__ import annotations

from dataclasses import replace

from models.office.issuer import COMMITTEE
from models.records import Signer
from reports.document import Annex, Document, Orientation, Title
from reports.kinds.award_list import AwardsGiven, awards_blocks, refuse_no_awards
from reports.kinds.parts import document_header, file_stem, recipients
from reports.occasion import Occasion
from reports.wording.filling import fill_subject, fill_wording
from reports.wording.places import WordingValues
from reports.wording.values.awards import DECISION

ANNEX_TITLE = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG"
_COLLECTIVE = "TM."


def award_decision(
    given: AwardsGiven, occasion: Occasion, wording: str, values: WordingValues
) -> Document:
    """The decision whose text is `wording`, with the list of awards as its annex.

    Raises `NothingToList` when nothing was given.
    """
    refuse_no_awards(given, occasion)
    header = document_header(occasion, occasion.issuer.symbols.get("QĐ", ""))
    annex = Annex((ANNEX_TITLE,), awards_blocks(given, occasion), Orientation.LANDSCAPE)
    return Document(
        kind=DECISION,
        stem=file_stem("QuyetDinhKhenThuong", occasion.commune),
        header=replace(header, issuer_words=f"{_head(occasion)} {header.issuer_words}"),
        title=Title("QUYẾT ĐỊNH", fill_subject(DECISION, wording, values)),
        body=fill_wording(DECISION, wording, values),
        figures=occasion.figures,
        signature=_signer(occasion.issuer.signer),
        recipients=recipients(occasion, "Các tập thể, cá nhân có tên tại Điều 1"),
        annexes=(annex,),
        type_words="Quyết định",
        people=given.people,
        places=values,
    )


def _head(occasion: Occasion) -> str:
    return "Chủ tịch" if occasion.issuer.profile == COMMITTEE else "Trưởng"


def _signer(signer: Signer) -> Signer:
    """Whoever heads the office decides, not the committee: nobody signs on its behalf."""
    lines = tuple(line for line in signer.lines if not line.startswith(_COLLECTIVE))
    return Signer(lines or signer.lines, signer.name)
