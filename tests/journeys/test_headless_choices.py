"""The command choices: to whom a kind of document goes and who signs it, without a window."""

from __future__ import annotations

import pytest

from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    return OfficeAtHand(data_path)


def test_what_holds_is_shown_set_and_usual_again(office):
    assert office.run("choices", "unit-summary") == {
        "kind": "unit-summary",
        "changed": False,
        "issuer": "ubnd",
        "signer": {
            "id": None,
            "lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "name": "",
        },
        "addressees": None,
        "recipients": ["Ban Tổ chức Cuộc thi"],
        "archive": "Lưu: VT, VHXH",
        "texts": {},
        "own": [],
    }
    head = office.run(
        "signer", "add", "--issuer", "vhxh", "--name", "Phạm Văn Nghiệm", "--line", "Trưởng phòng"
    )["signer"]["id"]
    told = office.run(
        "choices", "unit-summary", "--signer", head,
        "--recipient", "- Như trên;", "--recipient", "- Lưu: VT.",
    )  # fmt: skip
    assert (told["changed"], told["issuer"], told["signer"]["name"]) == (
        True, "vhxh", "Phạm Văn Nghiệm",
    )  # fmt: skip
    assert (told["recipients"], told["own"]) == (["Như trên"], ["issuer", "recipients", "signer"])
    text = office.raw("choices", "unit-summary").stdout.splitlines()
    assert text[-3:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, VHXH."]
    usual = office.run("choices", "unit-summary", "--usual", "recipients", "--usual", "signer")
    assert (usual["recipients"], usual["own"]) == (["Ban Tổ chức Cuộc thi"], ["issuer"])
    # Another issuer has other signers.
    back = office.run("choices", "unit-summary", "--issuer", "ubnd")
    assert back["signer"]["name"] == ""
    office.run("undo")
    assert office.run("choices", "unit-summary")["issuer"] == "vhxh"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nothing",), "Không có loại văn bản “nothing”."),
        (("unit-summary", "--signer", 5), "Không có người ký nào mang mã 5."),
        (("unit-summary", "--text", "proposals=x"), "không có phần Kiến nghị, đề xuất"),
        (("unit-summary", "--addressee", "Sở"), "không có phần Kính gửi"),
    ],
)
def test_what_cannot_be_chosen_is_refused(office, words, sentence):
    ended = office.raw("choices", *words)
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert office.run("choices", "unit-summary")["own"] == []


def test_a_signer_of_another_issuer_is_refused(office):
    office.run("signer", "add", "--name", "Trần Văn An", "--line", "CHỦ TỊCH")
    ended = office.raw("choices", "unit-summary", "--issuer", "vhxh", "--signer", 1)
    assert ended.returncode == 1
    assert "Trần Văn An không ký văn bản của Phòng Văn hóa - Xã hội." in ended.stderr


def test_a_text_without_its_part_is_wrong_usage(office):
    ended = office.raw("choices", "unit-summary", "--text", "khó khăn")
    assert ended.returncode == 2
    assert "difficulties" in ended.stderr
