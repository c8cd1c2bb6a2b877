"""Blocks about the contest: its stages with their days, its prizes in figures and words."""

from __future__ import annotations

from models.records import Contest, Prize, Stage, StageKind
from models.text.amounts import money_words
from models.text.formats import document_date, number
from reports.blocks import Paragraph, ParagraphStyle, QrCode, TextRun, paragraph_of
from reports.document import DocumentBlock
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.contest import from_to, stage_words

PROGRAMME_PLACES = (
    WordingPlace(
        "các chặng",
        "Mỗi chặng một dòng với thời gian; chỉ có một chặng thì là thời gian tổ chức.",
        "Chặng 1 - Nâng cao năng lực: từ ngày 28/5 đến ngày 11/6/2026;",
        is_block=True,
    ),
    WordingPlace(
        "nội dung các chặng",
        "Từng chặng a), b), c) với hình thức, nơi tham gia, mã QR và thời gian.",
        "a) Chặng 1 - Nâng cao năng lực …",
        is_block=True,
    ),
    WordingPlace(
        "giải thưởng",
        "Mỗi giải một dòng: số giải, trị giá bằng số và bằng chữ, hình thức khen.",
        "- 01 Giải Nhất, trị giá 10 triệu đồng (bằng chữ: Mười triệu đồng) và Giấy khen của …",
        is_block=True,
    ),
)
_MILLION = 1_000_000


def values_of_programme(occasion: Occasion) -> dict[str, WordingValue]:
    """The values of `PROGRAMME_PLACES`."""
    contest = occasion.contest
    return {
        "các chặng": tuple(_stage_lines(contest)),
        "nội dung các chặng": tuple(_stage_parts(contest)),
        "giải thưởng": tuple(_prize_line(prize) for prize in contest.prizes),
    }


def _stage_lines(contest: Contest) -> list[Paragraph]:
    stages = contest.stages
    if len(stages) == 1:
        return [Paragraph(f"Thời gian tổ chức: {from_to(stages[0].starts_on, stages[0].ends_on)}.")]
    last = len(stages) - 1
    return [
        Paragraph(
            f"{stage_words(stage)}: {from_to(stage.starts_on, stage.ends_on)}"
            f"{'.' if at == last else ';'}"
        )
        for at, stage in enumerate(stages)
    ]


def _stage_parts(contest: Contest) -> list[DocumentBlock]:
    several = len(contest.stages) > 1
    made: list[DocumentBlock] = []
    for at, stage in enumerate(contest.stages):
        if several:
            # More letters than these no contest has stages for.
            made.append(Paragraph(f"{chr(ord('a') + at)}) {stage_words(stage)}"))
        made += _stage_part(stage, contest)
    return made


def _stage_part(stage: Stage, contest: Contest) -> list[DocumentBlock]:
    made: list[DocumentBlock] = []
    if stage.task:
        made.append(_told("Hình thức", TextRun(_sentence(stage.task))))
    url, entries = contest.course_url, contest.entry_address
    if stage.kind is StageKind.EACH and url:
        if url not in stage.task:
            made += _addressed("Địa chỉ tham gia", url)
        made.append(QrCode(url, "Mã QR tham gia"))
    if stage.kind is StageKind.ENTRY and entries and entries not in stage.task:
        made += _addressed("Nơi gửi bài dự thi", entries)
    return [*made, _told("Thời gian", *_days(stage))]


def _days(stage: Stage) -> tuple[TextRun, ...]:
    last = TextRun(document_date(stage.ends_on), bold=True)
    if stage.starts_on == stage.ends_on:
        return TextRun("Ngày "), last, TextRun(".")
    first = TextRun(document_date(stage.starts_on), bold=True)
    return TextRun("Từ ngày "), first, TextRun(" đến hết ngày "), last, TextRun(".")


def _told(what: str, *runs: TextRun) -> Paragraph:
    begin = (TextRun("- "), TextRun(f"{what}:", italic=True))
    return paragraph_of(*begin, *((TextRun(" "), *runs) if runs else ()))


def _addressed(what: str, address: str) -> tuple[Paragraph, Paragraph]:
    """An address in a line of its own: in one that is spread out it would tear words apart."""
    return _told(what), Paragraph(address, ParagraphStyle.CENTER)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "…")) else f"{text}."


def _prize_line(prize: Prize) -> Paragraph:
    """ "- 02 Giải Nhì, mỗi giải trị giá 05 triệu đồng (bằng chữ: Năm triệu đồng) và Giấy khen."."""
    count = f"{prize.count:02d}"
    if not prize.amount:
        honour = f": {prize.honour}" if prize.honour else ""
        return Paragraph(f"- {count} {prize.rank}{honour}.")
    each = "mỗi giải trị giá" if prize.count > 1 else "trị giá"
    return paragraph_of(
        TextRun(f"- {count} {prize.rank}, {each} {_amount(prize.amount)} ("),
        TextRun(f"bằng chữ: {money_words(prize.amount)}", italic=True),
        TextRun(f"){' và ' if prize.honour else ''}{prize.honour}."),
    )


def _amount(amount: int) -> str:
    """ "05 triệu đồng", "500.000 đồng"."""
    millions, rest = divmod(amount, _MILLION)
    if rest or millions >= 1000:
        return f"{number(amount)} đồng"
    return f"{millions:02d} triệu đồng"
