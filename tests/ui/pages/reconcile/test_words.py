"""The sentences of the page, from hand-made results."""

from models.contests.mark_names import MarkNames
from models.reconcile.records import Box, ReconcileResult, UnitDrop
from models.reconcile.sentences import drops_words, not_registered_words
from models.text.formats import score_words
from ui.notice import Tone
from ui.pages.reconcile.words import (
    lacking_words,
    reconcile_notice,
)


def result(**changes) -> ReconcileResult:
    values = {
        "rows": 1_500,
        "accounts": 546,
        "boxes": dict.fromkeys(Box, 0),
        "registered": 500,
        "completed": 90,
        "newly_registered": 0,
        "newly_completed": 0,
        "new_people": 0,
        "slips_opened": 0,
        "slips_closed": 0,
        "slips_reopened": 0,
        "unchanged": False,
    }
    return ReconcileResult(**{**values, **changes})


def test_what_was_done_is_told_in_one_sentence_with_the_way_back():
    done = result(newly_registered=1_200, newly_completed=3, slips_opened=2, slips_closed=1)
    notice = reconcile_notice(done, "“onetouch.xlsx”")
    assert notice.tone is Tone.DONE
    assert notice.text == (
        "Đã đối soát “onetouch.xlsx”: đánh dấu thêm 1.200 người đã đăng ký, 3 người đã hoàn "
        "thành; 2 phiếu sửa đơn vị mở mới; 1 phiếu đã đóng. Ctrl+Z để hoàn tác."
    )


def test_one_mark_alone_is_called_by_its_word():
    names = MarkNames(completed="Đã ký số", one=True)
    notice = reconcile_notice(result(newly_registered=3, newly_completed=3), "“a.xlsx”", names)
    assert "đánh dấu thêm 3 người đã ký số. Ctrl+Z" in notice.text


def test_nothing_new_is_told_as_such():
    notice = reconcile_notice(result(unchanged=True), "“onetouch.xlsx”")
    assert notice.tone is Tone.INFO
    assert "không có gì thay đổi" in notice.text


def test_units_that_dropped_are_named_and_the_others_counted():
    drops = [UnitDrop(at, f"Đơn vị {at}", 9, 8, 4, 4 - at % 2) for at in range(1, 5)]
    assert drops_words(drops) == (
        "4 đơn vị có số giảm so với lần trước: Đơn vị 1: đăng ký 9 → 8, hoàn thành 4 → 3; "
        "Đơn vị 2: đăng ký 9 → 8; và 2 đơn vị khác."
    )
    assert drops_words(()) == ""


def test_what_is_lacking_is_named_apart():
    assert lacking_words(0, 0) == ""
    assert lacking_words(2, 1).startswith("1 tài khoản không có họ tên")
    assert "2 người chưa rõ đơn vị" in lacking_words(2, 1)


def test_scores_are_written_with_a_comma():
    assert [score_words(each) for each in (8.5, 10.0, 7.25, 100.0, None)] == [
        "8,5",
        "10",
        "7,25",
        "100",
        "",
    ]


def test_what_goes_with_the_number_of_those_not_registered():
    class Plan:
        def __init__(self, others: int, asked: int = 0) -> None:
            self.in_other_units, self.maybe_registered = others, (None,) * asked

    assert not_registered_words(Plan(0)) == "tệp không ghi nhận"
    assert not_registered_words(Plan(1_480)) == (
        "chưa kể 1.480 người thuộc đơn vị không có trong tệp"
    )
    assert not_registered_words(Plan(0, 4)) == "trong đó 4 người có thể là tài khoản cần quyết định"
    assert not_registered_words(Plan(9, 4)) == (
        "trong đó 4 người có thể là tài khoản cần quyết định; "
        "chưa kể 9 người thuộc đơn vị không có trong tệp"
    )
