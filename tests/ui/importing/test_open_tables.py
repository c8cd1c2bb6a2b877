"""The question of a table is shown, and the columns that it leaves open are lifted out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTreeView

from ui.intake.steps import IntakeStep

HEADER = ["STT", "Họ tên cán bộ", "Họ tên giáo viên", "Số điện thoại", "Đơn vị"]
ROWS = [
    [1, "Trần Văn An", "Đỗ Thị Lan", "0982103591", "Trạm Y tế xã"],
    [2, "Lê Thị Bình", "Hồ Văn Tư", "0912330118", "Trạm Y tế xã"],
    [3, "Phạm Đức Cường", "Ngô Thị Năm", "0378551902", "Trạm Y tế xã"],
]


def test_the_question_stands_beside_a_table_that_is_not_ticked(qtbot, make_list, open_wizard):
    wizard = open_wizard(make_list(header=HEADER, rows=ROWS), step=IntakeStep.TABLES)
    tree = wizard.findChild(QTreeView, "tables")
    model = tree.model()
    file = model.index(0, 0)
    words = model.index(0, 3, file).data()
    assert "Có hai cột tên người khác nhau" in words
    assert "“Họ tên cán bộ”" in words
    ticked = Qt.CheckState(model.index(0, 0, file).data(Qt.ItemDataRole.CheckStateRole))
    assert ticked is Qt.CheckState.Unchecked


def test_open_columns_are_lifted_out_and_not_read(qtbot, make_list, open_wizard):
    header = ["STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Email", "Email"]
    rows = [
        [at, row[1], row[3], row[4], f"a{at}@xa.gov.vn", f"b{at}@gmail.com"]
        for at, row in enumerate(ROWS, 1)
    ]
    wizard = open_wizard(make_list(header=header, rows=rows))
    assert wizard.findChild(QComboBox, "field-E").currentText() == "Bỏ qua"
    (why,) = [label for label in wizard.findChildren(QLabel) if "đều có thể là" in label.text()]
    assert "cột F" in why.text()
    assert why.property("role") == "attention"
