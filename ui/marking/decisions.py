"""Who of a text is whom, as the officer decides it; kept while the text is being mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.marking.records import Recognised, Recognition, Standing, Suggestion
from models.records import Mark
from models.text.formats import number, short_date
from models.text.phones import display_phone
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.deciding.likeness import reason_kinds
from ui.marking.columns import COLUMNS, MentionDecision, MentionLine, marked_on, stays_completed

PlaceInText = tuple[str, int]
ORDER = (Standing.UNCERTAIN, Standing.NOT_FOUND, Standing.SURE)


class Mentions(ChoosingFlow[MentionDecision]):
    """Decides by what stands in the text, so that a line added above changes no decision."""

    name = "mark-text"
    hint = ""
    columns = COLUMNS
    answers = {
        Answer.THIS: "Là người này",
        Answer.NOBODY: "Không phải ai",
        Answer.ASIDE: "Bỏ qua lần này",
        Answer.BACK: TAKE_BACK,
    }
    tooltips = {
        Answer.NOBODY: "Không phải ai trong danh sách; được nhớ cho lần sau",
        Answer.ASIDE: "Không đánh dấu dòng này, không ghi nhớ gì",
    }
    empty = ("Chưa có ai", "Dán tin nhắn, danh sách hoặc gõ họ tên, số điện thoại ở bên trái.")

    def __init__(self, names: MarkNames = USUAL_NAMES) -> None:
        super().__init__()
        self._names = names
        self.mark = names.counted[0]
        self._said: dict[PlaceInText, MentionDecision] = {}
        self._places: dict[int, PlaceInText] = {}
        self._items: dict[int, Recognised] = {}
        self._ids: list[int] = []

    def take(self, recognition: Recognition) -> None:
        """The text has been read anew; decisions about what is still there stand."""
        seen: Counter[str] = Counter()
        self._items = {each.id: each for each in recognition.found}
        self._places = {}
        for each in recognition.found:
            self._places[each.id] = (each.mention.text, seen[each.mention.text])
            seen[each.mention.text] += 1
        found = sorted(recognition.found, key=lambda each: ORDER.index(each.standing))
        self._ids = [each.id for each in found]

    def ids(self) -> Sequence[int]:
        """Those to decide about first."""
        return self._ids

    def line(self, row_id: int) -> MentionLine:
        """A mention with what was decided, and who will be marked for it."""
        item = self._items[row_id]
        chosen = self.marked(item)
        return MentionLine(row_id, item, self.mark, self.of(item), chosen, self._names)

    def of(self, item: Recognised) -> MentionDecision | None:
        """What was decided about somebody, as long as it still makes sense."""
        made = self._said.get(self._places[item.id])
        if made is None or made.answer is not Answer.THIS:
            return made
        return made if any(s.person_id == made.person_id for s in item.suggestions) else None

    def marked(self, item: Recognised) -> Suggestion | None:
        """Who will be marked for a mention."""
        decision = self.of(item)
        if decision is None:
            return item.suggestions[0] if item.standing is Standing.SURE else None
        if decision.answer is not Answer.THIS:
            return None
        return next(s for s in item.suggestions if s.person_id == decision.person_id)

    def is_open(self, row_id: int) -> bool:
        """Whether the officer has still to decide."""
        item = self._items[row_id]
        return item.standing is Standing.UNCERTAIN and self.of(item) is None

    def is_decided(self, row_id: int) -> bool:
        """Also of somebody sure it can be said that they are not meant."""
        return self.of(self._items[row_id]) is not None

    def kept(self, row_id: int) -> MentionDecision | None:
        """What is decided of a mention."""
        return self.of(self._items[row_id])

    def same(self, choice: Suggestion) -> MentionDecision:
        """This person is meant."""
        return MentionDecision(Answer.THIS, choice.person_id)

    def otherwise(self, row_id: int, answer: Answer) -> MentionDecision:
        """Nobody is, or nobody is marked this time."""
        return MentionDecision(answer)

    def store(self, answer: Answer, decisions: Mapping[int, MentionDecision]) -> None:
        """Keep them by the places in the text."""
        self._said.update({self._places[each]: made for each, made in decisions.items()})

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Forget what was said of these places."""
        for each in row_ids:
            self._said.pop(self._places[each], None)

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are mentions of one doubt, with as many suggestions for the same reasons."""
        item = self._items[row_id]
        return item.mention.doubt, *(reason_kinds(each.reasons) for each in item.suggestions)

    def facts(self, row_id: int) -> RowFacts:
        """What the text says."""
        item = self._items[row_id]
        said = ("", item.mention.text), ("", item.mention.unit)
        title = f"Trong văn bản, dòng {number(item.mention.line)}"
        return RowFacts(title, item.reason, tuple(each for each in said if each[1]))

    def choices(self, row_id: int) -> Sequence[Suggestion]:
        """The people whom it may mean."""
        return self._items[row_id].suggestions

    def shown(self, row_id: int, choice: Suggestion) -> Possible:
        """One of them, and whether they have the mark."""
        mark = Mark.COMPLETED if stays_completed(choice, self.mark) else self.mark
        since = marked_on(choice, mark)
        marked = f"{self._names.done(mark)} từ {short_date(since)}" if since else ""
        details = filter(None, (choice.unit, display_phone(choice.phone), marked))
        return Possible(choice.name, "; ".join(choice.reasons), " · ".join(details))

    def people(self) -> dict[int, Suggestion]:
        """Everybody who will be marked, once each."""
        chosen = filter(None, map(self.marked, self._items.values()))
        return {each.person_id: each for each in chosen}

    @property
    def undecided(self) -> int:
        """How many the officer has still to decide about."""
        return sum(map(self.is_open, self._ids))

    def open_lines(self) -> list[Recognised]:
        """What would stay unmarked: still open, or found nowhere."""
        return [
            item
            for item in self._items.values()
            if self.of(item) is None and item.standing is not Standing.SURE
        ]

    def to_remember(self) -> Iterable[tuple[str, int, bool]]:
        """The decisions as they are remembered for the next text.

        One about a line that denies or greets says nothing of the name in another line.
        """
        for item in self._items.values():
            decision = self.of(item)
            if decision is None or item.standing is not Standing.UNCERTAIN:
                continue
            if not item.key or item.mention.doubt:
                continue
            if decision.answer is Answer.THIS and decision.person_id is not None:
                yield item.key, decision.person_id, True
            elif decision.answer is Answer.NOBODY:
                for each in item.suggestions:
                    yield item.key, each.person_id, False
