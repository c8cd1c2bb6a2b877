from pathlib import Path

from tests.models.matching.corpus_table import commune_table, tables

PAGE = Path(__file__).parents[3] / "docs" / "doi-chieu-ten.md"


def test_the_page_shows_what_is_measured():
    page = PAGE.read_text("utf-8")
    assert tables() in page
    assert commune_table(seed=2026) in page
