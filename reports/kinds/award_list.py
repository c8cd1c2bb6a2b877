"""Danh sách khen thưởng: who was given which prize; a document of its own, or a phụ lục."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.records.awards import Award
from models.text.amounts import money_words
from models.text.formats import document_date, number
from reports.blocks import Paragraph
from reports.document import (
    Align,
    CellKind,
    Document,
    DocumentBlock,
    Orientation,
    RowStyle,
    Table,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    as_of_words,
    contest_words,
    document_header,
    file_stem,
    recipients,
)
from reports.nothing import NothingToList
from reports.occasion import Occasion

CODE = "award-list"
COLUMNS = (
    TableColumn("STT", 11, CellKind.INTEGER),
    TableColumn("Giải thưởng", 27, align=Align.LEFT),
    TableColumn("Bài dự thi, cá nhân, tập thể", 62, align=Align.LEFT),
    TableColumn("Đơn vị", 43, align=Align.LEFT),
    TableColumn("Trị giá (đồng)", 25, CellKind.INTEGER),
    TableColumn("Bằng chữ", 32, align=Align.LEFT),
    TableColumn("Hình thức khen thưởng", 40, align=Align.LEFT),
    TableColumn("Quyết định", 30, align=Align.LEFT),
)
PLAIN_COLUMNS = COLUMNS[:-1]
"""Of the annex of a decision, which needs no decision named."""


@dataclass(frozen=True, slots=True)
class AwardsGiven:
    """The awards in the order of the prize table, and the authors of their entries by entry."""

    awards: tuple[Award, ...]
    authors: Mapping[int, tuple[str, ...]]

    @property
    def amount(self) -> int:
        """All of their money, in đồng."""
        return sum(award.amount for award in self.awards)

    @property
    def people(self) -> int:
        """How many names of people stand in a list of them."""
        named = [award.to for award in self.awards if award.person_id is not None]
        for award in self.awards:
            named += self.authors.get(award.entry_id or 0, ())
        return len(set(named))


def awards_by(awards: Sequence[Award], day: date) -> tuple[Award, ...]:
    """Those that were given by the end of `day`, and those without a day."""
    return tuple(each for each in awards if each.given_on is None or each.given_on <= day)


def award_list(given: AwardsGiven, occasion: Occasion) -> Document:
    """The awards given by the day. Raises `NothingToList` when there are none."""
    refuse_no_awards(given, occasion)
    return Document(
        kind=CODE,
        stem=file_stem("DanhSachKhenThuong", occasion.commune),
        header=document_header(occasion),
        title=Title(
            "DANH SÁCH",
            (
                f"Tập thể, cá nhân được khen thưởng trong {contest_words(occasion)}",
                f"(tính đến {as_of_words(occasion.figures)})",
            ),
        ),
        body=awards_blocks(given, occasion, COLUMNS),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion),
        orientation=Orientation.LANDSCAPE,
        people=given.people,
    )


def refuse_no_awards(given: AwardsGiven, occasion: Occasion) -> None:
    """Raise `NothingToList` when nothing was given."""
    if not given.awards:
        raise NothingToList(
            f"{contest_words(occasion)} chưa ghi giải thưởng nào được trao, tính đến "
            f"{as_of_words(occasion.figures)}.",
            "Hãy ghi giải đã trao ở trang Cuộc thi, thẻ Bài dự thi.",
        )


def awards_blocks(
    given: AwardsGiven, occasion: Occasion, columns: Sequence[TableColumn] = PLAIN_COLUMNS
) -> tuple[DocumentBlock, ...]:
    """The table, and what all prizes are worth together."""
    honours = {prize.id: prize.honour for prize in occasion.contest.prizes}
    rows = [
        TableRow(_cells(at, award, given, honours)[: len(columns)])
        for at, award in enumerate(given.awards, start=1)
    ]
    rest = (None,) * (len(columns) - 5)
    total = TableRow((Wide("Tổng cộng", 4), given.amount, *rest), RowStyle.TOTAL)
    table = Table(tuple(columns), (*rows, total), adds_up=True)
    if not given.amount:
        return (table,)
    return (table, Paragraph(f"Tổng số tiền thưởng: {amount_words(given.amount)}."))


def amount_words(amount: int) -> str:
    """ "20.000.000 đồng (bằng chữ: Hai mươi triệu đồng)"."""
    return f"{number(amount)} đồng (bằng chữ: {money_words(amount)})"


def _cells(
    at: int, award: Award, given: AwardsGiven, honours: Mapping[int, str]
) -> tuple[int | str | None, ...]:
    return (
        at,
        award.rank,
        _whom(award, given.authors.get(award.entry_id or 0, ())),
        award.unit,
        award.amount or None,
        money_words(award.amount) if award.amount else "",
        honours.get(award.prize_id, ""),
        _decision(award),
    )


def _whom(award: Award, authors: Sequence[str]) -> str:
    if award.entry_id is None:
        return award.to
    made = f" (tác giả: {', '.join(authors)})" if authors else ""
    return f"Bài dự thi “{award.to}”{made}"


def _decision(award: Award) -> str:
    day = f"ngày {document_date(award.given_on)}" if award.given_on else ""
    return " ".join(filter(None, (award.decision, day)))
