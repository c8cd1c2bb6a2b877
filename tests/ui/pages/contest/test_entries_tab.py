"""The tab Bài dự thi by real keys: written down, scored, chosen, sent with proof, given a prize."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton

from models.campaign.awards import award_book
from models.campaign.entries import add_entry
from models.campaign.entry_rows import entry_book
from models.campaign.jury import set_score
from models.campaign.representative import choose_representative
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.records import StageKind
from tests.factory import add_people
from tests.models.campaign.books import add, draft, jury
from tests.ui.attachments.drops import drop_files
from tests.ui.keys import agree, type_vietnamese
from ui.attachments.view import AttachmentsView
from ui.pages.contest.entries_tab import EntriesTab
from ui.people.question import Question
from ui.table.data_table import DataTable

Key = Qt.Key


@pytest.fixture
def tab(qtbot, desk):
    made = EntriesTab(desk)
    qtbot.addWidget(made)
    made.resize(1150, 600)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def table(tab):
    return tab.findChild(DataTable, "entries")


def words(tab):
    return tab.findChild(QLabel, "entries-words").text()


def opened(qtbot, tab, name):
    """The dialog `name`, once it stands there."""
    qtbot.waitUntil(lambda: tab.findChild(QDialog, name) is not None)
    found = tab.findChild(QDialog, name)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def closed(qtbot, tab, name):
    qtbot.waitUntil(lambda: tab.findChild(QDialog, name) is None)


def choose(qtbot, tab, line=0):
    """The line with its deeds."""
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(line):
        qtbot.keyClick(table(tab), Key.Key_Down)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "entry-edit").isEnabled())


def press(qtbot, tab, name):
    qtbot.keyClick(tab.findChild(QPushButton, name), Key.Key_Space)


def reread(qtbot, tab):
    """What is asked last shows all that was written before."""
    done = []
    tab.desk.ask(lambda _file: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    with qtbot.waitSignal(tab.loaded):
        tab.reload()


def test_an_empty_tab_says_what_to_do(tab):
    assert words(tab).startswith(
        "Chặng 2 – Chuyển đổi đột phá (hạn 20/06/2026, còn 12 ngày): 0 bài"
    )
    assert "phím Insert" in table(tab).empty_hint


def test_a_contest_without_such_a_stage_says_how_to_get_one(qtbot, desk, tab):
    def each(contest):
        stages = tuple(replace(stage, kind=StageKind.EACH) for stage in contest.stages)
        return replace(contest, stages=stages)

    with qtbot.waitSignal(tab.loaded):
        edit_contest(desk.file, each)
    assert table(tab).empty_title == "Cuộc thi này không có chặng nộp bài dự thi"
    assert not tab.findChild(QPushButton, "entry-add").isEnabled()
    assert current_contest(desk.file).stages[1].kind is StageKind.EACH


def test_insert_writes_an_entry_down_with_authors_of_both_kinds(qtbot, desk, tab):
    (person,) = add_people(desk.file, 1)
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Insert)
    dialog = opened(qtbot, tab, "entry-dialog")
    type_vietnamese(dialog.findChild(QLineEdit, "entry-title"), "Trợ lý hồ sơ")
    unit = dialog.findChild(QComboBox, "entry-unit").lineEdit()
    type_vietnamese(unit, "Công an xã")
    qtbot.keyClick(dialog.findChild(QPushButton, "entry-author-pick"), Key.Key_Space)
    pick = opened(qtbot, tab, "pick-people")
    qtbot.waitUntil(lambda: pick.findChild(QListWidget).count() == 1)
    qtbot.keyClick(pick.findChild(QLineEdit), Key.Key_Return)
    closed(qtbot, tab, "pick-people")
    name = dialog.findChild(QLineEdit, "entry-author-name")
    type_vietnamese(name, "Ngô Thị Sen")
    qtbot.keyClick(name, Key.Key_Return)
    assert dialog.findChild(QListWidget, "entry-authors").count() == 2
    qtbot.keyClick(dialog.findChild(QLineEdit, "entry-title"), Key.Key_Return)
    closed(qtbot, tab, "entry-dialog")
    qtbot.waitUntil(lambda: table(tab).model().rowCount() == 1)
    (entry,) = entry_book(desk.file).entries
    assert (entry.title, entry.unit, entry.received_on) == (
        "Trợ lý hồ sơ", "Công an xã", desk.today(),
    )  # fmt: skip
    assert [(a.person_id, a.name) for a in entry.authors] == [
        (person, "Nguyễn Văn An"), (None, "Ngô Thị Sen"),
    ]  # fmt: skip


def test_delete_takes_an_author_out_and_what_is_refused_is_said_inside(qtbot, desk, tab):
    add(desk.file, "Bài một")
    add(desk.file, "Bài hai", "Ngô Thị Sen", "Vũ Hà")
    reread(qtbot, tab)
    choose(qtbot, tab, 1)
    qtbot.keyClick(table(tab), Key.Key_Return)
    dialog = opened(qtbot, tab, "entry-dialog")
    authors = dialog.findChild(QListWidget, "entry-authors")
    authors.setFocus()
    qtbot.keyClick(authors, Key.Key_Down)
    qtbot.keyClick(authors, Key.Key_Delete)
    assert authors.count() == 1
    title = dialog.findChild(QLineEdit, "entry-title")
    title.selectAll()
    type_vietnamese(title, "bài MỘT")
    qtbot.keyClick(title, Key.Key_Return)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "đã có bài dự thi “Bài một”" in problem.text())
    qtbot.keyClick(dialog, Key.Key_Escape)
    closed(qtbot, tab, "entry-dialog")
    assert len(entry_book(desk.file).entries[1].authors) == 2


def test_scores_are_typed_side_by_side_with_their_mean(qtbot, desk, tab):
    jury(desk.file, "Lê Thị Hoa", "Phạm Văn Dũng")
    add(desk.file, "Bài")
    reread(qtbot, tab)
    choose(qtbot, tab)
    press(qtbot, tab, "entry-score")
    dialog = opened(qtbot, tab, "scores-dialog")
    first, second = (dialog.findChild(QLineEdit, f"score-{at}") for at in (0, 1))
    qtbot.keyClicks(first, "85,5")
    qtbot.keyClicks(second, "101")
    act = dialog.findChild(QPushButton, "act")
    assert not act.isEnabled()
    assert "từ 0 đến 100" in dialog.findChild(QLabel, "problem").text()
    second.clear()
    qtbot.keyClicks(second, "90")
    assert dialog.findChild(QLabel, "scores-mean").text() == "87,75 (2/2 người chấm)"
    qtbot.keyClick(second, Key.Key_Return)
    closed(qtbot, tab, "scores-dialog")
    (entry,) = entry_book(desk.file).entries
    assert (entry.standing.mean, entry.standing.is_final) == (87.75, True)


def test_without_a_jury_the_jury_is_asked_for_first(qtbot, desk, tab):
    add(desk.file, "Bài")
    reread(qtbot, tab)
    choose(qtbot, tab)
    with qtbot.waitSignal(desk.said) as told:
        press(qtbot, tab, "entry-score")
    assert "Ban Giám khảo chưa có ai" in told.args[0]
    dialog = opened(qtbot, tab, "jury-dialog")
    name = dialog.findChild(QLineEdit, "juror-name")
    type_vietnamese(name, "Lê Thị Hoa")
    qtbot.keyClick(name, Key.Key_Return)
    listed = dialog.findChild(QListWidget, "jurors")
    qtbot.waitUntil(lambda: listed.count() == 2)
    assert listed.item(0).text() == "Lê Thị Hoa · Trưởng ban · chưa chấm"
    scale = dialog.findChild(QLineEdit, "jury-scale")
    scale.setFocus()
    scale.selectAll()
    qtbot.keyClicks(scale, "10")
    qtbot.keyClick(scale, Key.Key_Tab)
    qtbot.waitUntil(lambda: entry_book(desk.file).scale == 10)


def test_a_juror_with_scores_goes_only_when_that_is_said(qtbot, desk, tab):
    (juror,) = jury(desk.file, "Lê Thị Hoa")
    set_score(desk.file, add(desk.file, "Bài"), juror, 70)
    reread(qtbot, tab)
    press(qtbot, tab, "entry-jury")
    dialog = opened(qtbot, tab, "jury-dialog")
    listed = dialog.findChild(QListWidget, "jurors")
    listed.setFocus()
    qtbot.keyClick(listed, Key.Key_Up)
    qtbot.keyClick(dialog.findChild(QPushButton, "juror-remove"), Key.Key_Space)
    question = opened(qtbot, dialog, "question")
    assert "đã chấm 1 bài" in question.findChild(QLabel, "question-words").text()
    qtbot.keyClick(question.findChild(QPushButton, "act"), Key.Key_Space)
    qtbot.waitUntil(lambda: listed.count() == 1)
    assert entry_book(desk.file).jurors == ()


def test_another_representative_is_asked_about_and_replaces_the_former(qtbot, desk, tab):
    first, second = add(desk.file, "Một", "Vũ Hà"), add(desk.file, "Hai", "Vũ Hà")
    choose_representative(desk.file, first)
    reread(qtbot, tab)
    choose(qtbot, tab, 1)
    press(qtbot, tab, "entry-choose")
    question = opened(qtbot, tab, "question")
    told = question.findChild(QLabel, "question-words").text()
    assert told.startswith("Bài “Hai” thay bài “Một” đang là bài đại diện.")
    qtbot.keyClick(question, Key.Key_Return)
    qtbot.waitUntil(lambda: tab.findChild(Question) is None)
    assert entry_book(desk.file).representative.id == first
    press(qtbot, tab, "entry-choose")
    with qtbot.waitSignal(desk.said) as said:
        agree(qtbot, tab)
    assert said.args[0].startswith("Bài “Hai” là bài dự thi đại diện, thay bài “Một”.")
    assert entry_book(desk.file).representative.id == second
    qtbot.waitUntil(lambda: "Bài đại diện: “Hai”" in words(tab))


def test_it_is_sent_with_proof_and_presented(qtbot, desk, tab, tmp_path):
    proof = tmp_path / "anh-zalo.png"
    proof.write_bytes(b"anh")
    entry = add(desk.file, "Bài", "Vũ Hà")
    reread(qtbot, tab)
    choose(qtbot, tab)
    assert not tab.findChild(QPushButton, "entry-send").isEnabled()
    choose_representative(desk.file, entry)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "entry-send").isEnabled())
    press(qtbot, tab, "entry-send")
    dialog = opened(qtbot, tab, "sending-dialog")
    channel = dialog.findChild(QComboBox, "sent-by")
    qtbot.keyClick(channel, Key.Key_Down)
    clock = dialog.findChild(QLineEdit, "sent-time")
    clock.setFocus()
    clock.selectAll()
    qtbot.keyClicks(clock, "25:00")
    assert not dialog.findChild(QPushButton, "act").isEnabled()
    clock.selectAll()
    qtbot.keyClicks(clock, "16h30")
    assert drop_files(dialog.findChild(AttachmentsView), [proof])
    qtbot.waitUntil(lambda: dialog.findChild(DataTable).model().rowCount() == 1)
    qtbot.keyClick(clock, Key.Key_Return)
    closed(qtbot, tab, "sending-dialog")
    sent = entry_book(desk.file).entries[0].sent
    assert (f"{sent.at:%H:%M}", str(sent.channel), sent.proofs) == ("16:30", "zalo", 1)
    press(qtbot, tab, "entry-present")
    dialog = opened(qtbot, tab, "presenting-dialog")
    qtbot.keyClicks(dialog.findChild(QLineEdit, "presented-day"), "25/6")
    assert not dialog.findChild(QPushButton, "act").isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "presented-time"), "8:00")
    presenter = dialog.findChild(QLineEdit, "presenter")
    type_vietnamese(presenter, "Vũ Hà")
    qtbot.keyClick(presenter, Key.Key_Return)
    closed(qtbot, tab, "presenting-dialog")
    assert entry_book(desk.file).entries[0].presented.presenter == "Vũ Hà"


def test_a_prize_is_given_told_in_words_and_refused_beyond_the_table(qtbot, desk, tab):
    add(desk.file, "Một")
    add(desk.file, "Hai")
    reread(qtbot, tab)
    choose(qtbot, tab)
    press(qtbot, tab, "entry-awards")
    dialog = opened(qtbot, tab, "awards-dialog")
    assert dialog.findChild(QLabel, "award-prize-hint").text() == (
        "10.000.000 đồng (bằng chữ: Mười triệu đồng)"
    )
    day = dialog.findChild(QLineEdit, "award-day")
    qtbot.keyClicks(day, "hom nay")
    qtbot.keyClick(day, Key.Key_Return)
    listed = dialog.findChild(QListWidget, "awards")
    qtbot.waitUntil(lambda: listed.count() == 2)
    assert listed.item(0).text().startswith("Giải Nhất · Một · ")
    prize = dialog.findChild(QComboBox, "award-prize")
    assert prize.currentText() == "Giải Nhì – còn 2/2 giải"
    qtbot.keyClick(prize, Key.Key_Up)
    entry = dialog.findChild(QComboBox, "award-entry")
    qtbot.keyClick(entry, Key.Key_Down)
    qtbot.keyClick(day, Key.Key_Return)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "chỉ có 1 Giải Nhất và đã ghi đủ: bài “Một”" in problem.text())
    assert len(award_book(desk.file).awards) == 1


def test_a_narrow_page_brings_details_and_files_up_as_a_dialog(qtbot, desk, tab):
    add(desk.file, "Bài", "Vũ Hà")
    reread(qtbot, tab)
    choose(qtbot, tab)
    assert tab.findChild(AttachmentsView).isVisible()
    tab.resize(600, 500)
    details = tab.findChild(QPushButton, "entry-details")
    qtbot.waitUntil(details.isVisible)
    assert not tab.findChild(AttachmentsView).isVisible()
    qtbot.keyClick(details, Key.Key_Space)
    dialog = opened(qtbot, tab, "beside-dialog")
    qtbot.waitUntil(lambda: dialog.findChild(AttachmentsView).isVisible())
    assert "Vũ Hà" in dialog.findChild(QLabel, "entry-panel-words").text()
    qtbot.keyClick(dialog, Key.Key_Escape)
    closed(qtbot, tab, "beside-dialog")
    tab.resize(1150, 600)
    qtbot.waitUntil(lambda: tab.findChild(AttachmentsView).isVisible())


def test_delete_takes_an_entry_away_and_says_how_it_comes_back(qtbot, desk, tab):
    add(desk.file, "Bài")
    reread(qtbot, tab)
    choose(qtbot, tab)
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(table(tab), Key.Key_Delete)
    assert "Ctrl+Z" in told.args[0]
    qtbot.waitUntil(lambda: table(tab).model().rowCount() == 0)


def test_of_several_stages_of_entries_one_is_shown(qtbot, desk, tab):
    shown = tab.findChild(QComboBox, "entries-stage")
    assert not shown.isVisible()

    def two(contest):
        stages = tuple(
            replace(stage, kind=StageKind.ENTRY if stage.number > 1 else stage.kind)
            for stage in contest.stages
        )
        return replace(contest, stages=stages)

    edit_contest(desk.file, two)
    add_entry(desk.file, draft(desk.file, "Bài chặng 3"), stage=3)
    reread(qtbot, tab)
    assert table(tab).model().rowCount() == 0
    qtbot.waitUntil(shown.isVisible)
    qtbot.keyClick(shown, Key.Key_Down)
    qtbot.waitUntil(lambda: table(tab).model().rowCount() == 1)
    assert words(tab).startswith("Chặng 3 – Vinh danh")
