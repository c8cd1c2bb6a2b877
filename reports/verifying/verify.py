"""A returned file in, the answer out: khớp, or what was changed in it, or that nothing is known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.records.frozen import FrozenReport
from models.text.formats import number
from reports.verifying.apart import read_in_process
from reports.verifying.beside_issued import Beside, beside_issued
from reports.verifying.content import ReadContent
from reports.verifying.difference import ChangedPlace
from reports.verifying.finding import claimed
from reports.verifying.not_issued import not_issued
from reports.verifying.reading import returned_bytes
from reports.verifying.verdict import FileVerdict, VerifyOutcome, issued_words

if TYPE_CHECKING:
    from models.store.store import Store

ContentReader = Callable[[Path], ReadContent]


def verify(
    store: Store, path: Path, wanted: int | None = None, read: ContentReader = read_in_process
) -> FileVerdict:
    """What the file at `path` is beside the document that was issued.

    `wanted` is the id of the issued document to compare with, where it may be several. `read`
    reads the file: in a process of its own, as nobody knows who made it. Raises `AppError` for a
    file that cannot be read, and for an id that is of none.
    """
    data = returned_bytes(path)
    exact = _exact(store, data, wanted)
    if exact is not None:
        return FileVerdict(
            path.name, VerifyOutcome.SAME_BYTES, exact, notes=_standing(store, exact)
        )
    content = read(path)
    if content.is_silent:
        return FileVerdict(path.name, VerifyOutcome.SILENT)
    reports = _every(store)
    if wanted is not None:
        candidates = tuple(each for each in reports if each.id == wanted and each.issue)
        if not candidates:
            raise AppError(
                f"Không có văn bản đã phát hành nào mang số lưu {wanted}.",
                "Hãy xem lại danh sách văn bản đã phát hành.",
            )
    else:
        candidates = claimed(content, reports)
    if not candidates:
        return not_issued(store, path.name, content, reports)
    return _compared(
        store, FileVerdict(path.name, VerifyOutcome.ASK, candidates=candidates), content
    )


def _exact(store: Store, data: bytes, wanted: int | None) -> FrozenReport | None:
    """The issued document of which these are the very bytes: the newest, or the one wanted."""
    from models.papers.issuing import issued_report, issued_with_hash

    kept = issued_with_hash(store, hashlib.sha256(data).hexdigest())
    ids = [each.report_id for each in kept if wanted in (None, each.report_id)]
    return issued_report(store, max(ids)) if ids else None


def _every(store: Store) -> tuple[FrozenReport, ...]:
    from models.figures.frozen_reports import load_every_frozen

    with store.reading() as connection:
        return load_every_frozen(connection)


def _compared(store: Store, asked: FileVerdict, content: ReadContent) -> FileVerdict:
    """The answer where one of the candidates is it, or there is no other."""
    found = [(each, beside_issued(store, each, content)) for each in asked.candidates]
    same = [(report, beside) for report, beside in found if beside and beside.is_same]
    if not same and len(found) > 1:
        known = [each for each, beside in found if beside]
        return replace(asked, candidates=tuple(known or asked.candidates))
    report, beside = (same or found)[0]
    if beside is None:
        said = report.short_hash in content.hashes
        note = "trùng với" if said else "không có hoặc khác"
        return replace(
            asked, outcome=VerifyOutcome.NO_COPY, report=report,
            notes=(f"Mã số liệu trong tệp {note} mã của bản phát hành.",),
        )  # fmt: skip
    differences = (*beside.differences, *_other_hash(report, content))
    unchanged = VerifyOutcome.COUNTED if beside.counted else VerifyOutcome.SAME
    return replace(
        asked,
        outcome=VerifyOutcome.CHANGED if differences else unchanged,
        report=report,
        against=beside.against,
        differences=differences,
        notes=(*_notes(beside, content), *_standing(store, report)),
    )


def _other_hash(report: FrozenReport, content: ReadContent) -> Sequence[ChangedPlace]:
    if not content.hashes or content.hashes == {report.short_hash}:
        return ()
    said = ", ".join(sorted(content.hashes - {report.short_hash}))
    return (ChangedPlace("mã số liệu", report.short_hash, said),)


def _notes(beside: Beside, content: ReadContent) -> list[str]:
    notes = [beside.note] if beside.note else []
    filled = list(dict.fromkeys(filter(None, beside.filled)))
    if filled:
        notes.append(f"Số, ngày văn thư ghi thêm sau khi phát hành: {', '.join(filled)}.")
    if content.hidden_rows:
        notes.append(
            f"Tệp có {number(content.hidden_rows)} dòng bị ẩn; chữ và số trong đó vẫn được so."
        )
    if content.blank_pages:
        notes.append(f"{number(content.blank_pages)} trang là ảnh nên không đọc được chữ.")
    return notes


def _standing(store: Store, report: FrozenReport) -> tuple[str, ...]:
    """What has become of the issued document since."""
    from models.papers.issuing import issued_report

    told = issued_report(store, report.id)
    notes = [] if told.whole else ["Số liệu đã chốt của bản này bị sửa ngoài chương trình."]
    if told.replaced_by is not None:
        newer = issued_report(store, told.replaced_by)
        notes.append(f"Bản này đã được thu hồi bằng {issued_words(newer)}.")
    return tuple(notes)
