"""What the tab Bài dự thi says of entries, and the columns of its table."""

from __future__ import annotations

from datetime import date

from models.campaign.entry_wording import presented_words, sent_words, standing_hint
from models.records.entries import Author, ContestEntry, EntryBook
from models.text.formats import number, score_words, short_date
from models.text.phones import display_phone
from ui.table.column import Column, Kind

EMPTY_TITLE = "Chưa có bài dự thi nào"
EMPTY_HINT = (
    "Bấm “Thêm bài dự thi…” (phím Insert) để ghi tên bài, đơn vị và tác giả; Ban Giám khảo "
    "chấm điểm, rồi chọn 01 bài đại diện để gửi Ban Tổ chức."
)
NO_STAGE_TITLE = "Cuộc thi này không có chặng nộp bài dự thi"
NO_STAGE_HINT = (
    "Muốn ghi bài dự thi, hãy mở tab Chặng và chọn loại “Một bài dự thi của xã” cho một chặng."
)


def author_words(author: Author) -> str:
    """ "Nguyễn Văn An · Trạm Y tế · 0912 000 001", or a name alone; who has left is told."""
    gone = f"đã rời danh sách từ {short_date(author.left_on)}" if author.left_on else ""
    parts = (author.name, author.unit, display_phone(author.phone), gone)
    return " · ".join(filter(None, parts))


def rank_words(entry: ContestEntry) -> str:
    """ "1", and "1=" of a tie."""
    standing = entry.standing
    return "" if standing.rank is None else f"{standing.rank}{'=' if standing.ties else ''}"


def _hint(entry: ContestEntry) -> str:
    return _capital(standing_hint(entry.standing))


def _scored(entry: ContestEntry) -> str:
    jury = entry.standing.count + len(entry.standing.missing)
    return f"{entry.standing.count}/{jury}" if jury else ""


def entry_state(entry: ContestEntry) -> str:
    """How far the entry has come."""
    if entry.presented.is_known and entry.representative:
        return "Đại diện · thuyết trình"
    if entry.sent is not None:
        return "Đại diện · đã gửi" if entry.sent.proofs else "Đại diện · thiếu minh chứng"
    return "Đại diện · chưa gửi" if entry.representative else ""


def _state_kind(entry: ContestEntry) -> Kind:
    missing = entry.representative and (entry.sent is None or not entry.sent.proofs)
    return Kind.WARNING if missing else Kind.TEXT


def _authors(entry: ContestEntry) -> str:
    return ", ".join(author.name for author in entry.authors)


COLUMNS: tuple[Column[ContestEntry], ...] = (
    Column("rank", "Hạng", 6, rank_words, Kind.NUMBER, tooltip=_hint),
    Column("title", "Tên bài dự thi", 28, lambda each: each.title, Kind.STRONG,
        tooltip=lambda each: each.title, fills=True),
    Column("mean", "Điểm TB", 8, lambda each: score_words(each.standing.mean), Kind.NUMBER,
        tooltip=_hint),
    Column("scored", "Đã chấm", 8, _scored, tooltip=_hint,
        kind_of=lambda each: Kind.WARNING if each.standing.missing else Kind.TEXT),
    Column("state", "Tình trạng", 27, entry_state, kind_of=_state_kind),
    Column("unit", "Đơn vị", 20, lambda each: each.unit, tooltip=lambda each: each.unit),
    Column("authors", "Tác giả", 20, _authors, tooltip=_authors),
    Column("files", "Tệp", 6, lambda each: number(each.files) if each.files else "", Kind.NUMBER),
    Column("awards", "Giải", 14, lambda each: ", ".join(each.awards)),
)  # fmt: skip


def book_words(book: EntryBook, today: date) -> str:
    """One sentence on the stage, one on the representative."""
    left = (book.ends_on - today).days
    due = f"còn {number(left)} ngày" if left > 0 else "hôm nay" if left == 0 else "đã hết hạn"
    head = (
        f"Chặng {book.stage} – {book.stages[book.stage]} (hạn {short_date(book.ends_on)}, {due}): "
        f"{number(len(book.entries))} bài dự thi."
    )
    return f"{head} {representative_words(book)}"


def representative_words(book: EntryBook) -> str:
    """Which entry stands for the commune, and what is still to be done for it."""
    chosen = book.representative
    if chosen is None:
        return "Chưa chọn bài đại diện." if book.entries else ""
    told = sent_words(chosen.sent) if chosen.sent else "chưa gửi Ban Tổ chức"
    return f"Bài đại diện: “{chosen.title}” ({chosen.unit}), {told}."


def entry_details(entry: ContestEntry) -> str:
    """All that is known of one entry, in lines."""
    lines = [entry.unit]
    lines += [f"Tác giả: {author_words(each)}" for each in entry.authors] or ["Chưa ghi tác giả."]
    lines += [f"Nhận bài: {short_date(entry.received_on)}"] if entry.received_on else []
    lines += [entry.summary] if entry.summary else []
    scores = "; ".join(
        f"{each.juror} {score_words(each.score)}" + (f" ({each.note})" if each.note else "")
        for each in entry.scores
    )
    lines += [f"Điểm: {scores}"] if scores else []
    lines += [hint] if (hint := _hint(entry)) else []
    lines += [_capital(sent_words(entry.sent))] if entry.sent else []
    lines += [entry.sent.note] if entry.sent and entry.sent.note else []
    lines += [_capital(presented_words(entry.presented))] if entry.presented.is_known else []
    lines += [", ".join(entry.awards)] if entry.awards else []
    return "\n".join(lines)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
