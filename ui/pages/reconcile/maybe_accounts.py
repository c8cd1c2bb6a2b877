"""Accounts that may be somebody on the roster, and statuses that leave marks open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.intake.plan_records import PersonCandidate
from models.reconcile.records import AccountDecision, Box, Entry, Who
from models.text.formats import partial_date, score_words, short_date
from models.text.phones import display_phone
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.candidates import possible_person
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.pages.reconcile.decided import DecidedSoFar
from ui.pages.reconcile.entries import NEW, NEW_HINT, NOBODY, FoundAccounts, MaybeNew
from ui.pages.reconcile.lines import place_words
from ui.theme.pieces import button

WITHOUT_RESULT = "Không ghi kết quả"
ONLY_KNOWN = "Hãy chọn dòng đã rõ là ai trước."


class MeantPerson(NamedTuple):
    """Somebody whom an account may mean, and what is decided when it does."""

    candidate: PersonCandidate
    decision: AccountDecision


class MaybeAccounts(ChoosingFlow[AccountDecision], MaybeNew):
    """Accounts that may be somebody on the roster, or whose status leaves marks open.

    `other` is the button by which somebody who is known is not the one.
    """

    answers = {
        Answer.THIS: "Là người này",
        Answer.NOBODY: NOBODY,
        Answer.NEW: NEW,
        Answer.BACK: TAKE_BACK,
    }
    tooltips = {
        Answer.THIS: "Tài khoản này là của người đang chọn bên phải",
        Answer.NOBODY: "Tài khoản này không phải của ai trong danh sách",
        Answer.NEW: NEW_HINT,
    }

    def __init__(self, decided: DecidedSoFar) -> None:
        super().__init__(Box.UNCERTAIN, decided)
        self.other = button(FoundAccounts.answers[Answer.NOBODY], "reconcile-uncertain-other")

    def answers_of(self, row_id: int) -> Mapping[Answer, str]:
        """Of somebody who is known only the status is asked."""
        if self.entries[row_id].person is None:
            return self.answers
        yes = f"Ghi {self._marks_of(row_id)}"
        return {**self.answers, Answer.THIS: yes, Answer.NOBODY: WITHOUT_RESULT}

    def kept(self, row_id: int) -> AccountDecision | None:
        """What is decided of an account."""
        return self.decided.accounts.get(row_id)

    def same(self, choice: MeantPerson) -> AccountDecision:
        """The account is this person's; its open status counts or not."""
        return choice.decision

    def otherwise(self, row_id: int, answer: Answer) -> AccountDecision | None:
        """Nobody's, or somebody new as far as that can be; no marks for somebody known."""
        if answer is Answer.NEW:
            return self.newcomer(row_id)
        known = self.entries[row_id].person is not None
        return self._of_status(row_id) if known else AccountDecision(Who.NOT_THEM)

    def refusals(self, row_ids: Iterable[int]) -> dict[int, AccountDecision]:
        """That those are not meant who are known."""
        known = (each for each in row_ids if self.entries[each].person is not None)
        return dict.fromkeys(known, AccountDecision(Who.NOT_THIS))

    def _of_status(self, row_id: int, *, accepts: bool = False) -> AccountDecision:
        kept, person = self.kept(row_id), self.entries[row_id].person
        if kept is not None and kept.who is Who.NEW:
            return replace(kept, accepts=accepts)
        return AccountDecision(Who.AS_FOUND, person.id if person else None, accepts=accepts)

    def _marks_of(self, row_id: int) -> str:
        """The marks that the status leaves open: "đã đăng ký và đã hoàn thành"."""
        account = self.entries[row_id].account
        return " và ".join(
            self.names.done(each) for each in (account.open_marks if account else ())
        )

    def facts(self, row_id: int) -> RowFacts:
        """What the file says of the account."""
        entry = self.entries[row_id]
        rows = place_words(entry)
        title = f"Trong tệp, dòng {rows}" if rows else "Trong tệp"
        doubt = entry.account.doubt if entry.account else ""
        told = doubt if entry.candidates else "; ".join(entry.reasons)
        return RowFacts(title, told, account_facts(entry))

    def who_maybe(self, row_id: int, told: bool) -> str:
        """Of somebody who is known only the status is asked."""
        known = self.entries[row_id].person is not None
        return "" if known else super().who_maybe(row_id, told)

    def choices(self, row_id: int) -> Sequence[MeantPerson]:
        """Whose account it may be, and whether what its status leaves open is marked."""
        entry, known = self.entries[row_id], self.entries[row_id].person
        open_ = (False, True) if self._marks_of(row_id) else (False,)
        if known is None:
            return [
                MeantPerson(each, AccountDecision(Who.SAME, each.person_id, accepts=accepts))
                for each in entry.candidates
                for accepts in open_
            ]
        found = PersonCandidate(known.id, known.name, known.unit, known.phone)
        return [MeantPerson(found, self._of_status(row_id, accepts=True))]

    def shown(self, row_id: int, choice: MeantPerson) -> Possible:
        """One of them, and what is marked."""
        shown, marks = possible_person(choice.candidate), self._marks_of(row_id)
        if not marks:
            return shown
        result = f"ghi {marks}" if choice.decision.accepts else WITHOUT_RESULT.lower()
        return replace(shown, reasons="; ".join(filter(None, (shown.reasons, result))))


def account_facts(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What the file says of an account, with the names of its fields."""
    account = entry.account
    if account is None:
        return ()
    completed = (short_date(account.completed_on) or "có") if account.completed else ""
    facts = (
        ("Họ và tên", account.name),
        ("Điện thoại", display_phone(account.phone)),
        ("Đơn vị", account.unit),
        ("Tài khoản", account.login),
        ("Ngày sinh", partial_date(account.birth)),
        ("Đăng ký", short_date(account.registered_on)),
        ("Thi chưa đạt", (short_date(account.failed_on) or "có") if account.failed else ""),
        ("Hoàn thành", completed),
        ("Điểm", score_words(account.score)),
    )
    return tuple((words, value) for words, value in facts if value)
