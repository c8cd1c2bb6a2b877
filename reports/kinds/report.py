"""Báo cáo kết quả, báo cáo nhanh, báo cáo định kỳ: the form of a report around its wording."""

from __future__ import annotations

from models.records import UnitKind
from models.records.figures import Grouping
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Annex, Document, Title
from reports.kinds.charts import many_units_chart
from reports.kinds.parts import document_header, figures_as_of, file_stem, recipients
from reports.kinds.unit_summary import summary_annex
from reports.occasion import Occasion
from reports.wording.filling import fill_subject, fill_wording
from reports.wording.places import WordingValues

STEMS = {
    "result-report": "BaoCaoKetQua",
    "quick-report": "BaoCaoNhanh",
    "period-report": "BaoCaoDinhKy",
}
QUICK = "quick-report"
TYPE_NAMES = {QUICK: "BÁO CÁO NHANH"}
CHART_TITLE = "BIỂU ĐỒ TỶ LỆ THAM GIA THEO ĐƠN VỊ"
REPORT = "BÁO CÁO"
AS_ABOVE = "Như trên"


def report(kind: str, occasion: Occasion, wording: str, values: WordingValues) -> Document:
    """The report of `kind` whose text is `wording`, filled with `values`; the tables are annexes.

    Raises ValueError when the lines of the figures do not add up to its totals.
    """
    chosen, organizer = occasion.choices.addressees, occasion.contest.organizer
    usual = (organizer,) if organizer else ()
    addressees = usual if chosen is None else chosen
    return Document(
        kind=kind,
        stem=file_stem(STEMS[kind], occasion.commune),
        header=document_header(occasion, occasion.issuer.symbols.get("BC", "")),
        title=Title(TYPE_NAMES.get(kind, REPORT), fill_subject(kind, wording, values)),
        body=fill_wording(kind, wording, values),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, *((AS_ABOVE,) if addressees else ())),
        addressees=addressees,
        annexes=tuple(annex for _, annex in _annexes(kind, occasion)),
        type_words="Báo cáo",
        places=values,
    )


def annexes_words(kind: str, occasion: Occasion) -> str:
    """ "Phụ lục I (theo đơn vị), Phụ lục II (theo khối)"; "Phụ lục" where it is one."""
    named = [words for words, _ in _annexes(kind, occasion)]
    if len(named) == 1:
        return "Phụ lục"
    return ", ".join(f"Phụ lục {roman(at)} ({words})" for at, words in enumerate(named, start=1))


def _annexes(kind: str, occasion: Occasion) -> list[tuple[str, Annex]]:
    """What each annex is, and the annex."""
    found = [("theo đơn vị", summary_annex(occasion))]
    if len({line.kind or UnitKind.OTHER for line in occasion.figures.units}) > 1:
        found.append(("theo khối", summary_annex(occasion, Grouping.KIND)))
    chart = None if kind == QUICK else many_units_chart(occasion.figures, occasion.contest)
    if chart is not None:
        as_of = Paragraph(figures_as_of(occasion), ParagraphStyle.CENTER)
        found.append(("biểu đồ theo đơn vị", Annex((CHART_TITLE,), (as_of, chart))))
    return found
