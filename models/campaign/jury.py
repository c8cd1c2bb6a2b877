"""The commune's own jury: who is in it, and what each of them gives each entry."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from models.campaign.entries import entry_to_change
from models.campaign.entry_rows import load_jurors
from models.contests.closed import refuse_closed_id
from models.contests.contests import find_contest_id, open_contest_id
from models.errors import AppError
from models.journal.change import Change, changing
from models.records.entries import Juror
from models.store.schema import contests, entries, entry_scores, jurors
from models.store.store import Store
from models.text.formats import SCORE_DIGITS, number, score_words
from models.text.names import match_key, storage_form

ROLES = ("Trưởng ban", "Phó Trưởng ban", "Ủy viên", "Thư ký")
"""Offered; any other may be written."""
HIGHEST_SCALE = 1_000


def list_jurors(data_file: Store) -> tuple[Juror, ...]:
    """The jury of the current contest; nobody without a contest."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        return () if contest_id is None else load_jurors(connection, contest_id)


def juror_named(data_file: Store, name: str) -> Juror:
    """The juror of that name. Raises `AppError` that names the jury when there is none."""
    jury = list_jurors(data_file)
    key = match_key(name)
    for juror in jury:
        if match_key(juror.name) == key:
            return juror
    known = ", ".join(juror.name for juror in jury) or "chưa có ai"
    raise AppError(f"Ban Giám khảo không có ai tên “{name}”.", f"Ban Giám khảo: {known}.")


def add_juror(data_file: Store, name: str, position: str = "", role: str = "") -> int:
    """Put somebody on the jury; returns their id. Raises `AppError` for a name that is there."""
    with changing(data_file, "juror-add", "") as change:
        contest_id = open_contest_id(change.connection)
        values = _checked(change, contest_id, None, name, position, role)
        change.summary = f"Thêm giám khảo {values['name']}"
        return change.insert(jurors, [{"contest_id": contest_id, **values}])[0]


def edit_juror(
    data_file: Store, juror_id: int, name: str, position: str = "", role: str = ""
) -> None:
    """Set what is said of a juror; their scores stay."""
    with changing(data_file, "juror-edit", "") as change:
        row = _juror_row(change.connection, juror_id)
        values = _checked(change, row.contest_id, juror_id, name, position, role)
        change.summary = f"Sửa thông tin giám khảo {values['name']}"
        change.update(jurors, {juror_id: values})


def remove_juror(data_file: Store, juror_id: int, *, with_scores: bool = False) -> None:
    """Take somebody off the jury, and the scores that they gave only when asked.

    Raises `AppError` when there are scores and nobody has asked for that.
    """
    with changing(data_file, "juror-remove", "") as change:
        row = _juror_row(change.connection, juror_id)
        given = _scores_of(change.connection, entry_scores.c.juror_id == juror_id)
        if given and not with_scores:
            raise AppError(
                f"{row.name} đã chấm {number(len(given))} bài nên chưa xóa.",
                "Xóa giám khảo thì điểm đã chấm cũng bị xóa; hãy xác nhận là xóa cả điểm.",
            )
        scores = f" cùng điểm của {number(len(given))} bài" if given else ""
        change.summary = f"Xóa giám khảo {row.name}{scores}"
        change.delete(entry_scores, given)
        change.delete(jurors, [juror_id])


def set_scale(data_file: Store, scale: int) -> None:
    """Set the highest score. Raises `AppError` when a score that was given lies above it."""
    if not 1 <= scale <= HIGHEST_SCALE:
        raise AppError(
            f"Thang điểm {number(scale)} không hợp lệ.",
            f"Hãy ghi số nguyên từ 1 đến {number(HIGHEST_SCALE)}, như 10 hoặc 100.",
        )
    with changing(data_file, "jury-scale", f"Đặt thang điểm {scale}") as change:
        contest_id = open_contest_id(change.connection)
        highest = change.connection.execute(
            select(func.max(entry_scores.c.score))
            .join(entries, entries.c.id == entry_scores.c.entry_id)
            .where(entries.c.contest_id == contest_id)
        ).scalar()
        if highest is not None and highest > scale:
            raise AppError(
                f"Đã có bài được chấm {score_words(highest)} điểm, cao hơn thang {scale}.",
                "Hãy sửa điểm ấy trước, hoặc giữ thang điểm hiện có.",
            )
        change.update(contests, {contest_id: {"jury_scale": scale}})


def set_score(
    data_file: Store, entry_id: int, juror_id: int, score: float | None, note: str = ""
) -> None:
    """What a juror gives an entry, in place of what they gave before; None takes it away.

    Raises `AppError` for a score outside of the scale or with more than two decimals.
    """
    set_scores(data_file, entry_id, [(juror_id, score, note)])


def set_scores(
    data_file: Store, entry_id: int, given: Sequence[tuple[int, float | None, str]]
) -> None:
    """The same for several jurors as one change; each is (juror's id, score, note)."""
    with changing(data_file, "entry-score", "") as change:
        entry = entry_to_change(change.connection, entry_id)
        scale = change.connection.execute(
            select(contests.c.jury_scale).where(contests.c.id == entry.contest_id)
        ).scalar_one()
        for juror_id, score, note in given:
            juror = _juror_row(change.connection, juror_id, entry.contest_id)
            _refuse_odd(score, scale, juror.name)
            _set_one(change, entry_id, juror_id, score, storage_form(note))
        change.summary = f"Ghi điểm của bài dự thi “{entry.title}”"


def _set_one(change: Change, entry_id: int, juror_id: int, score: float | None, note: str) -> None:
    own = (entry_scores.c.entry_id == entry_id) & (entry_scores.c.juror_id == juror_id)
    standing = _scores_of(change.connection, own)
    if score is None:
        change.delete(entry_scores, standing)
    elif standing:
        change.update(entry_scores, {standing[0]: {"score": score, "note": note}})
    else:
        row = {"entry_id": entry_id, "juror_id": juror_id, "score": score, "note": note}
        change.insert(entry_scores, [row])


def _refuse_odd(score: float | None, scale: int, juror: str) -> None:
    if score is None:
        return
    if not (isfinite(score) and 0 <= score <= scale):
        raise AppError(
            f"Điểm của {juror} phải từ 0 đến {scale}.",
            "Hãy sửa điểm, hoặc đổi thang điểm của Ban Giám khảo.",
        )
    if round(score, SCORE_DIGITS) != score:
        raise AppError(
            f"Điểm của {juror} có quá hai chữ số sau dấu phẩy.", "Hãy ghi như 85 hoặc 85,25."
        )


def _checked(
    change: Change, contest_id: int, own: int | None, name: str, position: str, role: str
) -> dict[str, str]:
    clean = storage_form(name)
    if not clean:
        raise AppError("Giám khảo chưa có tên.", "Hãy ghi họ và tên giám khảo.")
    for juror in load_jurors(change.connection, contest_id):
        if juror.id != own and match_key(juror.name) == match_key(clean):
            raise AppError(
                f"Ban Giám khảo đã có {juror.name}.",
                "Nếu là người khác trùng tên, hãy ghi thêm sau tên, ví dụ: (Trường Tiểu học).",
            )
    return {"name": clean, "position": storage_form(position), "role": storage_form(role)}


def _juror_row(connection: Connection, juror_id: int, contest_id: int | None = None) -> Row[Any]:
    statement = select(jurors).where(jurors.c.id == juror_id)
    if contest_id is not None:
        statement = statement.where(jurors.c.contest_id == contest_id)
    found = connection.execute(statement).first()
    if found is None:
        raise AppError(
            "Giám khảo này không còn trong Ban Giám khảo nên chưa ghi gì.",
            "Hãy xem lại Ban Giám khảo.",
        )
    refuse_closed_id(connection, found.contest_id)
    return found


def _scores_of(connection: Connection, where: ColumnElement[bool]) -> list[int]:
    return list(connection.execute(select(entry_scores.c.id).where(where)).scalars())
