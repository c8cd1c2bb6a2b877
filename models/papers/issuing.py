"""Documents that were issued: kept with their figures and their very bytes, never changed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from models.errors import AppError
from models.figures.frozen import freeze_within
from models.figures.frozen_reports import chain_of, frozen_report, load_frozen
from models.journal.change import Change, changing
from models.journal.contents import content_of, keep_content
from models.journal.history import newest_change
from models.papers.documents import add_document_within
from models.papers.reading import FileContent
from models.records.documents import DocumentDraft
from models.records.frozen import FrozenReport
from models.records.issued import IssuedAs, IssuedFile
from models.records.moment import Moment
from models.store.schema import documents, issued_files
from models.store.store import Store
from models.text.formats import until_words

FORMAT_WORDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


class DataMoved(AppError):
    """Something was written between composing a document and issuing it."""


class MadeFile(NamedTuple):
    """A format of a document as it was drawn, with the name that it has when it is saved."""

    fmt: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ToIssue:
    """A document that was composed and drawn and shall leave.

    `base` is the newest change of the data that it was composed of, `digest` the long hash of its
    figures. With a `draft` it is written into the register of outgoing documents.
    """

    kind: str
    title: str
    period: str
    moment: Moment
    stage: int
    digest: str
    base: int
    issue: IssuedAs
    files: Sequence[MadeFile]
    draft: DocumentDraft | None = None


def keep_issued(store: Store, made: ToIssue) -> FrozenReport:
    """Freeze the figures of `made` and keep its files, as one change that cannot be undone.

    Raises `DataMoved` when anything was written since it was composed, and `AppError` when the
    same document was issued before and `made` does not say that it recalls that one.
    """
    with changing(store, "issue", "", undoable=False) as change:
        if newest_change(change.connection, before=change.id) != made.base:
            raise _moved()
        older = find_standing(change.connection, made)
        _check_recall(change.connection, made, older)
        document_id = add_document_within(change, made.draft) if made.draft else None
        report = freeze_within(
            change, store, made.moment, kind=made.kind, title=made.title, period=made.period,
            document_id=document_id, stage=made.stage, issue=made.issue,
        )  # fmt: skip
        if report.digest != made.digest:
            raise _moved()
        _keep_files(change, report.id, made.files)
        change.summary = _summary(made, report)
    return report


def find_standing(connection: Connection, made: ToIssue) -> FrozenReport | None:
    """The issued document of the same kind, unit, period and moment that nothing recalled yet."""
    wanted = made.kind, made.issue.unit, made.period, made.stage, made.moment
    alike = (
        each
        for each in load_frozen(connection)
        if each.issue is not None and each.replaced_by is None and chain_of(each) == wanted
    )
    return next(alike, None)


def issued_of(store: Store) -> tuple[FrozenReport, ...]:
    """The issued documents of the contest being run, the newest moment first."""
    with store.reading() as connection:
        return tuple(each for each in load_frozen(connection) if each.issue is not None)


def issued_report(store: Store, report_id: int) -> FrozenReport:
    """One issued document, of whichever contest. Raises `AppError` for an id that is of none."""
    report = frozen_report(store, report_id)
    if report.issue is None:
        raise AppError(
            f"Số liệu chốt số {report_id} không phải là văn bản đã phát hành nên không có tệp lưu.",
            "Hãy xem lại danh sách văn bản đã phát hành.",
        )
    return report


def issued_files_of(store: Store, report_id: int) -> tuple[IssuedFile, ...]:
    """The formats of an issued document in the order in which they were kept.

    None where they were taken away with the personal data of the contest.
    """
    return all_issued_files(store, [report_id]).get(report_id, ())


def all_issued_files(store: Store, ids: Iterable[int]) -> dict[int, tuple[IssuedFile, ...]]:
    """The same of several issued documents, by their ids."""
    found: dict[int, tuple[IssuedFile, ...]] = {}
    wanted = issued_files.c.report_id.in_(sorted(set(ids)))
    with store.reading() as connection:
        rows = connection.execute(select(issued_files).where(wanted).order_by(issued_files.c.id))
        for row in rows:
            found[row.report_id] = (*found.get(row.report_id, ()), _file(row))
    return found


def issued_with_hash(store: Store, sha256: str) -> tuple[IssuedFile, ...]:
    """The kept files that have these very bytes."""
    own = select(issued_files).where(issued_files.c.sha256 == sha256)
    with store.reading() as connection:
        return tuple(_file(row) for row in connection.execute(own.order_by(issued_files.c.id)))


def issued_file(store: Store, report_id: int, fmt: str) -> FileContent:
    """The very bytes of one format of an issued document, with their name.

    Raises `AppError` when that format was not issued, was purged, or is not what was kept.
    """
    report = issued_report(store, report_id)
    files = {each.fmt: each for each in issued_files_of(store, report_id)}
    if fmt not in files:
        raise _no_format(report, files, fmt)
    with store.reading() as connection:
        content = content_of(connection, files[fmt].sha256)
    if content is None:
        raise AppError(
            f"Tệp đã phát hành “{files[fmt].name}” không còn nguyên vẹn trong tệp dữ liệu.",
            "Tệp dữ liệu đã bị sửa ngoài chương trình hoặc hỏng; hãy lấy tệp này từ bản sao lưu.",
        )
    return FileContent(files[fmt].name, content)


def issued_bytes(store: Store, report_id: int, fmt: str) -> bytes:
    """The bytes alone; errors as those of `issued_file`."""
    return issued_file(store, report_id, fmt).content


def clerk_numbers(store: Store, reports: Sequence[FrozenReport]) -> dict[int, str]:
    """By report the number under which it stands in the register of documents, as far as known.

    Before the clerk has given it there, the one that it was issued with.
    """
    ids = [each.document_id for each in reports if each.document_id is not None]
    known = select(documents.c.id, documents.c.symbol).where(documents.c.id.in_(ids))
    with store.reading() as connection:
        symbols: Mapping[int, str] = {row.id: row.symbol for row in connection.execute(known)}
    return {
        each.id: symbols.get(each.document_id or 0, "") or issued_number(each.issue)
        for each in reports
    }


def issued_number(issue: IssuedAs | None) -> str:
    """ "05/BC-UBND"; "" where the clerk wrote it by hand."""
    if issue is None or issue.number is None or not issue.symbol:
        return ""
    return f"{issue.number:02d}/{issue.symbol}"


def _keep_files(change: Change, report_id: int, files: Sequence[MadeFile]) -> None:
    change.insert(
        issued_files,
        [
            {
                "report_id": report_id,
                "format": each.fmt,
                "name": each.name,
                "sha256": keep_content(change, each.content),
                "size": len(each.content),
            }
            for each in files
        ],
    )


def _check_recall(connection: Connection, made: ToIssue, older: FrozenReport | None) -> None:
    recalls = made.issue.replaces
    if older is not None and older.id != recalls:
        raise AppError(
            f"Văn bản này đã phát hành lúc {older.at:%H:%M} ngày {older.at:%d/%m/%Y} (số lưu "
            f"{older.id}, mã {older.short_hash}).",
            "Văn bản đã phát hành không sửa được; nếu cần, hãy chọn thu hồi bằng bản mới.",
        )
    if recalls is None or (older is not None and older.id == recalls):
        return
    known = {each.id: each for each in load_frozen(connection)}
    found = known.get(recalls)
    if found is None or found.issue is None or found.replaced_by is not None:
        raise AppError(
            f"Không có văn bản đã phát hành còn hiệu lực nào mang số lưu {recalls}.",
            "Hãy xem lại danh sách văn bản đã phát hành.",
        )
    if (found.kind, found.issue.unit) != (made.kind, made.issue.unit):
        raise AppError(
            f"Bản mới không cùng loại hoặc cùng đơn vị với văn bản số lưu {recalls} nên không "
            "thay được.",
            "Hãy thu hồi bằng văn bản cùng loại, cùng đơn vị.",
        )


def _summary(made: ToIssue, report: FrozenReport) -> str:
    formats = ", ".join(FORMAT_WORDS.get(each.fmt, each.fmt) for each in made.files)
    unit = f", {made.issue.unit_name}" if made.issue.unit_name else ""
    words = (
        f"Phát hành “{made.title}”{unit} ({until_words(*made.moment)}): {formats}, "
        f"mã {report.short_hash}"
    )
    recalled = made.issue.replaces
    return words if recalled is None else f"{words}; thu hồi bản số lưu {recalled}"


def _no_format(report: FrozenReport, files: Mapping[str, Any], fmt: str) -> AppError:
    wanted = FORMAT_WORDS.get(fmt, fmt)
    if not files:
        return AppError(
            "Tệp của văn bản này đã được xóa cùng dữ liệu cá nhân của cuộc thi."
            if report.nameless
            else "Văn bản này không có tệp lưu trong tệp dữ liệu.",
            "Số liệu và mã số liệu của văn bản vẫn còn nguyên.",
        )
    kept = ", ".join(FORMAT_WORDS.get(each, each) for each in files)
    return AppError(f"Văn bản này không phát hành ở dạng {wanted}.", f"Các dạng đã lưu: {kept}.")


def _moved() -> DataMoved:
    return DataMoved(
        "Dữ liệu vừa thay đổi trong lúc lập văn bản nên chưa phát hành.",
        "Hãy xem lại văn bản với số liệu mới rồi phát hành.",
    )


def _file(row: Row[Any]) -> IssuedFile:
    return IssuedFile(row.id, row.report_id, row.format, row.name, row.sha256, row.size)
