"""Exports of every shape become the same accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.errors import AppError
from models.reconcile.accounts import accounts_of
from models.reconcile.reading import PRESENCE
from models.reconcile.records import Account, ReconcileOptions
from models.reconcile.sitting import ExportSitting
from models.reconcile.titles import MISSING, UNFINISHED
from models.records import ScoreRule
from models.store.data_file import DataFile
from tests.models.reconcile.exports import HEAD, export, read_platform_text

TODAY = date(2026, 6, 8)


def accounts(file: DataFile, text: str, **options: object) -> tuple[Account, ...]:
    source = read_platform_text(file, text)
    return accounts_of([source], ReconcileOptions(**options), TODAY)  # type: ignore[arg-type]


THREE = export(
    ("0982103591", "Nguyễn Văn An", "Trạm Y tế", "70.0/100", "01/06/2026"),
    ("0982103591", "Nguyễn Văn An", "Trạm Y tế", "100.0/100", "03/06/2026"),
    ("0982103591", "Nguyễn Văn An", "Phòng Kinh tế", "90.0/100", "05/06/2026"),
)


@pytest.mark.parametrize(
    ("rule", "score"), [(ScoreRule.BEST, 100), (ScoreRule.FIRST, 70), (ScoreRule.LAST, 90)]
)
def test_three_attempts_are_one_account_by_the_rule(
    file: DataFile, rule: ScoreRule, score: float
) -> None:
    (account,) = accounts(file, THREE, rule=rule)
    assert (account.score, account.attempts) == (score, 3)
    assert (account.first_on, account.last_on) == (date(2026, 6, 1), date(2026, 6, 5))
    assert account.unit == "Phòng Kinh tế"
    assert [place.row for place in account.rows] == [2, 3, 4]
    assert account.unit_row is not None
    assert account.unit_row.row == 4


@pytest.mark.parametrize(
    ("rule", "mark", "completed", "on"),
    [
        (ScoreRule.BEST, 95, True, date(2026, 6, 3)),
        (ScoreRule.BEST, 101, False, None),
        (ScoreRule.FIRST, 80, False, None),
        (ScoreRule.LAST, 80, True, date(2026, 6, 5)),
        (ScoreRule.BEST, None, True, date(2026, 6, 1)),
    ],
)
def test_the_pass_mark_tells_who_completed(
    file: DataFile, rule: ScoreRule, mark: float | None, completed: bool, on: date | None
) -> None:
    (account,) = accounts(file, THREE, rule=rule, pass_mark=mark)
    assert (account.completed, account.completed_on) == (completed, on)


def test_one_login_however_it_is_written(file: DataFile) -> None:
    text = export(
        ("01682103591", "Nguyễn Văn An", "", "70", "01/06/2026"),
        ("+84 382 103 591", "NGUYEN VAN AN", "", "80", "02/06/2026"),
        ("0382.103.591", "Nguye\u0302\u0303n Va\u0306n An", "", "90", "03/06/2026"),
    )
    (account,) = accounts(file, text)
    assert (account.name, account.phone) == ("Nguyễn Văn An", "0382103591")
    assert account.attempts == 3


def test_two_names_of_one_phone_stay_two(file: DataFile) -> None:
    text = export(
        ("0982103591", "Nguyễn Văn Bình", "", "70", "01/06/2026"),
        ("0982103591", "Nguyễn Văn Bỉnh", "", "80", "02/06/2026"),
        ("0982103591", "Nguyen Van Binh", "", "90", "03/06/2026"),
        head=("Số điện thoại", *HEAD[1:]),
    )
    assert len(accounts(file, text)) == 3


@pytest.mark.parametrize(
    ("names", "first", "others"),
    [
        (("Nguyễn Văn Bình", "Nguyễn Văn Bỉnh", "Nguyen Van Binh"), 0, (1,)),
        (("Nguyễn Văn Tín Tín", "Nguyễn Văn Tín"), 1, ()),
        (("NGUYEN VAN TIN TIN", "Nguyễn Văn TínTín", "Nguyễn Văn Tín"), 2, ()),
        (("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"), 0, (1, 2)),
        (("TRẦN VĂN AN", "Trần Văn An"), 0, ()),
    ],
)
@pytest.mark.parametrize("login", ["0982103591", "an90", "030085001234"])
def test_one_login_is_one_account_whatever_names_it_bears(
    file: DataFile, names: tuple[str, ...], first: int, others: tuple[int, ...], login: str
) -> None:
    rows = [(login, name, "", "70", f"0{at}/06/2026") for at, name in enumerate(names, start=1)]
    (account,) = accounts(file, export(*rows))
    assert account.name == names[first]
    assert account.other_names == tuple(names[at] for at in others)
    assert account.attempts == len(names)
    assert "030085001234" not in repr(account)


def test_a_nickname_in_place_of_a_name_is_told_with_its_login(file: DataFile) -> None:
    rows = (("an90", "Nguyễn Văn Tín", "", "70", "01/06/2026"), ("an90", "Tín", "", "80", ""))
    (account,) = accounts(file, export(*rows))
    assert (account.name, account.other_names) == ("Nguyễn Văn Tín", ("Tín",))


def test_presence_is_registration_unless_a_column_says_otherwise(file: DataFile) -> None:
    table = export(("Nguyễn Văn An", "0982103591"), head=("Họ và tên", "Điện thoại"))
    titled = f"DANH SÁCH TÀI KHOẢN TRÊN ONETOUCH\t\n{table}"
    (account,) = accounts(file, titled)
    assert (account.registered, account.completed) == (True, False)
    assert PRESENCE in read_platform_text(file, titled).remarks
    told = export(
        ("Nguyễn Văn An", "0982103591", "x"),
        ("Trần Thị Bình", "0982103592", ""),
        head=("Họ và tên", "Điện thoại", "Đã đăng ký"),
    )
    assert [each.registered for each in accounts(file, told)] == [True, False]


def test_a_blank_column_of_registration_registers_nobody(file: DataFile) -> None:
    head = ("Họ và tên", "Điện thoại", "Đã đăng ký")
    rows = [("Nguyễn Văn An", "0982103591", ""), ("Trần Thị Bình", "0982103592", "")]
    assert not any(each.registered for each in accounts(file, export(*rows, head=head)))


def test_a_list_of_the_missing_registers_nobody(file: DataFile) -> None:
    rows = [("Nguyễn Văn An", "0982103591"), ("Trần Thị Bình", "0982103592")]
    table = export(*rows, head=("Họ và tên", "Điện thoại"))
    text = f"DANH SÁCH CÁN BỘ CHƯA ĐĂNG KÝ THAM GIA\t\n{table}"
    assert not any(each.registered for each in accounts(file, text))
    assert MISSING in read_platform_text(file, text).remarks


@pytest.mark.parametrize("title", ["DANH SÁCH CHƯA HOÀN THÀNH", "Cán bộ chưa làm bài thi"])
def test_a_list_of_the_unfinished_tells_nothing_of_registration(file: DataFile, title: str) -> None:
    rows = [("Nguyễn Văn An", "0982103591"), ("Trần Thị Bình", "0982103592")]
    text = f"{title}\t\n{export(*rows, head=('Họ và tên', 'Điện thoại'))}"
    assert not any(each.registered or each.completed for each in accounts(file, text))
    assert UNFINISHED in read_platform_text(file, text).remarks
    platform = export(*rows, head=("Họ và tên", "Tài khoản"))
    assert all(each.registered for each in accounts(file, f"{title}\t\n{platform}"))


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CHƯA THỰC HIỆN ĐĂNG KÝ DỰ THI",
        "Danh sách không đăng ký",
        "Cán bộ, công chức chưa có tên tham gia cuộc thi",
        "DS CHƯA DỰ THI",
    ],
)
def test_every_wording_of_the_missing_registers_nobody(file: DataFile, title: str) -> None:
    rows = [("Nguyễn Văn An", "0982103591"), ("Trần Thị Bình", "0982103592")]
    text = f"{title}\t\n{export(*rows, head=('Họ và tên', 'Điện thoại'))}"
    assert not any(each.registered for each in accounts(file, text))


@pytest.mark.parametrize("name", ["Danh sách chưa đăng ký.csv", "ds_chua_dang_ky-8-6.csv"])
def test_the_name_of_the_file_tells_of_the_missing(
    file: DataFile, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("Họ và tên,Điện thoại\nNguyễn Văn An,0982103591\n", encoding="utf-8")
    source = ExportSitting(file).take(path)
    assert [row.registered for row in source.rows] == [False]
    assert MISSING in source.remarks


def test_a_title_of_those_who_registered_registers_them(file: DataFile) -> None:
    table = export(("Nguyễn Văn An", "0982103591"), head=("Họ và tên", "Điện thoại"))
    (account,) = accounts(file, f"DANH SÁCH CÁN BỘ ĐÃ ĐĂNG KÝ THAM GIA CUỘC THI\t\n{table}")
    assert account.registered


def test_no_word_beside_those_who_have_not_registered_is_no_registration(file: DataFile) -> None:
    text = export(
        ("Nguyễn Văn An", "0982103591", "Chưa đăng ký"),
        ("Trần Thị Bình", "0982103592", ""),
        ("Lê Văn Cường", "0982103593", "Chưa hoàn thành"),
        ("Vũ Văn Dung", "0982103594", "Đã đăng ký"),
        head=("Họ và tên", "Điện thoại", "Trạng thái"),
    )
    assert [each.registered for each in accounts(file, text)] == [False, False, True, True]


def test_a_sheet_that_repeats_another_adds_no_attempts(file: DataFile) -> None:
    source = read_platform_text(file, THREE)
    again = [row._replace(source=row.source._replace(sheet="Tổng hợp")) for row in source.rows]
    both = replace(source, rows=(*source.rows, *again[:2]))
    (account,) = accounts_of([both], ReconcileOptions(), TODAY)
    assert account.attempts == 3


def test_words_of_completion_count_before_days(file: DataFile) -> None:
    text = export(
        ("Nguyễn Văn An", "0982103591", "Chưa đạt", "02/06/2026"),
        ("Trần Thị Bình", "0982103592", "Hoàn thành", "02/06/2026"),
        head=("Họ và tên", "Điện thoại", "Trạng thái", "Ngày thi"),
    )
    assert [each.completed for each in accounts(file, text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Tài khoản\tĐiểm\n0982103591\t90\nhoa.tran\t80\n",
        "Số điện thoại\n0982103591\n0982103592\n",
        "0982103591\n0982103592\n",
    ],
)
def test_logins_or_phones_alone_are_accounts(file: DataFile, text: str) -> None:
    found = accounts(file, text)
    assert len(found) == 2
    assert found[0].phone == "0982103591"
    assert not any(each.name for each in found)


def test_a_row_with_a_nickname_is_kept_by_its_phone(file: DataFile) -> None:
    text = export(
        ("0982103591", "Nguyễn Văn An", "", "70", "01/06/2026"),
        ("0982103592", "Bình", "", "80", "02/06/2026"),
        ("0982103593", "", "", "60", "02/06/2026"),
    )
    found = accounts(file, text)
    assert [each.phone for each in found] == ["0982103591", "0982103592", "0982103593"]
    assert not read_platform_text(file, text).problems


def test_days_to_come_are_left_out(file: DataFile) -> None:
    (account,) = accounts(file, export(("0982103591", "Nguyễn Văn An", "", "70", "01/09/2026")))
    assert (account.completed_on, account.first_on) == (None, None)


def test_nobody_at_all_is_told(file: DataFile) -> None:
    with pytest.raises(AppError):
        read_platform_text(file, "không có gì ở đây\n")


def test_a_blank_unit_is_not_that_of_the_row_above(file: DataFile) -> None:
    rows = [(f"098210359{at}", f"Lê An {name}", "", "70", "01/06/2026") for at, name in enumerate(("Bình", "Cường", "Dung", "Hà"))]  # fmt: skip
    found = accounts(
        file, export(("x1", "Nguyễn Văn An", "Phòng Kinh tế", "9", "01/06/2026"), *rows)
    )
    assert [each.unit for each in found] == ["Phòng Kinh tế", "", "", "", ""]
