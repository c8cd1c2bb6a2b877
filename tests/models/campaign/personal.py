"""A contest with personal data in every place that can hold some, each with a text of its own."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from models.contests.current import current_contest
from models.figures.closing import close_contest
from models.journal.change import changing
from models.journal.contents import keep_content
from models.journal.replay import undo
from models.records import Mark
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.store.schema import (
    attachments,
    awards,
    entries,
    entry_authors,
    entry_scores,
    exemptions,
    jurors,
    match_decisions,
    participations,
    prizes,
    reminders,
    wrong_unit_slips,
)
from tests.factory import add_people, unit

TODAY, AT = date(2026, 6, 8), datetime(2026, 6, 8, 9, 0)
OUTSIDE, HEAD, JUROR = "Cao Xuân Quỳnh Lam", "Tống Hải Đường", "Quách Mộng Thu"
PRESENTER, HEAD_PHONE, NUMBER = "Mạc Triều Dâng", "0987654321", "0976543210"
SECRETS = (
    OUTSIDE, HEAD, JUROR, PRESENTER, HEAD_PHONE, NUMBER, "tai-khoan-zxq", "Đơn vị lạ zxq",
    "giấy viện zxq", "lời nhắn zxq", "tóm tắt zxq", "nhận xét zxq", "ghi chú giải zxq",
    "tệp của bài zxq", "bai-zxq.pdf", "Người đã xóa zxq", "chức danh zxq", "đã hoàn tác zxq",
)  # fmt: skip
"""Texts that stand only in what a contest knows of people."""
TITLE = "Số hóa sổ hộ tịch"


def full_contest(store, people=6):
    """Fill the current contest and its journal with all of `SECRETS`; returns the people's ids."""
    ids = add_people(store, people)
    set_marks(store, ids[:2], Mark.REGISTERED)
    set_marks(store, ids[2:3], Mark.COMPLETED)
    set_exempt(store, ids[3:4], "Nghỉ thai sản", date(2026, 6, 1))
    contest = current_contest(store).id
    with store.reading() as connection:
        exempt = connection.execute(select(exemptions.c.id)).scalars().all()
        marked = connection.execute(select(participations.c.id)).scalars().all()
        prize = connection.execute(select(prizes.c.id)).scalars().first()
    own, of = {"contest_id": contest}, {"unit_id": unit(store).id}
    with changing(store, "juror-add", f"Thêm giám khảo {JUROR}") as change:
        values = {"name": JUROR, "position": "chức danh zxq", "role": "Ủy viên"}
        (juror,) = change.insert(jurors, [{**own, **values}])
    with changing(store, "entry-add", f"Thêm bài dự thi “{TITLE}”") as change:
        texts = {"title": TITLE, "summary": "tóm tắt zxq", "sent_note": NUMBER, "sent_by": "zalo"}
        shown = {"presenter": PRESENTER, "presentation": f"{PRESENTER} đạt loại giỏi"}
        row = {**own, **of, **texts, **shown, "stage": 2, "sent_at": AT, "representative": True}
        (entry,) = change.insert(entries, [row])
        change.insert(
            entry_authors,
            [
                {"entry_id": entry, "position": 0, "person_id": ids[0], "name": ""},
                {"entry_id": entry, "position": 1, "person_id": None, "name": OUTSIDE},
                {"entry_id": entry, "position": 2, "person_id": None, "name": "Người đã xóa zxq"},
            ],
        )
        scored = {"entry_id": entry, "juror_id": juror, "score": 87.5, "note": "nhận xét zxq"}
        change.insert(entry_scores, [scored])
        digest = keep_content(change, "tệp của bài zxq".encode() * 40)
        named = {"owner_table": "entries", "owner_id": entry, "name": "bai-zxq.pdf", "size": 760}
        change.insert(attachments, [{**named, "sha256": digest, "added_at": AT}])
    with changing(store, "entry-edit", f"Sửa bài dự thi “{TITLE}”") as change:
        change.delete(entry_authors, [3])
    with changing(store, "award-give", f"Ghi Giải nhất cho {OUTSIDE}") as change:
        given = {"prize_id": prize, "note": "ghi chú giải zxq", "person_id": ids[1]}
        change.insert(awards, [{**own, **given, "decision": "12/QĐ-UBND"}])
    with changing(store, "remind", "Đôn đốc một đơn vị") as change:
        counts = {"total": 6, "registered": 3, "completed": 1, "stage": 1, "at": AT, "who": "cb"}
        whom = {"way": "zalo", "addressee": "head", "name": HEAD, "phone": HEAD_PHONE}
        change.insert(reminders, [{**own, **of, **counts, **whom, "text": "lời nhắn zxq"}])
    with changing(store, "reconcile", "Đối soát tep.xlsx") as change:
        account = {"account": "tai-khoan-zxq", "platform_unit": "Đơn vị lạ zxq"}
        change.update(participations, {marked[0]: account})
        change.update(exemptions, {exempt[0]: {"note": NUMBER, "proof": "giấy viện zxq"}})
        opened = {"opened_on": TODAY, "opened_by": "tep.xlsx", "times": 1, "person_id": ids[0]}
        change.insert(wrong_unit_slips, [{**own, **of, **opened, "platform_unit": "Đơn vị lạ zxq"}])
        key = {"row_key": f"cao xuan|{NUMBER}|zxq", "person_id": ids[0], "same": True}
        change.insert(match_decisions, [key])
    with changing(store, "entry-edit", "Sửa bài dự thi") as change:
        change.insert(
            entry_authors,
            [{"entry_id": entry, "position": 3, "person_id": None, "name": "đã hoàn tác zxq"}],
        )
    undo(store)
    return ids


def closed_contest(store, people=6):
    """The same, closed today; returns what was frozen."""
    full_contest(store, people)
    return close_contest(store)
