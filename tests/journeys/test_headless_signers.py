"""The command signer: who signs, without a window."""

from __future__ import annotations

import pytest

from models.office.issuer import ISSUER_NAMES
from tests.journeys.at_hand import OfficeAtHand
from ui.commandline.signing_arguments import ISSUERS

LINES = ("--line", "TM. ỦY BAN NHÂN DÂN", "--line", "KT. Chủ tịch", "--line", "Phó Chủ tịch")


@pytest.fixture
def office(data_path):
    return OfficeAtHand(data_path)


def test_the_issuers_are_those_of_the_models():
    assert tuple(ISSUER_NAMES) == ISSUERS


def test_signers_are_added_set_chosen_and_removed(office):
    made = office.run("signer", "add", "--name", "Trần Văn Mẫu", *LINES)["signer"]
    assert made == {
        "id": made["id"],
        "issuer": "ubnd",
        "lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "name": "Trần Văn Mẫu",
        "usual": True,
    }
    other = office.run("signer", "add", "--name", "Lê Thị Thử", "--line", "CHỦ TỊCH")["signer"]
    assert not other["usual"]
    assert office.run("signer", "use", other["id"])["signer"]["usual"]
    told = office.run("signer", "set", other["id"], "--name", "Lê Thị Hai")["signer"]
    assert (told["name"], told["usual"], told["lines"]) == ("Lê Thị Hai", True, ["CHỦ TỊCH"])
    assert [each["usual"] for each in office.run("signer", "list")["signers"]] == [False, True]
    assert office.run("signer", "list", "--issuer", "vhxh")["signers"] == []
    assert office.run("signer", "remove", other["id"])["removed"]["name"] == "Lê Thị Hai"
    office.run("undo")
    assert len(office.run("signer", "list")["signers"]) == 2


@pytest.mark.parametrize("act", ["set", "remove", "use"])
def test_a_signer_that_is_not_there_is_refused(office, act):
    ended = office.raw("signer", act, 99)
    assert ended.returncode == 1
    assert ended.stderr.strip() == (
        "Không có người ký nào mang mã 99. Hãy xem mã bằng lệnh signer list."
    )


def test_a_title_before_a_name_is_remarked(office):
    ended = office.raw("signer", "add", "--name", "ThS. Trần Văn An", "--line", "CHỦ TỊCH")
    assert ended.returncode == 0
    assert "học vị" in ended.stderr
    assert "[1] Ủy ban nhân dân · CHỦ TỊCH · ThS. Trần Văn An · thường ký" in ended.stdout
