"""The register of imported files: the newest first, an import that was undone not among them."""

from models.intake.register import imported_files
from models.journal.replay import undo
from tests.conftest import NOON
from tests.models.intake.test_plan import row, take


def test_each_file_with_what_came_of_it(file):
    take(file, row(2, "Trần Văn An", "0982103591"), row(3, "Lê Ánh", "0936771450"))
    take(file, row(2, "Trần Văn An", "0982103591"), row(3, "Đỗ Văn Anh", "0904118225"))
    newest, first = imported_files(file)
    assert (first.at, first.file_name, first.rows, first.new) == (NOON, "tep.xlsx", 2, 2)
    assert (newest.new, newest.updated, newest.unchanged, newest.left_out) == (1, 0, 1, 0)
    assert imported_files(file, limit=1) == (newest,)
    undo(file)
    assert imported_files(file) == (first,)
