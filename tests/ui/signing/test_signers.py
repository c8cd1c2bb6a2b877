"""Người ký by real keys and the mouse: written down, mended, chosen, taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from models.journal.history import history
from models.office.issuer import COMMITTEE, OFFICE, SIGNER_TEMPLATES
from models.office.signers import signers_of, store_signer
from models.records.choices import NamedSigner
from tests.ui.keys import NGUYEN_THI_HOA, type_vietnamese, unikey
from ui.signing.dialog import SignersDialog, open_signers
from ui.signing.look import SignatureLook
from ui.signing.signer_dialog import SignerDialog
from ui.table.data_table import DataTable
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key = Qt.Key
DEPUTY = NamedSigner(0, COMMITTEE, SIGNER_TEMPLATES[COMMITTEE][0], "Trần Văn Mẫu")
CHAIRMAN = replace(DEPUTY, lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lê Thị Thử")
HEAD = NamedSigner(0, OFFICE, ("TRƯỞNG PHÒNG",), "Phạm Văn Nghiệm")


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def kept(desk):
    return [store_signer(desk.file, each) for each in (DEPUTY, CHAIRMAN, HEAD)]


def shown(qtbot, desk, host):
    dialog = open_signers(desk, host)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def column(dialog, title):
    model = dialog.findChild(DataTable).model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return [model.index(line, titles.index(title)).data() for line in range(model.rowCount())]


def form_of(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.findChild(SignerDialog) is not None)
    form = dialog.findChild(SignerDialog)
    qtbot.waitUntil(form.isActiveWindow)
    return form


def look(widget):
    return widget.findChild(SignatureLook).accessibleDescription().split("\n")


def test_the_first_signer_is_written_down_by_keys_alone(qtbot, desk, host):
    dialog = shown(qtbot, desk, host)
    add = dialog.findChild(QPushButton, "signer-add")
    qtbot.waitUntil(add.hasFocus)
    qtbot.keyClick(add, Key.Key_Space)
    form = form_of(qtbot, dialog)
    name = form.findChild(QLineEdit, "signer-name")
    qtbot.waitUntil(name.hasFocus)
    assert not form.act.isEnabled()
    unikey(NGUYEN_THI_HOA)
    assert look(form) == [*SIGNER_TEMPLATES[COMMITTEE][0], "Nguyễn Thị Hòa"]
    qtbot.keyClick(name, Key.Key_Return)
    qtbot.waitUntil(lambda: len(signers_of(desk.file)) == 1)
    qtbot.waitUntil(lambda: column(dialog, "Họ và tên") == ["Nguyễn Thị Hòa"])
    assert column(dialog, "Thường ký") == ["✓"]
    assert look(dialog)[-1] == "Nguyễn Thị Hòa"
    assert history(desk.file)[0].summary == "Lưu người ký Nguyễn Thị Hòa"


def test_authority_is_chosen_or_typed_line_by_line(qtbot, desk, host, kept):
    dialog = shown(qtbot, desk, host)
    qtbot.waitUntil(lambda: len(column(dialog, "Họ và tên")) == 3)
    table = dialog.findChild(DataTable)
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Key.Key_Return)
    form = form_of(qtbot, dialog)
    template = form.findChild(QComboBox, "signer-template")
    lines = form.findChild(QPlainTextEdit, "signer-lines")
    assert template.currentText() == "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
    template.setFocus()
    qtbot.keyClick(template, Key.Key_Down)
    assert lines.toPlainText().split("\n") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    lines.setFocus()
    lines.selectAll()
    type_vietnamese(lines, "tuq. chủ tịch")
    qtbot.keyClick(lines, Key.Key_Return)
    type_vietnamese(lines, "Trưởng  phòng")
    assert template.currentText() == "Ghi theo cách khác"
    assert look(form) == ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG", "Trần Văn Mẫu"]
    qtbot.keyClick(lines, Key.Key_Tab)
    assert form.findChild(QLineEdit, "signer-name").hasFocus()
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: signers_of(desk.file)[0].lines == ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"))
    qtbot.waitUntil(
        lambda: column(dialog, "Thẩm quyền, chức vụ")[0] == "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG"
    )
    assert signers_of(desk.file)[0].current


def test_another_issuer_has_its_own_usual_authority(qtbot, desk, host):
    dialog = shown(qtbot, desk, host)
    dialog.findChild(QPushButton, "signer-add").click()
    form = form_of(qtbot, dialog)
    issuer = form.findChild(QComboBox, "signer-issuer")
    issuer.setFocus()
    qtbot.keyClick(issuer, Key.Key_Down)
    assert form.findChild(QPlainTextEdit, "signer-lines").toPlainText() == "TRƯỞNG PHÒNG"
    type_vietnamese(form.findChild(QPlainTextEdit, "signer-lines"), "x")
    qtbot.keyClick(issuer, Key.Key_Up)
    assert form.findChild(QPlainTextEdit, "signer-lines").toPlainText() == "xTRƯỞNG PHÒNG"


def test_who_usually_signs_is_chosen_and_who_went_is_gone(qtbot, desk, host, kept):
    dialog = shown(qtbot, desk, host)
    qtbot.waitUntil(lambda: column(dialog, "Thường ký") == ["✓", "", "✓"])
    table = dialog.findChild(DataTable)
    qtbot.waitUntil(table.hasFocus)
    assert not dialog.findChild(QPushButton, "signer-use").isEnabled()
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.waitUntil(lambda: look(dialog)[-1] == CHAIRMAN.name)
    qtbot.mouseClick(dialog.findChild(QPushButton, "signer-use"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: column(dialog, "Thường ký") == ["", "✓", "✓"])
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Key.Key_Delete)
    qtbot.waitUntil(lambda: column(dialog, "Họ và tên") == [DEPUTY.name, HEAD.name])
    # Who alone is left signs.
    qtbot.waitUntil(lambda: column(dialog, "Thường ký") == ["✓", "✓"])
    assert dialog.findChild(QLabel, "signers-words").text() == (
        "Đã xóa 1 người ký. Ctrl+Z để hoàn tác."
    )


def test_of_several_that_are_left_nobody_is_picked_and_it_is_said(qtbot, desk, host, kept):
    store_signer(desk.file, replace(DEPUTY, name="Vũ Văn Ba"))
    dialog = shown(qtbot, desk, host)
    table = dialog.findChild(DataTable)
    qtbot.waitUntil(lambda: len(column(dialog, "Họ và tên")) == 4 and table.hasFocus())
    qtbot.mouseClick(dialog.findChild(QPushButton, "signer-remove"), Qt.MouseButton.LeftButton)
    said = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "Ủy ban nhân dân chưa có người thường ký" in said.text())
    assert said.isVisible()


@pytest.mark.parametrize(
    ("name", "said"),
    [("ThS. Trần Văn An", "học vị"), ("TRẦN VĂN AN", "chữ thường"), ("Trần Văn An", "")],
)
def test_what_the_decree_does_not_have_in_a_name_is_said(qtbot, desk, host, name, said):
    dialog = shown(qtbot, desk, host)
    dialog.findChild(QPushButton, "signer-add").click()
    form = form_of(qtbot, dialog)
    type_vietnamese(form.findChild(QLineEdit, "signer-name"), name)
    hint = form.findChild(QLabel, "signer-name-hint")
    assert said in hint.text()
    assert hint.isVisible() == bool(said)
    assert form.act.isEnabled()


def test_the_same_signer_twice_is_refused_in_the_form(qtbot, desk, host, kept):
    dialog = shown(qtbot, desk, host)
    dialog.findChild(QPushButton, "signer-add").click()
    form = form_of(qtbot, dialog)
    type_vietnamese(form.findChild(QLineEdit, "signer-name"), DEPUTY.name)
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    problem = form.findChild(QLabel, "problem")
    qtbot.waitUntil(problem.isVisible)
    assert "Đã có người ký" in problem.text()
    assert len(signers_of(desk.file)) == 3


def test_the_usual_one_is_ticked_in_the_form(qtbot, desk, host, kept):
    dialog = shown(qtbot, desk, host)
    dialog.findChild(QPushButton, "signer-add").click()
    form = form_of(qtbot, dialog)
    type_vietnamese(form.findChild(QLineEdit, "signer-name"), "Vũ Văn Ba")
    box = form.findChild(QCheckBox, "signer-usual")
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Space)
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(signers_of(desk.file)) == 4)
    assert [each.name for each in signers_of(desk.file, COMMITTEE) if each.current] == ["Vũ Văn Ba"]


def test_paper_grows_with_the_lines_and_keeps_long_ones_in_its_column(qtbot, host):
    look = SignatureLook(host)
    look.show_signer(("CHỦ TỊCH",), "Trần Văn An")
    low = look.sizeHint()
    look.show_signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn An")
    assert look.sizeHint().height() > low.height()
    two = look.sizeHint()
    look.show_signer(("TM. ỦY BAN NHÂN DÂN", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI " * 3), "Trần Văn An")
    assert look.sizeHint().height() > two.height()
    assert look.sizeHint().width() == two.width()


def test_the_menu_leads_there(qtbot, desk, worn, tmp_path):
    window = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    connect_deeds(window, desk, worn)
    window.show()
    window.show_file("overview")
    window.commands["signers"].trigger()
    qtbot.waitUntil(lambda: window.findChild(SignersDialog) is not None)
