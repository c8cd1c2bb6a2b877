"""What the columns of a table say of whose list it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from models.intake.shape.circles.birth_signs import signs_of_births
from models.intake.shape.circles.circle import OURS, Circle
from models.intake.shape.circles.heads import Head, head_of
from models.intake.shape.circles.sign import A_PARTY, Sign, TableSigns, column_called
from models.intake.shape.circles.title_signs import A_SIDE
from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field

OF_THE_NAMES = 4.0
OF_A_CODE, OF_OUR_CODE = 2.0, 3.0
OF_POSTS, OF_WORK = 3.0, 1.0
OF_A_CLASS = 1.5
OF_A_VILLAGE = 1.5
MOST = 0.5
REPEATED = 0.8

_CODE = re.compile(r"(?:ma|ms|so hieu|id|code|so the)\b")
_CLASS = re.compile(r"(?:ten )?(?:lop|class|khoi lop|nhom lop)(?: (?:hoc|sh|nam hoc|nam).*)?")
_A_CLASS = re.compile(
    r"(?:lop )?(?:1[0-2]|[1-9])[ ./-]?[a-z]{1,2} ?\d{0,2}|(?:1[0-2]|[1-9])/\d{1,2}"
    r"|(?:lop |nhom )?(?:nha tre|mam|choi|la|mg|mau giao|[2-5](?: ?- ?[3-6])? ?(?:tuoi|t)\b).*"
    r"|lop (?:1[0-2]|[1-9])"
)
_A_WORKPLACE = re.compile(
    r"(?:phong|van phong|vp|ban|trung tam|tram|cong an|uy ban|ub\w*|hdnd|dang uy|hoi|doan|mttq)\b.*"
)
_A_VILLAGE = re.compile(r"(?:thon|xom|to dan pho|tdp|khu dan cu|kdc|khu pho|ap|ban|khu)\b.*")
_WORK = re.compile(
    r"\b(?:he so|ngach|bien che|hop dong|vao nganh|tuyen dung|chuc vu|chuc danh|vao dang|cong tac"
    r"|bac luong|trinh do chuyen mon|llct|ly luan chinh tri)\b"
)
_COMPANIONS: tuple[tuple[re.Pattern[str], Circle, float], ...] = (
    (re.compile(r"\bcon (?:cua )?(?:ong|ba|dong chi|d c|anh|chi)\b|^con cua\b"),
     Circle.CHILDREN, 2.0),
    (re.compile(r"\bquan he voi (?:chu ho|liet s[iy])\b"), Circle.HOUSEHOLDS, 2.5),
    (re.compile(r"\bliet s[iy]\b"), Circle.BENEFICIARIES, 2.0),
    (re.compile(r"\b(?:phu huynh|ph|cmhs|cha me hs|me tre|bo tre)\b"), Circle.PUPILS, 2.0),
    (re.compile(r"\b(?:gvcn|giao vien chu nhiem|gv chu nhiem|gvhd|giao vien huong dan)\b"),
     Circle.PUPILS, 1.5),
    (re.compile(r"^(?:ho (?:va )?ten|ten|sdt|dt|dien thoai|so dien thoai|nghe nghiep) (?:cua )?"
                r"(?:bo|me|cha|ba me|cha me|nguoi giam ho|nguoi do dau)\b"), Circle.PUPILS, 1.5),
    (re.compile(r"\b(?:so (?:nhan )?khau|nhan khau|loai ho|dien ho|ma ho|so ho khau|ho ngheo"
                r"|ho can ngheo|phan loai ho|to vay von)\b"), Circle.HOUSEHOLDS, 1.5),
    (re.compile(r"\b(?:muc tro cap|tro cap|muc huong|dien chinh sach|loai doi tuong|dang tat"
                r"|dang khuyet tat|ty le thuong tat|muc do khuyet tat|so tien huong|thuong tat)\b"),
     Circle.BENEFICIARIES, 1.5),
    (re.compile(r"^(?:thoi han|han|han (?:nop|hoan thanh|xu ly)|ngay (?:giao|nhan|ban giao|tra)"
                r"|tien do thuc hien)$"), Circle.DEALINGS, 1.0),
)  # fmt: skip
"""Columns beside the names that lists of a circle have."""


def signs_of_column(
    table: TableSigns, column: ColumnEvidence, field: Field | None
) -> Iterator[Sign]:
    """What the title and the cells of one column say."""
    words = column_called(column)
    head, folded = head_of(column.title.text), fold_header(column.title.text)
    if column.index in table.names:
        yield from _of_names(column, head, folded, words)
        return
    yield from _of_ours(column, field, words)
    if _CODE.match(folded) and head is not None and head.circle is not Circle.ANYBODY:
        ours = head.circle in OURS
        yield Sign(head.circle, OF_OUR_CODE if ours else OF_A_CODE, words)
    elif _CLASS.fullmatch(folded) and _share(column, _A_CLASS) > MOST:
        yield Sign(Circle.PUPILS, OF_A_CLASS, f"{words} ghi lớp học")
    else:
        beside = (each for each in _COMPANIONS if each[0].search(folded))
        yield from (Sign(circle, weight, words) for _, circle, weight in islice(beside, 1))
    if table.around.today is not None:
        yield from signs_of_births(column, field, table.around.today)


def _of_names(column: ColumnEvidence, head: Head | None, folded: str, words: str) -> Iterator[Sign]:
    if A_SIDE.search(folded):
        repeated = column.filled > 3 and column.distinct < REPEATED
        yield Sign(Circle.DEALINGS, OF_THE_NAMES if repeated else A_PARTY, words)
    elif head is not None and head.circle is not Circle.ANYBODY:
        yield Sign(head.circle, OF_THE_NAMES, words)


def _of_ours(column: ColumnEvidence, field: Field | None, words: str) -> Iterator[Sign]:
    if field is Field.POSITION and column.share(Trait.POSITION) > MOST:
        yield Sign(Circle.STAFF, OF_POSTS, f"{words} ghi chức vụ")
    elif field is Field.UNIT and _share(column, _A_WORKPLACE) > MOST:
        yield Sign(Circle.STAFF, OF_WORK, f"{words} ghi nơi làm việc")
    elif field is Field.UNIT and _share(column, _A_VILLAGE) > MOST:
        yield Sign(Circle.RESIDENTS, OF_A_VILLAGE, f"{words} ghi thôn, tổ dân phố")
    elif _WORK.search(fold_header(column.title.text)):
        yield Sign(Circle.STAFF, OF_WORK, words)


def _share(column: ColumnEvidence, pattern: re.Pattern[str]) -> float:
    if not column.filled:
        return 0.0
    texts = [fold_header(str(cell)) for cell in column.cells if cell is not None]
    return sum(1 for text in texts if pattern.fullmatch(text)) / column.filled
