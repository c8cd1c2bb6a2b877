"""Who heads each unit by the posts of the roster: the sure ones are filled in, the others asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from models.records import UNIT_KIND_NAMES
from models.records.heads import HeadCandidate, HeadProposal
from models.text.phones import display_phone
from ui.deciding.answers import ANSWER_WORDS, TAKE_BACK, UNDECIDED, Answer
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.table.column import Column, Kind

NOBODY_LEFT = "Để trống, chờ người mới"
WRITE, LEAVE = ANSWER_WORDS[Answer.THIS], "Không ghi"


@dataclass(frozen=True, slots=True)
class HeadDecision:
    """Whether the head of a unit is written, and who: None leaves the place empty."""

    write: bool
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One unit, with what is decided in words."""

    id: int
    proposal: HeadProposal
    decided: str


def _who(line: HeadLine) -> str:
    return " hoặc ".join(each.name for each in line.proposal.candidates) or NOBODY_LEFT


def _post(line: HeadLine) -> str:
    return " hoặc ".join(dict.fromkeys(each.position for each in line.proposal.candidates))


def _reasons(line: HeadLine) -> str:
    return "; ".join(line.proposal.reasons)


def _noted(line: HeadLine) -> str:
    return line.proposal.noted.name if line.proposal.noted is not None else ""


class UnitHeads(ChoosingFlow[HeadDecision]):
    """Begins with the sure ones decided; a head that is named already is replaced only when the
    officer says so."""

    name = "heads"
    hint = "Người chắc chắn đã điền sẵn; chưa ghi gì cho đến khi bạn bấm nút ghi."
    opposite = "Theo chức vụ trong danh sách"
    columns: Sequence[Column[HeadLine]] = (
        Column("decision", "Quyết định", 14, lambda line: line.decided, Kind.STRONG),
        Column("unit", "Đơn vị", 24, lambda line: line.proposal.unit,
               tooltip=lambda line: line.proposal.unit),
        Column("who", "Người đề nghị", 22, _who, Kind.STRONG, tooltip=_who),
        Column("post", "Chức vụ", 22, _post, tooltip=_post),
        Column("noted", "Đang ghi", 20, _noted),
        Column("reasons", "Lý do cần quyết định", 40, _reasons, Kind.WARNING, tooltip=_reasons,
               fills=True),
    )  # fmt: skip
    answers = {Answer.THIS: WRITE, Answer.NOBODY: LEAVE, Answer.BACK: TAKE_BACK}
    empty = (
        "Không có đề nghị nào",
        "Người đứng đầu được đề nghị theo chức vụ trong danh sách: Hiệu trưởng, Trưởng phòng…",
    )

    def __init__(self, proposals: Iterable[HeadProposal]) -> None:
        self._proposals = {each.unit_id: each for each in proposals}
        self.first = {
            each.unit_id: self.same(each.candidates[0])
            for each in self._proposals.values()
            if each.sure
        }
        super().__init__(self.first)

    @property
    def changed(self) -> int:
        """How many decisions the officer has made; those that were filled in are none."""
        return sum(self.made.get(each) != self.first.get(each) for each in self._proposals)

    def wanted(self) -> dict[int, int | None]:
        """The heads to write, by unit."""
        return {unit: each.person_id for unit, each in self.made.items() if each.write}

    def ids(self) -> Sequence[int]:
        """The sure ones first."""
        return tuple(self._proposals)

    def line(self, row_id: int) -> HeadLine:
        """One unit."""
        made = self.made.get(row_id)
        words = UNDECIDED if made is None else WRITE if made.write else LEAVE
        return HeadLine(row_id, self._proposals[row_id], words)

    def facts(self, row_id: int) -> RowFacts:
        """What is known of the unit and of its head by now."""
        proposal = self._proposals[row_id]
        noted = proposal.noted
        named = () if noted is None else (noted.name, noted.position, display_phone(noted.phone))
        facts = (
            ("Khối", UNIT_KIND_NAMES[proposal.kind]),
            ("Đang ghi", " · ".join(filter(None, named)) or "chưa có"),
        )
        return RowFacts(proposal.unit, "; ".join(proposal.reasons), facts)

    def choices(self, row_id: int) -> Sequence[HeadCandidate | None]:
        """The candidates; where the head has left without one, that nobody is."""
        return self._proposals[row_id].candidates or (None,)

    def shown(self, row_id: int, choice: HeadCandidate | None) -> Possible:
        """A candidate with post and phone."""
        if choice is None:
            return Possible(NOBODY_LEFT, self._proposals[row_id].gone)
        details = " · ".join(filter(None, (choice.position, display_phone(choice.phone))))
        return Possible(choice.name, "; ".join(choice.doubts), details)

    def kept(self, row_id: int) -> HeadDecision | None:
        """What is decided of a unit by now."""
        return self.made.get(row_id)

    def same(self, choice: HeadCandidate | None) -> HeadDecision:
        """This one is written."""
        return HeadDecision(True, None if choice is None else choice.person_id)

    def otherwise(self, row_id: int, answer: Answer) -> HeadDecision | None:
        """The head stays as it is."""
        return HeadDecision(False)

    def alike(self, row_id: int, answer: Answer) -> Hashable | None:
        """Alike are units asked about for the same reasons, with one candidate each."""
        proposal = self._proposals[row_id]
        if len(proposal.candidates) != 1:
            return None
        doubts = proposal.candidates[0].doubts
        return proposal.kind, doubts, proposal.noted is None, bool(proposal.gone)
