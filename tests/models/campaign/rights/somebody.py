"""Somebody of whom every place of the data that can name a person says something."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import date, datetime

from sqlalchemy import select

from models.contests.current import current_contest
from models.figures.frozen import freeze
from models.journal.change import changing
from models.journal.contents import keep_content
from models.journal.replay import undo
from models.records import Mark, PersonDraft
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.people import add_person, edit_person
from models.roster.transfers import transfer
from models.store.schema import (
    absences,
    attachments,
    awards,
    distinct_people,
    document_choices,
    documents,
    entries,
    entry_authors,
    exemptions,
    export_log,
    jurors,
    match_decisions,
    participations,
    posts,
    prizes,
    reminders,
    saved_filters,
    settings,
    signers,
    unit_contacts,
    wrong_unit_slips,
)
from models.text.names import search_fold
from models.text.phones import display_phone
from tests.factory import add_people, unit

NAME, OLD_NAME, PHONE, OLD_PHONE = "Kiều Quỳnh Hoài", "Kiều Quỳnh Hoà", "0961237841", "0961237842"
EMAIL, CODE, ACCOUNT = "hoai.kq@vidu.vn", "CBKQH77", "tk-hoai-77"
OWN_TEXTS = ("ghi riêng zqh", "minh chứng zqh", "vị trí zqh", "nhận riêng zqh")
"""What only rows of theirs say, without a name."""
DAY, AT = date(2026, 6, 8), datetime(2026, 6, 8, 9, 0)


def secrets_of(names=(NAME, OLD_NAME), phones=(PHONE, OLD_PHONE)):
    """Every form in which the data may hold the person."""
    found = {EMAIL, CODE, ACCOUNT, *OWN_TEXTS, *phones, *map(display_phone, phones)}
    for name in names:
        for form in (name, name.upper(), name.lower(), search_fold(name)):
            found |= {form, unicodedata.normalize("NFD", form)}
    return sorted(found)


def draft(file, **other):
    """What the form says of them."""
    told = {
        "name": NAME, "unit_id": unit(file).id, "phone": PHONE, "email": EMAIL, "staff_code": CODE,
        "position": "vị trí zqh", "note": "ghi riêng zqh", "birth": "1985-04-02",
        "came_on": date(2026, 6, 1),
    }  # fmt: skip
    return PersonDraft(**{**told, **other})


def packed(text):
    """A workbook's text as bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")
    return made.getvalue()


def somebody(file, among=5):
    """Add `among` others and them, everywhere; returns their id and those of the others."""
    others = add_people(file, among)
    undone = add_person(file, draft(file))
    undo(file)
    person = add_person(file, draft(file, name=OLD_NAME, phone=OLD_PHONE))
    assert person != undone
    edit_person(file, person, draft(file))
    set_marks(file, [*others[:2], person], Mark.COMPLETED)
    set_marks(file, others[2:3], Mark.REGISTERED)
    set_exempt(file, [person], "Bận việc của nhà zqh", date(2026, 6, 2), date(2026, 6, 3))
    transfer(file, [person], unit(file, "Trung tâm Phục vụ hành chính công").id, date(2026, 6, 5))
    _of_the_person(file, person, others[0])
    _in_words(file, person)
    freeze(file)
    return person, others


def _of_the_person(file, person, other):
    contest, own = current_contest(file).id, {"person_id": person}
    of = {"contest_id": contest, "unit_id": unit(file).id}
    with changing(file, "mixed", f"Việc của {NAME}") as change:
        ask = change.connection.execute
        ours = participations.c.person_id == person
        marked = ask(select(participations.c.id).where(ours)).scalars().all()
        exempt = ask(select(exemptions.c.id)).scalars().all()
        told = {"account": ACCOUNT, "platform_unit": "nhận riêng zqh", "score": 87.5}
        change.update(participations, {each: told for each in marked})
        change.update(
            exemptions, {each: {"note": NAME, "proof": "minh chứng zqh"} for each in exempt}
        )
        days = {"since": date(2026, 6, 6), "until": date(2026, 6, 6)}
        change.insert(absences, [{**own, **days, "reason": "việc riêng zqh"}])
        change.insert(posts, [{**own, "unit_id": of["unit_id"], "position": "vị trí zqh",
                               "main": False, "since": None, "until": None}])  # fmt: skip
        change.insert(match_decisions, [{**own, "row_key": f"kiều|{PHONE}|zqh", "same": True}])
        change.insert(distinct_people, [{"first_id": other, "second_id": person}])
        slip = {"opened_on": DAY, "opened_by": "tep.xlsx", "times": 1, "platform_unit": "zqh"}
        change.insert(wrong_unit_slips, [{**own, **of, **slip}])
        (entry,) = change.insert(
            entries, [{**of, "stage": 2, "title": "Bài hay", "presenter": NAME}]
        )
        change.insert(entry_authors, [{**own, "entry_id": entry, "position": 0, "name": ""}])
        prize = ask(select(prizes.c.id)).scalars().first()
        given = {"contest_id": contest, "prize_id": prize, "note": f"trao {NAME.upper()}"}
        change.insert(awards, [{**own, **given}])
        digest = keep_content(change, b"bai rieng zqh" * 9)
        kept = {"owner_table": "entries", "owner_id": entry, "size": 117, "added_at": AT}
        change.insert(attachments, [{**kept, "name": "bai.pdf", "sha256": digest}])


def _in_words(file, person):
    """Rows of others, and of nobody, that name the person."""
    contest, of = current_contest(file).id, {"unit_id": unit(file).id}
    with changing(file, "mixed", f"Ghi chú về {NAME.upper()}, {display_phone(PHONE)}") as change:
        change.insert(unit_contacts, [{**of, "role": "head", "name": NAME, "phone": PHONE}])
        change.insert(signers, [{"lines": "PHÓ CHỦ TỊCH", "name": NAME, "current": False}])
        change.insert(jurors, [{"contest_id": contest, "name": NAME, "role": "Ủy viên"}])
        counts = {"total": 6, "registered": 3, "completed": 1, "stage": 1, "at": AT, "who": "cb"}
        whom = {"way": "zalo", "addressee": "head", "name": NAME, "phone": PHONE}
        words = unicodedata.normalize("NFD", f"Kính gửi bà {NAME}, số {display_phone(PHONE)}")
        row = {**of, **counts, **whom, "contest_id": contest, "text": words}
        change.insert(reminders, [row])
        (paper,) = change.insert(
            documents, [{"direction": "in", "note": f"giao {search_fold(NAME)}"}]
        )
        digest = keep_content(change, packed(f"{NAME}</t><t>{PHONE}"))
        kept = {"owner_table": "documents", "owner_id": paper, "size": 1, "added_at": AT}
        change.insert(attachments, [{**kept, "name": "ds.xlsx", "sha256": digest}])
        digest = keep_content(change, packed("không có ai"))
        change.insert(attachments, [{**kept, "name": "khac.xlsx", "sha256": digest}])
        digest = keep_content(change, b"%PDF-1.7 anh chup")
        change.insert(attachments, [{**kept, "name": "quet.pdf", "sha256": digest}])
        change.insert(saved_filters, [{"name": NAME, "query": f'{{"search":"{NAME}"}}'}])
        change.insert(
            settings, [{"name": "reconcile-leftovers-9", "value": f'[["{NAME}",1,true]]'}]
        )
        change.insert(
            document_choices, [{"kind": "zqh", "name": "addressees", "value": f"Bà {NAME}"}]
        )
        line = {"at": AT, "who": "cb", "kind": "people", "format": "pdf", "people": 1, "phones": 0}
        change.insert(
            export_log, [{**line, "place": f"D:/{search_fold(NAME).replace(' ', '-')}.pdf"}]
        )
