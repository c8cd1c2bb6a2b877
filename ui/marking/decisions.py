"""What the officer decides about the people of a text, kept while the text is being mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.marking.records import Recognised, Recognition, Standing, Suggestion

Place = tuple[str, int]


class Choice(StrEnum):
    """Who somebody of the text is said to be."""

    SAME = "same"
    NOBODY = "nobody"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; `person_id` goes with SAME."""

    choice: Choice
    person_id: int | None = None


class Decisions:
    """Decisions by what stands in the text, so that a line added above changes none of them."""

    def __init__(self) -> None:
        self._made: dict[Place, Decision] = {}
        self._places: dict[int, Place] = {}
        self._found: tuple[Recognised, ...] = ()

    def take(self, recognition: Recognition) -> None:
        """The text has been read anew."""
        seen: Counter[str] = Counter()
        self._found = recognition.found
        self._places = {}
        for each in recognition.found:
            self._places[each.id] = (each.mention.text, seen[each.mention.text])
            seen[each.mention.text] += 1

    def of(self, item: Recognised) -> Decision | None:
        """What was decided about somebody, as long as it still makes sense."""
        made = self._made.get(self._places[item.id])
        if made is None or made.choice is not Choice.SAME:
            return made
        return made if any(s.person_id == made.person_id for s in item.suggestions) else None

    def decide(self, item: Recognised, decision: Decision | None) -> None:
        """Decide, or take a decision back."""
        if decision is None:
            self._made.pop(self._places[item.id], None)
        else:
            self._made[self._places[item.id]] = decision

    def is_open(self, item: Recognised) -> bool:
        """Whether the officer has still to decide."""
        return item.standing is Standing.UNCERTAIN and self.of(item) is None

    def chosen(self, item: Recognised) -> Suggestion | None:
        """Who will be marked for a mention."""
        decision = self.of(item)
        if decision is None:
            return item.suggestions[0] if item.standing is Standing.SURE else None
        if decision.choice is not Choice.SAME:
            return None
        return next(s for s in item.suggestions if s.person_id == decision.person_id)

    def people(self) -> dict[int, Suggestion]:
        """Everybody who will be marked, once each."""
        chosen = filter(None, map(self.chosen, self._found))
        return {each.person_id: each for each in chosen}

    def to_remember(self) -> Iterable[tuple[str, int, bool]]:
        """The decisions as they are remembered for the next text.

        One about a line that denies or greets says nothing of the name in another line.
        """
        for item in self._found:
            decision = self.of(item)
            if decision is None or item.standing is not Standing.UNCERTAIN:
                continue
            if not item.key or item.mention.doubt:
                continue
            if decision.choice is Choice.SAME and decision.person_id is not None:
                yield item.key, decision.person_id, True
            elif decision.choice is Choice.NOBODY:
                for each in item.suggestions:
                    yield item.key, each.person_id, False
