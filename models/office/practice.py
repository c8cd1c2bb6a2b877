"""The practice commune: made-up people to try everything on."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from models.clock import Clock
from models.contests.contests import set_internal_deadline
from models.intake.apply import apply_plan
from models.intake.plan_records import ImportDecisions, PlanOptions
from models.intake.sitting.lists import plan_file
from models.marking.from_list import read_mark_list
from models.office.choices import remember_choices
from models.office.issuer import COMMITTEE, OFFICE
from models.office.setup import MakingStep, init_file
from models.office.signers import store_signer
from models.records import Mark
from models.records.choices import DocumentChoices, NamedSigner
from models.roster.marks import set_dated_marks
from models.store.data_file import DataFile
from models.store.store import Store
from resources import resource_path

COMMUNE = "Xã Kẻ Sặt"
CONTEST = "ai-2026"
PRACTICE_DAY = date(2026, 6, 8)
INTERNAL_DEADLINE = date(2026, 6, 10)

SIGNERS = (
    NamedSigner(
        0, COMMITTEE, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn Mẫu"
    ),
    NamedSigner(0, OFFICE, ("TRƯỞNG PHÒNG",), "Trần Thị Thử"),
)
REPORTS = {
    "result-report": "Báo cáo kết quả",
    "quick-report": "Báo cáo nhanh",
    "period-report": "Báo cáo định kỳ",
}
TEXTS = {
    "difficulties": "Một số người chưa có tài khoản trên nền tảng hoặc đăng ký nhầm đơn vị.",
    "solutions": "Hằng ngày rà soát, nhắc từng đơn vị có tỷ lệ thấp; cử người hướng dẫn trực tiếp.",
    "proposals": "Đề nghị Ban Tổ chức cung cấp danh sách tài khoản theo đơn vị hằng ngày.",
}
"""Of the made-up commune, as everything in it."""


def practice_clock() -> datetime:
    """The afternoon on which the practice commune stands still, two days before its deadline."""
    return datetime.combine(PRACTICE_DAY, time(17, 0))


def sample_list() -> Path:
    """The made-up roster of 532 people, as a unit would send it."""
    return resource_path("samples", "danh-sach-mau.xlsx")


def sample_marks() -> Path:
    """The 24 made-up registrations up to the practice day."""
    return resource_path("samples", "dang-ky-den-2026-06-08.xlsx")


def make_practice(
    path: Path, clock: Clock = practice_clock, step: MakingStep | None = None
) -> DataFile:
    """Make the practice commune at `path`, with roster, marks and deadline; left open."""
    file = init_file(path, COMMUNE, CONTEST, clock, practice=True, step=step)
    try:
        if step is not None:
            step(3, 4, "Đang nhập danh sách mẫu…")
        fill_practice(file)
    except BaseException:
        file.close()
        raise
    return file


def fill_practice(file: Store) -> None:
    """Take the samples in, as an officer would on one day."""
    set_internal_deadline(file, 1, INTERNAL_DEADLINE)
    apply_plan(file, plan_file(file, sample_list(), PlanOptions()), ImportDecisions())
    found = read_mark_list(file, sample_marks(), Mark.REGISTERED, PRACTICE_DAY)
    set_dated_marks(file, Mark.REGISTERED, found.marks)
    for signer in SIGNERS:
        store_signer(file, signer)
    for kind, title in REPORTS.items():
        remember_choices(file, kind, DocumentChoices(texts=TEXTS), title)
