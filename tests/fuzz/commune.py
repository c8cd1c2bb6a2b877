"""A small made-up commune with something of everything in it."""

from __future__ import annotations

from pathlib import Path

from models.office.setup import init_file
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand

_UNIT = "Phòng Văn hóa - Xã hội"
_AN, _BINH, _CHI = ("0912000000", "0912000001", "0912000002")


def make_small_commune(path: Path, noon) -> None:
    """Make it at `path`, closed."""
    with init_file(path, "Xã Kẻ Sặt", "ai-2026", noon) as file:
        add_people(file, 5)
    office = OfficeAtHand(path)
    paper = path.with_name("to-trinh.pdf")
    paper.write_bytes(b"%PDF-1.4 thu")
    day = ("--on", "2026-06-08")
    office.run("mark", "registered", "--phone", _AN, *day)
    office.run("mark", "completed", "--phone", _BINH, *day)
    office.run(
        "exempt", "add", "--phone", _CHI, "--reason", "Nghỉ thai sản", "--since", "2026-06-01"
    )
    office.run("document", "add", "--direction", "out", "--kind", "Báo cáo", "--subject", "Kết quả",
               "--recipient", "Sở KHCN", "--attach", paper)  # fmt: skip
    entry = office.run("entry", "add", "--title", "Trợ lý", "--unit", _UNIT, "--phone", _AN)
    office.run("entry", "jury", "--add", "Phạm Văn Dũng", "--role", "Ủy viên")
    number = entry["entry"]["id"]
    office.run("entry", "score", number, "--juror", "Phạm Văn Dũng", "--score", "8")
    office.run("award", "add", "--prize", "Giải Nhất", "--entry", number, *day)
    office.run("task", "propose", "--add")
    office.run("freeze", "--as-of", "2026-06-08", "--title", "Báo cáo nhanh")
    out = path.with_name("bao-cao.xlsx")
    office.run("report", "unit-summary", "--as-of", "2026-06-08", "--issue", "--format", "xlsx",
               "--out", out)  # fmt: skip
    text = office.run("wording", "show", "reminder-letter")["text"]
    paper.write_text(f"{text}\nXã {{tên xã}} mời dự.\n", encoding="utf-8")
    office.run("wording", "set", "reminder-letter", paper)
    office.run("remind", "--unit", _UNIT, "--way", "zalo")
    office.run("mark", "registered", "--phone", _CHI, "--clear")
    office.run("undo")
