"""The check before sending: everything that is the matter with a document, the grave first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from models.errors import AppError
from models.text.formats import number, short_date
from reports.catalog import kind_of
from reports.checking.data import ROSTER, check_data
from reports.checking.fault import Cure, Fault, error, warning
from reports.checking.figures import check_figures
from reports.checking.paper import WORDING, check_paper, unshown_words
from reports.checking.poster import check_poster
from reports.poster import Poster

if TYPE_CHECKING:
    from datetime import date

    from models.store.store import Store
    from reports.document import Publication
    from reports.gather.request import Request


TELL_PUBLICITY = frozenset({"publicity", "result-report", "period-report"})
ENCLOSING = ("launch-letter", "support-letter")


class Faulty(AppError):
    """A document that must not leave as it is."""


def check(file: Store, request: Request, document: Publication) -> tuple[Fault, ...]:
    """What is the matter with `document`, which `request` made; what blocks comes first."""
    from models.office.whose import the_commune
    from models.reconcile.readiness import readiness
    from models.store.snapshot import snapshot

    with snapshot(file) as still:
        found = list(blocking(still, request, document, with_warnings=True))
        if not isinstance(document, Poster):
            found += check_data(readiness(still, document.figures, the_commune(still)))
            found += _phones(still, document)
            found += _publicity(still, request.kind, document.figures.as_of)
            found += _enclosed(still, request.kind)
    found += _letters(document)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: not each.blocks))


def blocking(
    file: Store, request: Request, document: Publication, *, with_warnings: bool = False
) -> Iterator[Fault]:
    """What must be mended before `document` may leave; quick, as it is asked at each export.

    With the warnings that the paper itself gives, if asked for.
    """
    from models.reconcile.readiness import moved_on

    if isinstance(document, Poster):
        found = list(check_poster(document))
    else:
        found = [*check_paper(document, file.clock().date()), *check_figures(document)]
    found += _wording(file, request.kind)
    if kind_of(request.kind).counts and moved_on(file, document.figures):
        words = "Dữ liệu đã thay đổi sau khi lập văn bản này."
        found.append(error("stale", words, Cure("Lập lại", "document", "again")))
    yield from (each for each in found if each.blocks or with_warnings)


def refuse_faulty(faults: Iterable[Fault]) -> None:
    """Raise `Faulty` with what must be mended before the document may leave."""
    grave = [each for each in faults if each.blocks]
    if grave:
        more = f" (và {number(len(grave) - 1)} lỗi khác)" if len(grave) > 1 else ""
        raise Faulty(
            f"Chưa xuất văn bản vì còn lỗi: {grave[0].sentence}{more}",
            "Hãy sửa rồi làm lại; mục Kiểm tra trước khi gửi nêu từng lỗi và cách sửa.",
        )


def _wording(file: Store, kind: str) -> Iterator[Fault]:
    """Places that the program does not know, and marks without an end."""
    from models.papers.wordings import own_wording
    from reports.wording.checking import check_wording

    own = own_wording(file, kind)
    for problem in check_wording(kind, own) if own else ():
        yield error("wording", f"Lời văn, dòng {problem.line}: {problem.sentence}", WORDING)


def _enclosed(file: Store, kind: str) -> Iterator[Fault]:
    """Letters that say that the rules are enclosed, while nobody has put them into the register."""
    from models.papers.enclosures import enclosures

    if kind in ENCLOSING and not enclosures(file):
        words = "Công văn ghi gửi kèm thể lệ nhưng sổ văn bản chưa có tệp thể lệ, hướng dẫn nào."
        yield warning("enclosure", words, Cure("Đính kèm", "contest", "documents"))


def _letters(document: Publication) -> Iterator[Fault]:
    """Letters of names and texts for which a box would stand on the page."""
    from reports.render.unshown import unshown_letters

    if letters := unshown_letters(document):
        yield warning("letters", unshown_words("".join(letters)), ROSTER)


def _phones(file: Store, document: Publication) -> Iterator[Fault]:
    """People in a list who cannot be called."""
    from models.records import PeopleQuery
    from models.roster.people import list_ids

    if not document.people:
        return
    query = PeopleQuery(without_phone=True, as_of=document.figures.as_of)
    if count := len(list_ids(file, query)):
        words = f"{number(count)} người trong danh sách của xã chưa có số điện thoại."
        yield warning("phones", words, Cure("Bổ sung", ROSTER.page, query))


def _publicity(file: Store, kind: str, day: date) -> Iterator[Fault]:
    """How much was done of a task by a day that is past is known of what was finished alone."""
    from models.campaign.publicity import list_tasks

    if kind not in TELL_PUBLICITY or day >= file.clock().date():
        return
    tasks = [task for task in list_tasks(file) if task.done and not task.done_by(day)]
    if tasks:
        words = (
            f"Số lượng đã làm của {number(len(tasks))} nhiệm vụ tuyên truyền chưa xong vào ngày "
            f"{short_date(day)} là số ghi đến nay, không phải của ngày ấy."
        )
        yield warning("publicity", words, Cure("Xem tuyên truyền", "contest", "publicity"))
