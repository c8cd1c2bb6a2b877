"""A small list that is imported by the models' own act, as a command does it."""

from __future__ import annotations

from pathlib import Path

from models.intake.apply import apply_plan
from models.intake.plan_records import ImportDecisions, PlanOptions
from models.intake.sitting.lists import plan_file
from models.store.data_file import DataFile

LIST = """Họ và tên,Đơn vị,Điện thoại
Trần Văn An,Phòng Kinh tế,0982103591
Đỗ Văn Anh,Phòng Kinh tế,0904118225
Lê Ánh,Trạm Y tế xã,0936771450
"""
FILE_NAME = "ds.csv"


def written_list(folder: Path) -> Path:
    """The list as a file in `folder`."""
    path = folder / FILE_NAME
    path.write_text(LIST, encoding="utf-8")
    return path


def import_small_list(file: DataFile, folder: Path) -> None:
    """Read it into the roster: three people."""
    plan = plan_file(file, written_list(folder), PlanOptions())
    apply_plan(file, plan, ImportDecisions())
