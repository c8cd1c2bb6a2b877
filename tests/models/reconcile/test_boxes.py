"""Who goes into which box, and why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import AppError
from models.reconcile.plan import plan_with_decisions
from models.reconcile.records import (
    AccountDecision,
    Box,
    ReconcileDecisions,
    Who,
)
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.store.data_file import DataFile
from tests.factory import unit
from tests.models.reconcile.exports import (
    CULTURE,
    ECONOMY,
    entry_of,
    export,
    person,
    plan,
    write,
)

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


def attempt(login: str, name: str, where: str = "") -> tuple[object, ...]:
    return (login, name, where, "90.0/100", "02/06/2026")


@pytest.mark.parametrize(
    ("written", "box"),
    [
        ("", Box.MATCHED),
        (CULTURE, Box.MATCHED),
        ("PHÒNG VH-XH", Box.MATCHED),
        ("Phong Van hoa - Xa hoi", Box.MATCHED),
        ("UBND xã Kẻ Sặt", Box.MATCHED),
        ("Xã Kẻ Sặt, thành phố Hải Phòng", Box.MATCHED),
        ("Khối Ủy ban nhân dân", Box.MATCHED),
        ("Hải Phòng > Xã Kẻ Sặt > Phòng VH-XH", Box.MATCHED),
        ("Thành phố Hải Phòng - Xã Kẻ Sặt", Box.MATCHED),
        ("ubnd xa ke sat", Box.MATCHED),
        ("Khác", Box.MATCHED),
        ("Xã Kẻ Sắt", Box.WRONG_UNIT),
        ("Xã Bình Giang > Phòng Văn hóa - Xã hội", Box.WRONG_UNIT),
        (ECONOMY, Box.WRONG_UNIT),
        ("UBND xã Bình Giang", Box.WRONG_UNIT),
        ("Phòng Văn hóa - Xã hội, xã Bình Giang", Box.WRONG_UNIT),
        ("Trường THPT Nguyễn Văn Cừ", Box.WRONG_UNIT),
    ],
)
def test_the_platforms_unit_beside_ours(file: DataFile, written: str, box: Box) -> None:
    person(file, AN, "0982103591")
    entry = entry_of(plan(file, export(attempt("0982103591", AN, written))), AN)
    assert entry.box is box
    assert (entry.right_unit, entry.platform_unit) == (CULTURE, written)


def test_somebody_elses_phone_is_asked_about(file: DataFile) -> None:
    person(file, AN, "0982103591")
    made = plan(file, export(attempt("0982103591", "Lê Thị Hoa")))
    assert made.counts[Box.UNCERTAIN] == 1
    assert entry_of(made, "Lê Thị Hoa").candidates[0].name == AN
    assert entry_of(made, AN).box is Box.NOT_REGISTERED


def test_a_name_alone_is_asked_about(file: DataFile) -> None:
    person(file, AN, "0982103591")
    entry = next(e for e in plan(file, export(attempt("an90", AN))).entries if e.account)
    assert entry.box is Box.UNCERTAIN


def test_a_stranger_of_the_same_name_is_no_question_once_ours_is_found(file: DataFile) -> None:
    person(file, AN, "0982103591")
    other = attempt("0982103599", AN)
    assert plan(file, export(other)).counts[Box.UNCERTAIN] == 1
    made = plan(file, export(attempt("0982103591", AN), other))
    assert (made.counts[Box.MATCHED], made.counts[Box.NOT_ON_ROSTER]) == (1, 1)
    in_unit = plan(file, export(attempt("0982103591", AN), (*other[:2], CULTURE, *other[3:])))
    assert in_unit.counts[Box.UNCERTAIN] == 1


def test_two_namesakes_with_one_phone_are_never_guessed_between(file: DataFile) -> None:
    person(file, AN, "0982103591")
    person(file, AN, "0982103591", ECONOMY)
    made = plan(file, export(attempt("0982103591", AN, CULTURE)))
    assert made.counts[Box.UNCERTAIN] == 1
    assert made.counts[Box.NOT_REGISTERED] == 2


def test_two_accounts_of_one_person_are_one_line(file: DataFile) -> None:
    own = person(file, AN, "0982103591")
    head = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Điểm thi")
    text = export(("an90", AN, "0982103591", 60), ("0982103591", AN, "0982103591", 80), head=head)
    made = plan(file, text)
    entry = entry_of(made, AN)
    assert entry.person is not None
    assert entry.person.id == own
    assert entry.account is not None
    assert (entry.account.score, made.account_count) == (80, 1)


def test_who_does_not_count_is_matched_and_not_missed(file: DataFile) -> None:
    exempt, gone = person(file, AN, "0982103591"), person(file, BINH, "0982103592")
    set_exempt(file, [exempt], "Nghỉ thai sản", date(2026, 6, 1))
    set_left(file, [gone], date(2026, 6, 1))
    made = plan(file, export(attempt("0982103591", AN, ECONOMY), attempt("0982103592", BINH)))
    assert entry_of(made, AN).box is Box.MATCHED
    assert entry_of(made, BINH).box is Box.UNCERTAIN
    assert (made.registered, made.counts[Box.NOT_REGISTERED]) == (0, 0)


def test_whoever_counted_last_time_comes_first(file: DataFile) -> None:
    names = ("Lê An Bình", "Lê An Cường", "Lê An Dung", "Lê An Hà", "Lê An Khánh")
    for at, name in enumerate(names):
        person(file, name, f"098210359{at}", ECONOMY if at < 3 else CULTURE)
    rows = [attempt(f"098210359{at}", name) for at, name in enumerate(names)]
    write(file, export(*rows))
    made = plan(file, export(*rows[3:]))
    lost = made.in_box(Box.REGRESSED)
    assert [entry.person.name for entry in lost if entry.person] == list(names[:3])
    assert [
        (drop.unit, drop.registered_before, drop.registered_now) for drop in made.unit_drops
    ] == [(ECONOMY, 3, 0)]


def test_a_lost_completion_is_told(file: DataFile) -> None:
    person(file, AN, "0982103591")
    person(file, BINH, "0982103592")
    head = ("Họ tên", "Điện thoại", "Trạng thái")
    write(file, export((AN, "0982103591", "Hoàn thành"), (BINH, "0982103592", "x"), head=head))
    text = export((AN, "0982103591", "Đã đăng ký"), (BINH, "0982103592", "Hoàn thành"), head=head)
    made = plan(file, text)
    assert entry_of(made, AN).box is Box.REGRESSED
    silent = plan(file, export((AN, "0982103591"), (BINH, "0982103592"), head=head[:2]))
    assert silent.counts[Box.REGRESSED] == 0


def test_decisions_move_lines_and_keep_their_numbers(file: DataFile) -> None:
    own = person(file, AN, "0982103591")
    made = plan(file, export(attempt("an90", AN), attempt("0982103599", "Lê Lạ", "Phòng VHXH")))
    asked, stranger = made.in_box(Box.UNCERTAIN)[0], made.in_box(Box.NOT_ON_ROSTER)[0]
    same = AccountDecision(Who.SAME, own)
    decided = plan_with_decisions(made, ReconcileDecisions({asked.ordinal: same}))
    assert decided.counts[Box.MATCHED] == 1
    assert decided.counts[Box.NOT_REGISTERED] == 0
    new = plan_with_decisions(
        made, ReconcileDecisions({stranger.ordinal: AccountDecision(Who.NEW)})
    )
    entry = next(each for each in new.entries if each.ordinal == stranger.ordinal)
    assert (entry.box, entry.right_unit) == (Box.MATCHED, CULTURE)
    refused = plan_with_decisions(
        made, ReconcileDecisions({asked.ordinal: AccountDecision(Who.NOT_THEM)})
    )
    assert refused.counts[Box.NOT_ON_ROSTER] == 2


def test_a_unit_name_explained_moves_its_people(file: DataFile) -> None:
    person(file, AN, "0982103591")
    made = plan(file, export(attempt("0982103591", AN, "Tổ văn thể")))
    assert made.counts[Box.WRONG_UNIT] == 1
    assert made.unit_names[0].text == "Tổ văn thể"
    learnt = ReconcileDecisions(units={"Tổ văn thể": unit(file, CULTURE).id})
    assert plan_with_decisions(made, learnt).counts[Box.MATCHED] == 1


def test_a_day_to_come_is_refused(file: DataFile) -> None:
    with pytest.raises(AppError, match="09/06/2026"):
        plan(file, export(attempt("0982103591", AN)), as_of=date(2026, 6, 9))


NAMES = ("Nguyễn Văn An", "Nguyen Van An", "Trần Thị Bình", "Trần Thị Bỉnh", "Lê Hòa", "Đỗ Hà")
rows = st.tuples(
    st.sampled_from(("0982103590", "0982103591", "0982103592", "an90", "binh", "")),
    st.sampled_from(NAMES),
    st.sampled_from(("", CULTURE, ECONOMY, "UBND xã Bình Giang", "Tổ văn thể")),
    st.sampled_from(("90.0/100", "")),
    st.just("02/06/2026"),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(rows, min_size=1, max_size=12))
def test_the_boxes_add_up_to_the_union(file: DataFile, some: list[tuple[object, ...]]) -> None:
    if not file_has_people(file):
        for at, name in enumerate((*NAMES[:1], *NAMES[2:])):
            person(file, name, f"098210359{at % 3}", (CULTURE, ECONOMY)[at % 2])
    made = plan(file, export(*some))
    counted = {each.id for each in made.people if each.counts}
    with_account = {e.person.id for e in made.entries if e.person and e.account}
    without = [e.person.id for e in made.entries if e.person and not e.account]
    assert sum(made.counts.values()) == made.account_count + len(counted - with_account)
    assert sorted(without) == sorted(counted - with_account)
    assert len({each.ordinal for each in made.entries}) == len(made.entries)
    places = [place for e in made.entries if e.account for place in e.account.rows]
    assert len(places) == len(set(places)) == made.rows


def file_has_people(file: DataFile) -> bool:
    from models.roster.person_rows import count_people

    return count_people(file) > 0


@pytest.mark.parametrize("written", ["", "phong van hoa xa hoi", "UBND xã Kẻ Sặt"])
def test_a_name_without_marks_is_asked_about(file: DataFile, written: str) -> None:
    person(file, BINH, "0982103591")
    person(file, "Trần Thị Bỉnh")
    made = plan(file, export(("binh90", "TRAN THI BINH", written, "9", "02/06/2026")))
    entry = entry_of(made, "TRAN THI BINH")
    assert entry.box is Box.UNCERTAIN
    assert {each.name for each in entry.candidates} == {BINH, "Trần Thị Bỉnh"}
    assert made.registered == 0


@pytest.mark.parametrize(
    ("login", "name", "where"),
    [
        ("0977000001", "TRAN THI BINH", ""),
        ("binh90", "TRAN THI BINH", "UBND xã Bình Giang"),
        ("binh90", "Trần Thị Bỉnh", ""),
    ],
)
def test_another_phone_commune_or_tone_is_somebody_else(
    file: DataFile, login: str, name: str, where: str
) -> None:
    person(file, BINH, "0982103591")
    assert entry_of(plan(file, export(attempt(login, name, where))), name).box is Box.NOT_ON_ROSTER


def test_a_refused_name_without_marks_is_not_asked_about_again(file: DataFile) -> None:
    person(file, BINH)
    text = export(attempt("binh90", "TRAN THI BINH"))
    entry = entry_of(plan(file, text), "TRAN THI BINH")
    write(file, text, ReconcileDecisions({entry.ordinal: AccountDecision(Who.NOT_THEM)}))
    assert entry_of(plan(file, text), "TRAN THI BINH").box is Box.NOT_ON_ROSTER


def test_the_communes_own_name_is_no_unit_to_explain(file: DataFile) -> None:
    texts = ("UBND xã Kẻ Sặt", "Khác", "Chợ đầu mối", CULTURE)
    rows = [attempt(f"tk{at}", f"{AN} {at}", text) for at, text in enumerate(texts)]
    assert [each.text for each in plan(file, export(*rows)).unit_names] == ["Chợ đầu mối", CULTURE]


def test_a_list_of_the_missing_loses_nobody_by_silence_and_hides_no_later_loss(
    file: DataFile,
) -> None:
    names = ("Lê An Bình", "Lê An Cường", "Lê An Dung")
    for at, name in enumerate(names):
        person(file, name, f"098210359{at}", ECONOMY)
    everybody = [attempt(f"098210359{at}", name) for at, name in enumerate(names)]
    write(file, export(*everybody))
    head = ("Họ và tên", "Điện thoại")
    missing = f"DANH SÁCH CHƯA ĐĂNG KÝ\t\n{export((names[1], '0982103591'), head=head)}"
    told = plan(file, missing)
    assert [entry.person.name for entry in told.in_box(Box.REGRESSED) if entry.person] == [names[1]]
    assert not told.unit_drops
    write(file, missing)
    later = plan(file, export(*everybody[:1]))
    lost = [entry.person.name for entry in later.in_box(Box.REGRESSED) if entry.person]
    assert lost == list(names[1:])
    assert [drop.unit for drop in later.unit_drops] == [ECONOMY]
