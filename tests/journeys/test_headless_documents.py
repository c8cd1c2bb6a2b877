"""The register of documents by command: a letter comes, is answered, gets its number and files."""

from __future__ import annotations

import pytest

from tests.journeys.at_hand import OfficeAtHand

CITY = "2136/SKHCN-TTTT"


@pytest.fixture
def office(data_path) -> OfficeAtHand:
    return OfficeAtHand(data_path)


def listed(office, *words) -> list[dict]:
    return office.run("document", "list", *words)["documents"]


def test_the_letters_of_the_city_are_there_and_due(office):
    found = listed(office, "--as-of", "2026-06-12")
    assert [each["symbol"] for each in found] == ["2291/SKHCN-TTTT", CITY]
    assert {(each["due_state"], each["days"]) for each in found} == {("overdue", -1)}
    assert listed(office, "--direction", "out") == []


def test_a_report_is_written_numbered_and_answers(office, tmp_path):
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1")
    made = office.run(
        "document", "add", "--direction", "out", "--kind", "Báo cáo", "--subject", "Kết quả",
        "--recipient", "Sở KHCN", "--attach", paper,
    )["document"]  # fmt: skip
    assert made["awaits_number"]
    assert made["files"] == [{"name": "Báo cáo.pdf", "size": 6}]
    waiting = office.run("document", "answer", CITY, "--by", made["id"])["document"]
    assert waiting["open"]
    office.run("document", "set", made["id"], "--symbol", "12/BC-UBND", "--issued-on", "2026-06-08")
    assert [each["symbol"] for each in listed(office, "--open")] == ["2291/SKHCN-TTTT"]
    done = next(each for each in listed(office) if each["symbol"] == CITY)
    assert (done["open"], done["state"]) == (False, "đã trả lời: 12/BC-UBND")
    saved = office.run(
        "document", "save", "12/BC-UBND", "--name", "báo cáo.pdf", "--out", tmp_path / "ra.pdf"
    )
    assert (tmp_path / "ra.pdf").read_bytes() == b"%PDF-1"
    assert saved["size"] == 6
    office.run("document", "remove", "12/BC-UBND")
    assert len(listed(office)) == 2
    office.run("undo")
    assert len(listed(office)) == 3


def test_settled_and_again_not(office):
    assert not office.run("document", "set", CITY, "--settled", "2026-06-08")["document"]["open"]
    assert office.run("document", "set", CITY, "--unsettled")["document"]["open"]


def test_files_come_later_too(office, tmp_path):
    paper = tmp_path / "2136.pdf"
    paper.write_bytes(b"%PDF")
    assert office.run("document", "attach", CITY, paper)["document"]["files"]
    assert "đã được đính kèm từ trước" in office.raw("document", "attach", CITY, paper).stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "--direction", "in", "--symbol", CITY, "--issued-on", "2026-05-28"), "Trong sổ đã có"),
        (("set", "999/X", "--note", "x"), "Không có văn bản “999/X”"),
        (("attach", CITY, "khong-co.pdf"), "Không còn tệp “khong-co.pdf”"),
        (("save", CITY, "--name", "a.pdf"), "không có tệp “a.pdf”"),
        (("answer", CITY, "--by", CITY), "là văn bản đến nên không trả lời"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(office, words, said):
    before = listed(office)
    done = office.raw("document", *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert listed(office) == before


def test_wrong_usage_is_told(office):
    assert office.raw("document", "add", "--symbol", "1/A").returncode == 2
    assert office.raw("document", "answer", CITY).returncode == 2
