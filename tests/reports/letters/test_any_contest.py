"""Whatever a contest has or lacks, its letters are whole sentences, numbered without a gap."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from models.records import Contest, Prize, Stage, StageKind, UnitFigures, UnitKind
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from reports.document import Document
from tests.reports.letters.offices import (
    CONTEST,
    FIRST,
    figures_of,
    occasion_in,
    paragraphs,
    rebuilt,
)

NAMES = st.sampled_from([
    CONTEST.name, "Kích hoạt chữ ký số", "Chiến dịch “Làm sạch dữ liệu”", "Hội thi tìm hiểu CCHC",
    "A {tổng số} [[b]] *c* \\", "Tuần lễ chuyển đổi số",
])  # fmt: skip
SENT = RegisteredDocument(
    2, DocumentDraft(Direction.OUT, "Kế hoạch", "12/KH-UBND", issued_on=date(2026, 6, 2))
)
WRONG = ("  ", "()", "( ", " )", " ,", " .", " ;", ",,", ";;", "“”", ",.", ";.", "..;", ":.", "||")
NUMBERED = re.compile(r"(\d+)\. ")


@st.composite
def prizes(draw: st.DrawFn) -> Prize:
    amount = draw(st.sampled_from([0, 500_000, 2_000_000, 1_500_000_000]))
    honour = draw(st.sampled_from(["", "Giấy khen của Chủ tịch"]))
    return Prize("Giải Nhất", draw(st.integers(1, 12)), amount, honour=honour)


@st.composite
def stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    made = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        first, last = date(2026, 5 + number, 1), date(2026, 5 + number, draw(st.integers(1, 28)))
        own = draw(st.sampled_from([None, first]))
        name = draw(st.sampled_from(["", "Nâng cao"]))
        task = draw(st.sampled_from(["", "Học và thi", "Gửi bài."]))
        kind = StageKind.EACH if number == 1 else draw(st.sampled_from(list(StageKind)))
        made.append(Stage(number, name, first, last, own, task, kind))
    return tuple(made)


@st.composite
def contests(draw: st.DrawFn) -> Contest:
    name = draw(NAMES)
    word = st.sampled_from(["", "đã nhận tài khoản", "Đã ký số"])
    address = st.sampled_from(["", "https://vi.du/hoc"])
    return replace(
        CONTEST,
        code="ai-2026" if name == CONTEST.name else "own",
        name=name,
        platform=draw(st.sampled_from(["", "VNeID"])),
        course_url=draw(address),
        report_url=draw(address),
        entry_address=draw(address),
        organizer=draw(st.sampled_from(["", "Sở Nội vụ"])),
        target=draw(st.sampled_from([80, 100])),
        stages=draw(stages()),
        prizes=tuple(draw(st.lists(prizes(), max_size=3))),
        registered_word=draw(word),
        completed_word=draw(word),
        one_mark=draw(st.booleans()),
    )


@st.composite
def units(draw: st.DrawFn) -> tuple[UnitFigures, ...]:
    """At least one, in which somebody is missing."""
    made = [UnitFigures(1, "Phòng Kinh tế", UnitKind.GOVERNMENT, 9, draw(st.integers(0, 9)), 0)]
    kinds = draw(st.lists(st.sampled_from(UnitKind), unique=True, max_size=4))
    for at, kind in enumerate(kinds, start=2):
        total = draw(st.integers(0, 40))
        registered = draw(st.integers(0, total))
        completed = draw(st.integers(0, registered))
        made.append(UnitFigures(at, f"Đơn vị {at}", kind, total, registered, completed))
    return tuple(made)


def check(made: Document, name: str) -> None:
    texts = [*made.title.subject, *paragraphs(made)]
    for text in (each.replace(name, "X") for each in texts):
        assert [wrong for wrong in WRONG if wrong in text] == []
        assert not set("{}[]") & set(text)
    assert texts[0].startswith("V/v ")
    assert texts[-1].endswith("./.")
    numbers = [int(found[1]) for text in texts if (found := NUMBERED.match(text))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


@given(
    contests(), units(), st.sets(st.sampled_from([0, 1])),
    st.sampled_from(["launch-letter", "support-letter", "reminder-letter"]),
    st.sampled_from(["Xã Kẻ Sặt", "Phường Bạch Đằng", "Đặc khu Cát Hải"]),
)  # fmt: skip
def test_letters_of_any_contest_are_whole_sentences(contest, shown, papers, kind, commune):
    occasion = occasion_in(commune, contest=contest, as_of=date(2026, 6, 8))
    occasion = replace(occasion, figures=replace(figures_of(shown), as_of=date(2026, 6, 8)))
    check(rebuilt(kind, occasion, [(FIRST, SENT)[at] for at in papers]), contest.name)
