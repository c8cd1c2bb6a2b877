"""What is told of a returned file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.records.frozen import FrozenReport
from models.text.formats import number, short_date, until_words
from reports.verifying.difference import ChangedPlace


class VerifyOutcome(StrEnum):
    """SAME_BYTES and SAME: khớp. COUNTED: all words and numbers are there as often, but where they
    stand cannot be told. ASK: it may be one of several. NO_COPY: the issued document is
    known, its file is not. NO_ISSUE: only its figures are known. SILENT: it has no letters."""

    SAME_BYTES = "same_bytes"
    SAME = "same"
    COUNTED = "counted"
    CHANGED = "changed"
    ASK = "ask"
    NO_COPY = "no_copy"
    NO_ISSUE = "no_issue"
    UNKNOWN = "unknown"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """The answer about the file `name`.

    `report` is the issued document that it was compared with, in the format `against`;
    `candidates` are those that it may be. `differences` are in the order of the file, `notes`
    sentences that whoever reads the answer has to know.
    """

    name: str
    outcome: VerifyOutcome
    report: FrozenReport | None = None
    against: str = ""
    differences: tuple[ChangedPlace, ...] = ()
    candidates: tuple[FrozenReport, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether the file says what was issued."""
        return self.outcome in (VerifyOutcome.SAME_BYTES, VerifyOutcome.SAME)


def verdict_words(verdict: FileVerdict) -> str:
    """The answer in one sentence."""
    name = f"Tệp “{verdict.name}”"
    whole = f"{name} {_TOLD[verdict.outcome]}"
    if verdict.report is None or verdict.outcome is VerifyOutcome.NO_ISSUE:
        return whole
    which = issued_words(verdict.report)
    match verdict.outcome:
        case VerifyOutcome.SAME_BYTES:
            return f"{name} khớp từng byte với {which}."
        case VerifyOutcome.SAME:
            return f"{name} khớp với {which}."
        case VerifyOutcome.COUNTED:
            return (
                f"{name} có đủ mọi chữ và số như {which}, nhưng đọc được theo thứ tự khác nên chưa "
                "xác nhận được từng ô."
            )
        case VerifyOutcome.CHANGED:
            count = number(len(verdict.differences))
            return f"{name} không khớp với {which}: {count} chỗ khác."
    return f"{whole} Đó là {which}."


_TOLD = {
    VerifyOutcome.ASK: "có thể là một trong nhiều bản phát hành; hãy chọn bản để đối chiếu.",
    VerifyOutcome.NO_COPY: "không còn bản lưu để so từng ô: tệp lưu đã xóa cùng dữ liệu cá nhân.",
    VerifyOutcome.NO_ISSUE: "chưa được phát hành từ dữ liệu này nên không có bản lưu để so từng ô.",
    VerifyOutcome.UNKNOWN: "không tìm thấy bản phát hành nào tương ứng.",
    VerifyOutcome.SILENT: "không đọc được chữ: đây là ảnh quét hoặc tệp trống.",
    VerifyOutcome.SAME_BYTES: "",
    VerifyOutcome.SAME: "",
    VerifyOutcome.COUNTED: "",
    VerifyOutcome.CHANGED: "",
}


def issued_words(report: FrozenReport) -> str:
    """ "bản phát hành ngày 08/06/2026 của “Biểu tổng hợp theo đơn vị” (đến hết ngày …, mã …)"."""
    unit = f", {report.issue.unit_name}" if report.issue and report.issue.unit_name else ""
    moment = until_words(report.figures.as_of, report.figures.minute)
    return (
        f"bản phát hành ngày {short_date(report.at.date())} của “{report.title}”{unit} "
        f"({moment}, mã {report.short_hash})"
    )
