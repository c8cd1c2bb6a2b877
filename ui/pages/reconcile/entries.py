"""The lines of one box: what stands in them, and nothing to decide where nothing is asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from models.contests.mark_names import USUAL_NAMES
from models.reconcile.records import AccountDecision, Box, Entry, ReconcilePlan, Who
from models.reconcile.settled import SettledPlan
from models.text.formats import number
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.candidates import told_alike
from ui.deciding.flow import DecisionFlow
from ui.pages.reconcile.decided import DecidedSoFar
from ui.pages.reconcile.lines import BOX_COLUMNS, EntryLine, platform_unit
from ui.pages.reconcile.unit_choice import UnitChoice, can_be_new
from ui.pages.reconcile.words import BOX_HINTS, lacking_words

EMPTY = {
    Box.REGRESSED: "Không ai bị mất so với lần trước",
    Box.UNCERTAIN: "Không còn ai cần quyết định",
    Box.NOT_REGISTERED: "Mọi người trong danh sách đều có trong tệp",
}
NOBODY = "Không phải ai"
NEW = "Người mới"
NEW_HINT = "Đưa người này vào danh sách như người mới"
ON_THE_ROSTER = "Người này đã có trong danh sách."
ASKING = (Box.UNCERTAIN, Box.NOT_ON_ROSTER)
SAID = (
    "Đã chuyển {count} tài khoản sang Cần quyết định và sẽ nhớ cho các tệp sau; ở đó nhấn phím 0 "
    "để trả lại."
)
NO_ACCOUNT = "Người này không có tài khoản nào trong tệp."


class BoxEntries(DecisionFlow[AccountDecision]):
    """A box in which nothing is decided; the others decide about its lines."""

    answers: Mapping[Answer, str] = {}

    def __init__(self, box: Box, decided: DecidedSoFar) -> None:
        super().__init__()
        self.name = f"reconcile-{box.value}"
        self.hint, self.columns = BOX_HINTS[box], BOX_COLUMNS[box]
        self.empty = (EMPTY.get(box, "Không có ai"), "")
        self.decided, self.names = decided, USUAL_NAMES
        self.entries: Mapping[int, Entry] = {}
        self._ids: Sequence[int] = ()

    def take(self, ids: Sequence[int], entries: Mapping[int, Entry]) -> None:
        """These are the lines now; `entries` has them by ordinal."""
        self._ids, self.entries = ids, entries

    def ids(self) -> Sequence[int]:
        """The lines by the ordinals of their entries."""
        return self._ids

    def line(self, row_id: int) -> EntryLine:
        """A line with what was decided of it."""
        return EntryLine(
            row_id, self.entries[row_id], self.decided.accounts.get(row_id), self.names
        )

    def is_open(self, row_id: int) -> bool:
        """Whether nobody has said yet who it is."""
        return self.decided.is_open(row_id)

    def is_decided(self, row_id: int) -> bool:
        """Also what was taken back once can be given back."""
        return row_id in self.decided.accounts

    def decision(self, row_id: int, answer: Answer, choice: Any) -> AccountDecision | None:
        """Nothing is asked here."""
        return None

    def store(self, answer: Answer, decisions: Mapping[int, AccountDecision]) -> None:
        """Keep them with all decisions on the plan."""
        self.decided.decide(decisions)

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Forget them."""
        self.decided.take_back(row_ids)


class FoundAccounts(BoxEntries):
    """Accounts whose person is found: a wrong one is taken back, and asked about."""

    answers = {Answer.NOBODY: "Không phải người này"}
    repeats = False

    def __init__(self, box: Box, decided: DecidedSoFar) -> None:
        super().__init__(box, decided)
        self._accounts: dict[int, list[int]] = {}
        self._along: dict[int, list[int]] = {}

    def take_plan(self, plan: ReconcilePlan) -> None:
        """Another plan: several accounts may be one line of it."""
        self._accounts = {}
        for at, match in enumerate(plan.matches):
            if match.person_id is not None:
                self._accounts.setdefault(match.person_id, []).append(at)

    def asks(self) -> bool:
        """Who is lost without an account cannot be taken back."""
        return any(self.entries[each].account is not None for each in self._ids)

    def decision(self, row_id: int, answer: Answer, choice: Any) -> AccountDecision | None:
        """The account is not this person's, and perhaps somebody else's."""
        has = self.entries[row_id].account is not None
        return AccountDecision(Who.NOT_THIS) if has else None

    def store(self, answer: Answer, decisions: Mapping[int, AccountDecision]) -> None:
        """All accounts of a line go along."""
        along = self._all_of(decisions)
        self._along.update(dict.fromkeys(decisions, along))
        self.decided.decide(dict.fromkeys(along, AccountDecision(Who.NOT_THIS)))

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Whatever went along comes back."""
        back = {one for each in row_ids for one in self._along.pop(each, [each])}
        self.decided.take_back(sorted(back))

    def said(self, answer: Answer, made: Sequence[int], left: Sequence[int]) -> str:
        """How many accounts went, and how they come back."""
        return SAID.format(count=number(len(self._all_of(made)))) if made else NO_ACCOUNT

    def _all_of(self, row_ids: Iterable[int]) -> list[int]:
        ordinals = set(row_ids)
        for each in tuple(ordinals):
            person = self.entries[each].person
            ordinals.update(self._accounts.get(person.id, ()) if person else ())
        return sorted(ordinals)


class MaybeNew(BoxEntries):
    """Accounts that may come into the roster, in a unit that is chosen or that the text means."""

    def __init__(self, box: Box, decided: DecidedSoFar) -> None:
        super().__init__(box, decided)
        self.unit = UnitChoice(f"{box.value}-unit", decided)

    def newcomer(self, row_id: int) -> AccountDecision | None:
        """Nobody comes in without a name and a unit."""
        entry = self.entries[row_id]
        return self.unit.new_of(entry) if can_be_new(entry) else None

    def alike(self, row_id: int, answer: Answer) -> Hashable | None:
        """Those of the same reasons; new people only of one unit, as the platform writes it."""
        entry = self.entries[row_id]
        unit = platform_unit(entry) if answer is Answer.NEW else "-"
        return (unit, told_alike(entry.reasons, entry.candidates)) if unit else None

    def said(self, answer: Answer, made: Sequence[int], left: Sequence[int]) -> str:
        """What new people lack; where it is the unit, it can be typed at once."""
        if answer is not Answer.NEW:
            return super().said(answer, made, left)
        entries = [self.entries[each] for each in left]
        if len(entries) == 1 and entries[0].person is not None:
            return ON_THE_ROSTER
        homeless = sum(map(can_be_new, entries))
        if homeless:
            self.unit.take_focus()
        return lacking_words(homeless, len(entries) - homeless)


class Outsiders(MaybeNew):
    """Accounts of nobody on the roster."""

    answers = {Answer.NEW: NEW, Answer.BACK: TAKE_BACK}
    tooltips = {Answer.NEW: NEW_HINT}

    def __init__(self, decided: DecidedSoFar) -> None:
        super().__init__(Box.NOT_ON_ROSTER, decided)

    def decision(self, row_id: int, answer: Answer, choice: Any) -> AccountDecision | None:
        """The only answer is that somebody is new."""
        return self.newcomer(row_id)

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Leave them out again; what was said of them in Cần quyết định stands."""
        made = self.decided.accounts
        self.decided.take_back([each for each in row_ids if each in made and _is_new(made[each])])


def _is_new(decision: AccountDecision) -> bool:
    return decision.who is Who.NEW


def lines_of_box(
    box: Box, plan: ReconcilePlan, standing: SettledPlan, came: Mapping[int, Entry]
) -> tuple[Sequence[int], Mapping[int, Entry]]:
    """The lines of a box. Where the officer decides, a line stays in sight when it is decided."""
    if box not in ASKING:
        return standing.ids[box], standing.entries
    asked = {entry.ordinal: entry for entry in plan.in_box(box)}
    now = {**came, **{each: standing.entries[each] for each in standing.ids[box]}}
    more = {at: entry for at, entry in now.items() if at not in asked or _lost(asked[at], entry)}
    return [*asked, *sorted(more.keys() - asked)], {**asked, **more}


def _lost(entry: Entry, now: Entry) -> bool:
    """Whether somebody was known, and is not the one after all."""
    return entry.person is not None and now.person is None
