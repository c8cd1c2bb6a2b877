"""Making a file tells in words how far it is."""

import pytest

from models.office.setup import init_file
from models.roster.unit_tree import list_units


@pytest.mark.file_only("a file is made")
def test_the_making_tells_how_far_it_is(tmp_path):
    told = []
    with init_file(
        tmp_path / "xa.tiendo", "Xã Kẻ Sặt", "ai-2026", step=lambda *far: told.append(far)
    ) as file:
        many = len(list_units(file))
    assert [words for _done, _of, words in told] == [
        "Đang tạo tệp dữ liệu…",
        f"Đang tạo tệp dữ liệu: {many} đơn vị…",
        "Đang tạo tệp dữ liệu: cuộc thi…",
    ]
