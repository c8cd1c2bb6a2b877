"""Documents that several tests look at, and the bundled fonts, so that pages are the same anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.records import Mark
from reports.document import Document
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from tests.reports.pdf_reader import Pdf, read_pdf
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    commune_figures,
    people_missing,
)


@pytest.fixture(scope="session")
def summary() -> Document:
    """The table of units below a number, as reports have one."""
    made = unit_summary(Occasion(commune_figures(), ISSUER, COMMUNE, CONTEST))
    return replace(made, header=replace(made.header, symbol="BC-UBND"))


@pytest.fixture(scope="session")
def summary_pdf(summary: Document) -> Pdf:
    from reports.render.fonts import liberation_serif
    from reports.render.pdf import render_pdf

    return read_pdf(render_pdf(summary, fonts=liberation_serif()))


@pytest.fixture(scope="session")
def not_registered() -> Document:
    figures = commune_figures()
    people = people_missing(figures, Mark.REGISTERED)
    return missing_people(
        people, Mark.REGISTERED, None, Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF)
    )
