"""All values of a document, from its occasion and what was read for it."""

from __future__ import annotations

from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.contest import CONTEST_PLACES, values_of_contest
from reports.wording.values.deeds import DEED_PLACES, values_of_deeds
from reports.wording.values.figures import FIGURE_PLACES, values_of_figures
from reports.wording.values.office import OFFICE_PLACES, values_of_office
from reports.wording.values.papers import PAPER_PLACES, values_of_papers
from reports.wording.values.programme import PROGRAMME_PLACES, values_of_programme
from reports.wording.values.records import WordingRecords

COMMON_PLACES: tuple[WordingPlace, ...] = (
    *OFFICE_PLACES,
    *CONTEST_PLACES,
    *DEED_PLACES,
    *PROGRAMME_PLACES,
    *PAPER_PLACES,
    *FIGURE_PLACES,
)
"""What every kind of document can say."""


def common_values(occasion: Occasion, records: WordingRecords) -> dict[str, WordingValue]:
    """The values of `COMMON_PLACES` by their names; a kind adds those of its own."""
    return {
        **values_of_office(occasion, records),
        **values_of_contest(occasion),
        **values_of_deeds(occasion),
        **values_of_programme(occasion),
        **values_of_papers(occasion, records),
        **values_of_figures(occasion, records),
    }
