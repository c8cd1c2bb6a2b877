"""The names, phones and units of one line, and which of them belong together."""

from __future__ import annotations

from collections.abc import Sequence

from models.marking.lines import MessageLine, Piece
from models.marking.names import Lexicon, Name, given_name, name_beside_phone, names_in
from models.marking.records import Mention
from models.marking.words import ADDRESSED, WHY_ADDRESSED, WHY_REPAIRED

LONGEST_CLAUSE = 300
SEXES = frozenset({"nam", "nữ"})


class LineReader:
    """The names, phones and units of one line, and which of them belong together."""

    def __init__(self, number: int, line: MessageLine, lexicon: Lexicon) -> None:
        self._number = number
        self._line = line
        self._lexicon = lexicon
        self._names: list[tuple[int, Name]] = []
        self._phones: list[tuple[int, Piece]] = []
        self._units: list[tuple[int, str]] = []
        pieces = list(self._whole_names())
        for at, piece in enumerate(pieces):
            self._take(at, piece)

    def _whole_names(self) -> list[Piece]:
        """The pieces; họ đệm and tên of two cells are one."""
        pieces: list[Piece] = []
        for piece in self._line.pieces:
            before = pieces[-1] if pieces else None
            if piece.tab and before and not before.phone and not piece.phone:
                both = f"{before.text} {piece.text}"
                alone = self._lexicon.is_name(before.text.split())
                if not alone and self._lexicon.is_name(both.split()):
                    pieces[-1] = before._replace(text=both, end=piece.end)
                    continue
            pieces.append(piece)
        return pieces

    def _take(self, at: int, piece: Piece) -> None:
        if piece.phone is not None:
            self._phones.append((at, piece))
            return
        if self._lexicon.is_unit(piece.text) or self._lexicon.is_short_unit(piece.text):
            self._units.append((at, piece.text))
            return
        found = names_in(piece.text, self._lexicon)
        if not found.names and not found.unit and not self._follows_a_cell(at, piece):
            given = given_name(piece.text, self._lexicon)
            found = found._replace(names=(given,) if given else ())
        addressed = bool(ADDRESSED.search(piece.text)) or self._under_address(piece)
        for name in found.names:
            if addressed and name.partial:
                continue
            doubt = WHY_ADDRESSED if addressed else name.doubt
            kept = name._replace(doubt=doubt, phone_settles=not addressed)
            self._names.append((at, kept))
        if found.unit:
            self._units.append((at, found.unit))

    def _follows_a_cell(self, at: int, piece: Piece) -> bool:
        """Whether a name stands in the cell before: what follows is its sex, post or remark."""
        return piece.tab and at > 0

    def _under_address(self, piece: Piece) -> bool:
        """Whether a title with a name follows a word of greeting in the same clause."""
        before = self._line.text[max(piece.start - LONGEST_CLAUSE, 0) : piece.start]
        clause = before.replace(";", ":").rpartition(":")[2]
        return bool(ADDRESSED.search(clause))

    def mentions(self) -> list[Mention]:
        """What the line speaks of, in its order."""
        phones = self._phones_of_names()
        used = {id(piece) for piece in phones if piece is not None}
        placed = [
            (at, self._mention(at, name, piece))
            for (at, name), piece in zip(self._names, phones, strict=True)
        ]
        if any(not name.partial for _, name in self._names):
            placed = [each for each in placed if each[1].text.lower() not in SEXES]
        placed += [
            (at, self._lone_phone(piece)) for at, piece in self._phones if id(piece) not in used
        ]
        return [each for _, each in sorted(placed, key=lambda pair: pair[0])]

    def _phones_of_names(self) -> list[Piece | None]:
        """For each name the phone that stands with it: after it, or before when all do so."""
        names, phones = [at for at, _ in self._names], self._phones
        if not phones or not names:
            return [None] * len(names)
        if len(names) == 1:
            return [phones[0][1]]
        before = phones[0][0] < names[0] and phones[-1][0] < names[-1]
        return [self._nearest(at, names, before=before) for at in names]

    def _nearest(self, at: int, names: Sequence[int], *, before: bool) -> Piece | None:
        for place, piece in self._phones:
            if before and place < at and not any(place < other < at for other in names):
                return piece
            if not before and place > at and not any(at < other < place for other in names):
                # Two names of one piece share its place: the phone is that of the last.
                return piece if names.count(at) == 1 else None
        return None

    def _mention(self, at: int, name: Name, piece: Piece | None) -> Mention:
        phone = piece.phone if piece else None
        repaired = phone is not None and phone.repaired
        doubt = name.doubt or (WHY_REPAIRED if repaired else "")
        return Mention(
            text=f"{name.written} {piece.text}" if piece else name.written,
            line=self._number,
            name=name.text,
            phone=phone.number if phone else "",
            unit=self._unit_of(at),
            doubt=doubt,
            phone_settles=name.phone_settles or not name.doubt,
        )

    def _lone_phone(self, piece: Piece) -> Mention:
        assert piece.phone is not None
        doubt = WHY_REPAIRED if piece.phone.repaired else ""
        if self._under_address(piece):
            doubt = WHY_ADDRESSED
        name = self._called() if len(self._phones) == 1 and not self._names else ""
        settles = bool(name) and doubt != WHY_ADDRESSED
        return Mention(
            text=f"{name} {piece.text}".strip(),
            line=self._number,
            name=name,
            phone=piece.phone.number,
            unit=self._units[0][1] if name and len(self._units) == 1 else "",
            doubt=doubt,
            phone_settles=settles,
        )

    def _called(self) -> str:
        """How the only phone of the line is called in it, be it a name or not."""
        units = {unit for _, unit in self._units}
        texts = (each.text for each in self._line.pieces if each.phone is None)
        return next(
            filter(None, (name_beside_phone(each) for each in texts if each not in units)), ""
        )

    def _unit_of(self, at: int) -> str:
        """The unit of the line, or the first that follows a name before the next name."""
        if len(self._units) == 1:
            return self._units[0][1]
        names = [place for place, _ in self._names] if self._units else []
        for place, unit in self._units:
            if place >= at and not any(at < other <= place for other in names):
                return unit
        return ""
