"""Nothing that goes with a closed contest is changed; all of it can be read."""

from __future__ import annotations

from datetime import date

import pytest

from models.campaign.awards import award_book, give_award, remove_award
from models.campaign.entries import add_entry, edit_entry, remove_entry
from models.campaign.entry_rows import entry_book
from models.campaign.jury import add_juror, remove_juror, set_scale, set_score
from models.campaign.publicity import add_task, edit_task, list_tasks, remove_task
from models.campaign.representative import choose_representative
from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint
from models.records.awards import AwardDraft
from models.records.publicity import TaskDraft
from models.store.schema import contests
from tests.models.campaign.books import add, draft, jury


def test_all_is_refused_and_can_be_read(file):
    entry, (juror,) = add(file, "Bài"), jury(file, "Lê Thị Hoa")
    task = add_task(file, TaskDraft("Niêm yết"))
    prize = award_book(file).prizes[0].id
    award = give_award(file, AwardDraft(prize, entry_id=entry))
    with changing(file, "test", "Đóng") as change:
        change.update(contests, {1: {"closed_on": date(2026, 6, 8)}})
    before = fingerprint(file)
    for act in (
        lambda: add_entry(file, draft(file, "Bài khác")),
        lambda: edit_entry(file, entry, draft(file, "Bài khác")),
        lambda: remove_entry(file, entry),
        lambda: choose_representative(file, entry),
        lambda: add_juror(file, "Vũ Hà"),
        lambda: remove_juror(file, juror),
        lambda: set_scale(file, 10),
        lambda: set_score(file, entry, juror, 5),
        lambda: give_award(file, AwardDraft(prize, entry_id=entry)),
        lambda: remove_award(file, award),
        lambda: add_task(file, TaskDraft("Khác")),
        lambda: edit_task(file, task, TaskDraft("Khác")),
        lambda: remove_task(file, task),
    ):
        with pytest.raises(AppError, match="đã đóng ngày 08/06/2026"):
            act()
    assert fingerprint(file) == before
    assert (len(entry_book(file).entries), len(list_tasks(file))) == (1, 1)
