"""What the words of a text say of registering and of completing: yes, no, or both."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from models.intake.shape.cells import folded_cell
from models.records import Mark

_NEGATION = re.compile(
    r"\b(?:chua|khong|ko|k|sap|gan|se|cho|can(?! bo)|phai|chuan bi|da huy|bi huy|huy|tu choi|thieu"
    r"|not|never|yet to)\b"
    r"|\bdang (?=dang ky|hoan thanh|hoc|lam|thi|thuc hien|tham gia|tien hanh|dien ra|on tap)"
)
_REGISTRATION = re.compile(
    r"\b(?:dang k[yi]|ghi danh|tham gia|tai khoan|dk|duyet|kich hoat|(?:da|bi) huy(?! ket qua)"
    r"|tu choi|registered|enrolled)\b"
)
_COMPLETION = re.compile(
    r"\b(?:hoan thanh|hoan tat|lam bai|nop bai|da lam|chua lam|xong|da thi|chua thi|thi xong"
    r"|du thi|dat|hoc xong|ht|da do|thi do|qua mon|chua (?:hoc|nop|bat dau|vao (?:hoc|thi)|mo bai)"
    r"|dang (?:hoc|lam|thi|thuc hien|tien hanh|dien ra|on tap)"
    r"|completed|passed|finished|submitted)\b"
)
_FAILED = re.compile(
    r"\b(?:truot|rot|hong|failed|fail|not passed|thi lai|lam lai|duoi diem|(?:khong|chua|thieu)"
    r" (?:du )?diem|diem liet|liet|huy (?:ket qua|bai)|(?:khong|chua)(?: duoc)? (?:cong nhan|tinh)"
    r"|vi pham|cam thi|mot phan|mot nua|con thieu|0 (?:diem|d))\b"
)
_TRIED = re.compile(
    r"\b(?:truot|rot|hong|failed|fail|not passed|thi lai|duoi diem|(?:khong|chua|thieu)"
    r" (?:du )?diem|diem liet|liet)\b"
)
_REFUSED = re.compile(
    r"\b(?:(?:bi )?tu choi|bi (?:huy|khoa|loai|tra lai)|da huy|rut(?: ten| lui)?"
    r"|(?:khong|chua)(?: duoc)? (?:duyet|chap nhan|xac nhan|thanh cong|hop le)|that bai|cho duyet"
    r"|rejected|cancelled|canceled|declined|withdrawn)\b"
)
_NOT_GOOD_ENOUGH = re.compile(r"\b(?:khong|chua|ko) (?:thi )?(?:dat|qua|do|trung)\b")
_BARE_NO = re.compile(r"(?:khong|chua|ko|no|roi khong|co khong|da chua)")
_OF_WORK = re.compile(r"\bnhiem vu\b")
_SHARE = re.compile(r"\b(\d{1,2}(?:[.,]\d+)?) ?%")
_CLAUSES = re.compile(r"[;()\[\]:\n]|,(?!\d)|\.(?!\d)|\s[-–]+\s|\b(?:nhưng|nhung|tuy nhiên|song)\b")
_YES_AGAIN = re.compile(r"\b(?:da|roi)\b")


@lru_cache(8192)
def polarities(text: str) -> tuple[frozenset[bool], frozenset[bool]]:
    """What the words of a text say of registering and of completing: yes, no, or both."""
    key = folded_cell(text)
    if _OF_WORK.search(key):
        return frozenset(), frozenset()
    registration: set[bool] = set()
    completion: set[bool] = set()
    parts = _CLAUSES.split(text)
    clauses = [
        clause for clause in (map(folded_cell, parts) if len(parts) > 1 else (key,)) if clause
    ]
    for clause in clauses:
        registration |= {said for said, _ in _told(clause, _REGISTRATION)}
        completion |= {said for said, _ in _told(clause, _COMPLETION)}
    refused = any(_BARE_NO.fullmatch(each) or _REFUSED.search(each) for each in clauses)
    if refused and registration:
        registration.add(False)
    failed = any(map(_FAILED.search, clauses))
    if failed or (refused and completion):
        completion.add(False)
    if completion and _SHARE.search(key):
        completion = {False}
    return frozenset(registration), frozenset(completion)


def _told(clause: str, subject: re.Pattern[str]) -> list[tuple[bool, int]]:
    """Yes or no for each time that a clause names the subject, and where the words end.

    A no speaks for all that follows, up to a "đã": "chưa đăng ký / đã đăng ký" says both.
    """
    told: list[tuple[bool, int]] = []
    begun = 0
    for each in subject.finditer(clause):
        if told and _YES_AGAIN.search(clause, told[-1][1], each.start()):
            begun = told[-1][1]
        told.append((not _NEGATION.search(clause[begun : each.end()]), each.end()))
    return told


def has_not_passed(text: str) -> bool:
    """Whether a text tells of somebody who took part and did not pass: "Không đạt", "Trượt"."""
    key = folded_cell(text)
    return bool(_TRIED.search(key) or _NOT_GOOD_ENOUGH.search(key))


def is_failure(text: str) -> bool:
    """Whether a text tells of a try without success: "Không đạt", "Trượt", "Failed"."""
    key = folded_cell(text)
    return bool(_FAILED.search(key) or _NOT_GOOD_ENOUGH.search(key))


def deeds_denied(text: str, object_of: Callable[[str], str]) -> frozenset[Mark]:
    """The marks that a remark denies; what was not done to an object of another matter is none.

    `object_of` gives what a deed is done to by the folded words after it.
    """
    denied: set[Mark] = set()
    for mark, subject in ((Mark.REGISTERED, _REGISTRATION), (Mark.COMPLETED, _COMPLETION)):
        for clause in map(folded_cell, _CLAUSES.split(text)):
            for said, end in _told(clause, subject):
                if not said and not object_of(clause[end:]):
                    denied.add(mark)
    return frozenset(denied)
