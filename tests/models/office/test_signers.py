"""Who signs for each issuer, and what is remembered for each kind of document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import use_contest
from models.errors import AppError
from models.journal.replay import undo
from models.office.choices import choices_of, chosen, remember_choices
from models.office.issuer import COMMITTEE, OFFICE, issuer_of
from models.office.signers import forget_signers, signer_by_id, signers_of, store_signer
from models.records import Signer
from models.records.choices import NOTHING_CHOSEN, DocumentChoices, NamedSigner

DEPUTY = NamedSigner(
    0, COMMITTEE, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Mẫu"
)
CHAIRMAN = replace(DEPUTY, lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lê Thị Thử")
HEAD = NamedSigner(0, OFFICE, ("Trưởng phòng",), "  Phạm  Văn Nghiệm ")


def test_the_first_of_an_issuer_signs_unless_another_is_chosen(file):
    first, second, head = (store_signer(file, each) for each in (DEPUTY, CHAIRMAN, HEAD))
    assert issuer_of(file).signer == Signer(DEPUTY.lines, DEPUTY.name)
    assert issuer_of(file, signer_id=second).signer == Signer(CHAIRMAN.lines, CHAIRMAN.name)
    assert issuer_of(file, OFFICE).signer == Signer(("TRƯỞNG PHÒNG",), "Phạm Văn Nghiệm")
    # Somebody of another issuer never signs.
    assert issuer_of(file, OFFICE, first).signer.name == "Phạm Văn Nghiệm"
    assert [each.id for each in signers_of(file, COMMITTEE)] == [first, second]
    assert signer_by_id(file, head) is not None


def test_another_one_becomes_the_usual_one_and_undo_gives_back(file):
    store_signer(file, DEPUTY)
    second = store_signer(file, replace(CHAIRMAN, current=True))
    assert issuer_of(file).signer.name == CHAIRMAN.name
    assert [each.current for each in signers_of(file)] == [False, True]
    forget_signers(file, [second])
    assert signer_by_id(file, second) is None
    undo(file)
    undo(file)
    assert issuer_of(file).signer.name == DEPUTY.name


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"lines": ("", " ")}, "thẩm quyền"),
        ({"name": " "}, "họ và tên"),
        ({"issuer": "abc"}, "cơ quan ban hành"),
        ({"name": "A" * 101}, "dài hơn"),
    ],
)
def test_what_cannot_sign_is_refused(file, wrong, sentence):
    with pytest.raises(AppError, match=sentence):
        store_signer(file, replace(DEPUTY, **wrong))
    assert signers_of(file) == ()


def test_the_same_one_twice_is_refused(file):
    store_signer(file, DEPUTY)
    with pytest.raises(AppError, match="Đã có người ký"):
        store_signer(file, replace(DEPUTY, name="TRẦN VĂN MẪU"))


def test_choices_hold_for_their_kind_until_others_are_made(file):
    told = DocumentChoices(OFFICE, 3, ("Các  thôn", ""), (), {"proposals": "Cấp thêm máy.\n"})
    assert remember_choices(file, "result-report", told, "Báo cáo kết quả")
    kept = choices_of(file, "result-report")
    assert kept == DocumentChoices(OFFICE, 3, ("Các thôn",), (), {"proposals": "Cấp thêm máy."})
    assert choices_of(file, "quick-report") == NOTHING_CHOSEN
    assert not remember_choices(file, "result-report", kept)
    remember_choices(file, "result-report", NOTHING_CHOSEN)
    assert choices_of(file, "result-report") == NOTHING_CHOSEN
    undo(file)
    assert choices_of(file, "result-report") == kept


def test_what_was_written_of_one_contest_does_not_stand_in_another(file):
    told = DocumentChoices(OFFICE, texts={"difficulties": "Ít máy."})
    remember_choices(file, "result-report", told)
    other = add_contest(file, own_contest("Hội thi khác", date(2026, 7, 1), date(2026, 7, 9)))
    use_contest(file, other.code)
    assert choices_of(file, "result-report") == DocumentChoices(OFFICE)
    fresh = DocumentChoices(OFFICE, texts={"difficulties": "Mưa bão."})
    remember_choices(file, "result-report", fresh)
    assert choices_of(file, "result-report") == fresh
    use_contest(file, "ai-2026")
    assert choices_of(file, "result-report") == told


def test_what_is_said_for_once_goes_over_what_is_remembered():
    kept = DocumentChoices(OFFICE, 3, ("A",), ("B",), {"proposals": "x", "solutions": "y"})
    over = DocumentChoices(signer=4, addressees=(), texts={"proposals": "z"})
    assert chosen(kept, over) == DocumentChoices(
        OFFICE, 4, (), ("B",), {"proposals": "z", "solutions": "y"}
    )
    assert chosen(kept, None) == kept
