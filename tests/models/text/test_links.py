"""Links as evidence: whole addresses, each once."""

from __future__ import annotations

import pytest

from models.text.links import link_problem, links_in


@pytest.mark.parametrize(
    "link",
    [
        "https://kesat.haiphong.gov.vn",
        "HTTPS://Kesat.gov.vn:8443/tin?id=1#a",
        "http://bắcgiang.vn/thể-lệ",
        "https://www.facebook.com/share/p/1AbC/",
    ],
)
def test_good_ones(link):
    assert link_problem(link) == ""


@pytest.mark.parametrize(
    "link",
    [
        "kesat.gov.vn", "ftp://kesat.gov.vn", "javascript:alert(1)", "https://", "https://kesat",
        "https://ke sat.gov.vn", "https://[::1", "https://a.vn:99999/", "file:///c:/anh.png",
    ],
)  # fmt: skip
def test_what_is_none_says_why(link):
    assert link_problem(link)


def test_one_in_each_line():
    assert links_in(" https://a.vn \n\nhttps://b.vn\nhttps://a.vn") == (
        "https://a.vn",
        "https://b.vn",
    )
