"""Áp phích mã QR: how whoever works in a unit takes part, in five steps to hang on a wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.contests.campaign_words import campaign_words
from models.contests.mark_names import USUAL_NAMES, mark_names
from models.office.issuer import OFFICE, make_issuer
from models.records import Commune, Contest, Mark, Unit
from models.text.formats import document_date
from models.text.links import link_problem
from reports.kinds.parts import contest_words, file_stem
from reports.nothing import NothingToList
from reports.occasion import Occasion
from reports.poster import Poster, PosterSheet

CODE = "poster"
LONGEST_LINK = 600
"""Bytes: the squares of a longer one are too small for a phone before a wall."""
AT_CONTEST = "Hãy ghi ở trang Cuộc thi rồi lập lại."


def poster(
    occasion: Occasion, units: Sequence[Unit], names: Mapping[int, str], paper: str
) -> Poster:
    """A sheet for each of `units`; `names` are those of the platform, by id.

    Raises `NothingToList` for a contest without a platform or a link that a phone can open, or
    without a day to be done by.
    """
    contest = occasion.contest
    _refuse_unscannable(contest)
    deadline, later = _deadlines(contest, occasion.commune)
    campaign, _, name = contest_words(occasion).partition(" “")
    return Poster(
        kind=CODE,
        stem=file_stem("ApPhich", occasion.commune, units[0].name if len(units) == 1 else ""),
        author=" ".join(filter(None, (occasion.issuer.parent, *occasion.issuer.lines))),
        campaign=campaign,
        contest=name.removesuffix("”"),
        invitation=f"Quét mã để tham gia trên {contest.platform}",
        link=contest.course_url,
        steps=_steps(contest),
        deadline=deadline,
        later=later,
        sheets=tuple(_sheet(unit, names.get(unit.id), occasion.commune) for unit in units),
        figures=occasion.figures,
        paper=paper,
        people=sum(unit.head is not None for unit in units),
    )


def _refuse_unscannable(contest: Contest) -> None:
    link, name = contest.course_url, campaign_words(contest)
    if not contest.platform:
        raise NothingToList(f"{name} chưa ghi nền tảng nên chưa lập được áp phích.", AT_CONTEST)
    if not link:
        raise NothingToList(
            f"{name} chưa ghi đường dẫn tham gia nên áp phích chưa có mã QR.", AT_CONTEST
        )
    problem = link_problem(link)
    if len(link.encode()) > LONGEST_LINK:
        problem = "dài quá, điện thoại khó quét"
    if problem:
        raise NothingToList(
            f"Đường dẫn tham gia của {name} {problem} nên chưa lập được mã QR.", AT_CONTEST
        )


def _steps(contest: Contest) -> tuple[str, ...]:
    """The name of the unit stands below the third."""
    names, platform = mark_names(contest), contest.platform
    own = {mark: names.deed(mark) != USUAL_NAMES.deed(mark) for mark in Mark}
    learning, finishing = "Học hết các bài của khóa học", "Làm bài thi và nộp bài"
    if own[Mark.COMPLETED] or (own[Mark.REGISTERED] and not contest.one_mark):
        learning = f"Làm theo hướng dẫn trên {platform}"
        finishing = _capitalised(names.deed(Mark.COMPLETED))
    if own[Mark.REGISTERED] and not contest.one_mark:
        learning = _capitalised(names.deed(Mark.REGISTERED))
    return (
        "Mở máy ảnh điện thoại hoặc Zalo, quét mã QR",
        f"Đăng nhập {platform} bằng số điện thoại của mình",
        "Chọn đúng đơn vị:",
        learning,
        finishing,
    )


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _deadlines(contest: Contest, commune: Commune) -> tuple[str, str]:
    """The day that stands out, and the official one where the commune has an earlier one."""
    stage = contest.marked_stage
    if stage is None:
        raise NothingToList(
            f"{campaign_words(contest)} chưa có chặng nào nên áp phích chưa có hạn.", AT_CONTEST
        )
    official, own = document_date(stage.ends_on), stage.internal_ends_on
    if own is None or own >= stage.ends_on:
        return f"Hạn hoàn thành: hết ngày {official}", ""
    kind = commune.lower_name.removesuffix(commune.place).strip() or "đơn vị"
    return (
        f"Hạn hoàn thành: hết ngày {document_date(own)}",
        f"(hạn riêng của {kind}; Ban Tổ chức nhận đến hết ngày {official})",
    )


def _sheet(unit: Unit, platform_name: str | None, commune: Commune) -> PosterSheet:
    office, head = make_issuer(commune, OFFICE).words, unit.head
    help_words = f"Cần hỗ trợ, hỏi {office}"
    if head is not None and head.name:
        position = f" ({head.position})" if head.position else ""
        help_words = f"Cần hỗ trợ, hỏi {head.name}{position} hoặc {office}"
    return PosterSheet(
        unit.name, platform_name or unit.name, help_words, proven=platform_name is not None
    )
