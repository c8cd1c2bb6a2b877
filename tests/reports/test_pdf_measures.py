"""The measures of the decree on the pages of the PDF, and the table of them that offices can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from tests.reports.measures import (
    MEASURES,
    Measure,
    Papers,
    in_words,
    letter_measured,
    report_measured,
)
from tests.reports.pdf_reader import read_pdf

TABLE = Path(__file__).parents[2] / "docs" / "van-ban.md"


@pytest.fixture(scope="module")
def papers() -> Papers:
    letter, report = (
        read_pdf(render_pdf(document, fonts=liberation_serif()))
        for document in (letter_measured(), report_measured())
    )
    return Papers(letter, report)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.component)
def test_a_page_is_as_the_profile_and_the_decree_say(measure: Measure, papers: Papers):
    found = measure.measured(papers)
    assert measure.least <= measure.value <= measure.most
    assert abs(found - measure.value) <= measure.tolerance


def test_the_table_of_the_documentation_is_what_was_measured(papers: Papers):
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in TABLE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| ---")
    ]
    told = {row[0]: row[1:5] for row in rows if len(row) == 6}
    for measure in MEASURES:
        expected = [
            measure.rule,
            f"`{measure.field}`" if measure.field else "",
            in_words(measure.value, measure.unit),
            in_words(measure.measured(papers), measure.unit),
        ]
        assert told.pop(measure.component) == expected
    assert told.keys() <= {"Thành phần"}
