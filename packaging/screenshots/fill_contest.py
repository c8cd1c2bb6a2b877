"""A contest in full swing on the practice file, so that its pictures show what officers see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from models.campaign.awards import award_book, give_award
from models.campaign.entries import add_entry
from models.campaign.entry_rows import entry_book
from models.campaign.jury import add_juror, set_scores
from models.campaign.look import reminder_look
from models.campaign.publicity import add_task
from models.campaign.reminders import give_reminders
from models.campaign.representative import choose_representative, record_sending
from models.figures.frozen import freeze
from models.papers.answering import answer_document
from models.papers.definitions import store_definition
from models.papers.documents import add_document, register_of
from models.records import Mark, PeopleQuery
from models.records.awards import AwardDraft
from models.records.documents import Direction, DocumentDraft
from models.records.entries import Channel, EntryDraft, Sending
from models.records.periods import Grounds
from models.records.publicity import TaskDraft
from models.records.recurring import ReportDefinition
from models.records.reminders import Addressee, ReminderDraft, ReminderWay
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.store.store import Store

JURY = (
    ("Nguyễn Thị Hồng Vân", "Phó Chủ tịch UBND xã", "Trưởng ban"),
    ("Trần Quốc Bình", "Trưởng phòng Văn hóa - Xã hội", "Ủy viên"),
    ("Lê Minh Khoa", "Công chức chuyển đổi số", "Thư ký"),
)
TITLES = (
    "Trợ lý AI soạn thảo và rà soát văn bản hành chính cấp xã",
    "Dùng AI tóm tắt ý kiến cử tri, phân loại kiến nghị và theo dõi kết quả trả lời theo từng thôn",
    "Bài giảng tương tác cho học sinh tiểu học",
    "Trợ lý trả lời câu hỏi về thủ tục đất đai",
)
SCORES = ((92, 88.5, 90), (85, 86, 84.5), (78, 80, None), (None, None, None))
TASKS = (
    TaskDraft("Đăng bài về cuộc thi trên trang thông tin điện tử của xã", "Trang thông tin điện tử",
              due_on=date(2026, 6, 5), asked=2, done=2, done_on=date(2026, 6, 4),
              links=("https://xa.example.vn/tin/cuoc-thi-ai",)),
    TaskDraft("Phát thanh trên hệ thống truyền thanh các thôn, mỗi ngày hai lượt", "Truyền thanh",
              due_on=date(2026, 6, 6), asked=10, done=4),
    TaskDraft("Treo băng rôn tại trụ sở và nhà văn hóa thôn", "Băng rôn",
              due_on=date(2026, 6, 15), asked=5, done=1),
)  # fmt: skip


def fill_contest(file: Store) -> None:
    """Write all of it: what was reported of 05/6, and what has happened since."""
    people = list_people(file, PeopleQuery())
    ids = [each.id for each in people]
    _exempt(file, ids)
    freeze(file, date(2026, 6, 5), title="Báo cáo nhanh gửi Sở Khoa học và Công nghệ")
    store_definition(file, ReportDefinition(0, "Báo cáo tháng", "month", kinds=("unit-summary",)))
    set_marks(file, ids[30:33], Mark.REGISTERED, date(2026, 6, 4))
    _remind(file)
    _enter(file, ids)
    for task, unit in zip(TASKS, list_units(file)[6:], strict=False):
        add_task(file, replace(task, unit_id=unit.id))
    _answer(file)


def _exempt(file: Store, ids: list[int]) -> None:
    leave = Grounds("", "Quyết định số 12/QĐ-UBND ngày 18/5/2026")
    panel = Grounds("Tổ giúp việc của Ban Tổ chức", "Quyết định số 88/QĐ-UBND")
    set_exempt(file, ids[:3], "Nghỉ thai sản", date(2026, 5, 20), date(2026, 11, 20), grounds=leave)
    set_exempt(file, ids[9:11], "Thành viên Ban Tổ chức", date(2026, 6, 1), grounds=panel)
    set_exempt(file, ids[12:13], "Nghỉ ốm dài ngày", date(2026, 6, 7))


def _remind(file: Store) -> None:
    look = reminder_look(file)
    drafts = []
    for each in look.due[:6]:
        unit_id = each.unit.unit_id
        assert unit_id is not None
        counts = look.standing(unit_id)
        drafts.append(ReminderDraft(unit_id, 1, ReminderWay.ZALO, Addressee.HEAD, "", "", counts))
    give_reminders(file, drafts)
    give_reminders(file, drafts[:2])


def _enter(file: Store, ids: list[int]) -> None:
    units = list_units(file)
    jury = [add_juror(file, *each) for each in JURY]
    made = []
    for at, title in enumerate(TITLES):
        authors = (ids[at * 7], ids[at * 7 + 1]) if at else (ids[0],)
        draft = EntryDraft(title, units[at + 4].id, authors, received_on=date(2026, 6, 2 + at))
        made.append(add_entry(file, draft))
        given = [
            (juror, score, "")
            for juror, score in zip(jury, SCORES[at], strict=True)
            if score is not None
        ]
        if given:
            set_scores(file, made[-1], given)
    choose_representative(file, made[0])
    record_sending(file, made[0], Sending(datetime(2026, 6, 8, 9, 30), Channel.PLATFORM, "Đã nhận"))
    book = entry_book(file)
    assert book is not None
    prizes = award_book(file).prizes
    give_award(file, AwardDraft(prizes[1].id, entry_id=made[0], given_on=date(2026, 6, 8)))


def _answer(file: Store) -> None:
    letters = register_of(file, Direction.IN)
    answer = DocumentDraft(
        Direction.OUT, "Báo cáo", "45/BC-UBND", recipient="Sở Khoa học và Công nghệ",
        subject="Tiến độ tham gia cuộc thi đến ngày 05/6/2026", issued_on=date(2026, 6, 6),
    )  # fmt: skip
    answer_document(file, letters[-1].id, add_document(file, answer))
