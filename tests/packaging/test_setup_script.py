"""Promises of the installer that stand in its script."""

import re
from pathlib import Path

from ui.window.bugs import LOG_NAME
from ui.window.memory import SETTINGS_NAME

FOLDER = Path(__file__).resolve().parents[2] / "packaging" / "windows"
SETUP = (FOLDER / "setup.nsi").read_text(encoding="utf-8")
PROGRAM = (FOLDER / "program.nsh").read_text(encoding="utf-8")
TEXTS = (FOLDER / "texts.nsh").read_text(encoding="utf-8")
CODE = SETUP + PROGRAM
LOGS = 2
"""So many older ones are kept beside the log."""
LETTERS = 44
"""So many stand in a line of the last page."""


def test_asks_for_no_rights_and_writes_only_for_the_user():
    assert "RequestExecutionLevel user" in SETUP
    assert not re.search(r"\bHK(LM|CR)\b|HKEY_LOCAL_MACHINE|\$PROGRAMFILES", CODE)


def test_removes_whole_folders_only_of_its_own():
    removed = re.findall(r'RMDir /r "([^"]+)"', CODE)
    assert set(removed) == {r"$INSTDIR\_internal", r"$INSTDIR\_internal.cu"}


def function(name: str) -> str:
    """What stands between `Function name` and its end."""
    found = re.search(rf"(?ms)^Function {re.escape(name)}$(.+?)^FunctionEnd$", CODE)
    assert found is not None
    return found[1]


def test_touches_no_data():
    lines = re.findall(r"(?m)^ *(?:Delete|RMDir|Rename) .+$", CODE)
    assert lines
    there = [line.strip() for line in lines if re.search(r"\$\{DATA\}|APPDATA|\.tiendo\b", line)]
    names = (SETTINGS_NAME + ".ini", LOG_NAME, *(f"{LOG_NAME}.{at + 1}" for at in range(LOGS)))
    assert there == [f'Delete "${{DATA}}\\{name}"' for name in names]


def test_settings_go_only_when_somebody_ticks_the_box():
    """It is not ticked at first, and a silent run shows no page with it."""
    assert function("un.ForgetSettings").count("Delete") == CODE.count('Delete "${DATA}')
    uses = [line for line in CODE.splitlines() if "un.ForgetSettings" in line]
    page = "!define MUI_FINISHPAGE_SHOWREADME_FUNCTION un.ForgetSettings"
    assert uses == [page, "Function un.ForgetSettings"]
    asked = SETUP[SETUP.index("MUI_UNPAGE_INSTFILES") : SETUP.index("MUI_UNPAGE_FINISH")]
    assert page in asked
    assert "!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED\n" in asked


def test_the_last_pages_say_where_the_data_is():
    """Seven lines are seen above a box where the text may be large, five where it may not."""
    assert SETUP.count("!define MUI_FINISHPAGE_TEXT_LARGE\n") == 2
    for name in ("MUI_UNTEXT_FINISH_INFO_TEXT", "MUI_FINISHPAGE_TEXT"):
        (words,) = re.findall(rf'(?m){name} (?:\S+ )?"(.+)"$', TEXTS)
        words = words.replace("${DATA_KEPT}", re.findall(r'DATA_KEPT "(.+)"', TEXTS)[0])
        assert r"$LOCALAPPDATA\TienDo" in words
        lines = words.replace("${TITLE}", "Tiến Độ").split(r"$\r$\n")
        assert sum(max(1, -(-len(line) // LETTERS)) for line in lines) <= 7


def test_every_message_has_an_answer_for_a_silent_run():
    boxes = [line for line in CODE.splitlines() if re.match(r"\s*MessageBox", line)]
    assert boxes
    assert all("/SD" in line for line in boxes)


def test_each_refusal_has_its_exit_code():
    assert sorted(set(map(int, re.findall(r"SetErrorLevel (\d)", CODE)))) == [2, 3, 4, 5, 6, 7, 8]


def test_opens_files_with_quoted_names():
    assert r"""'"$INSTDIR\TienDo.exe" "%1"'""" in PROGRAM


def test_backs_up_before_it_changes_anything():
    steps = [SETUP.index(f"Call {name}") for name in ("CloseProgram", "BackUpData", "SetOldAside")]
    assert steps == sorted(steps)
    assert steps[-1] < SETUP.index("File /r")


def test_speaks_vietnamese_only():
    assert re.findall(r"MUI_LANGUAGE \"(\w+)\"", SETUP) == ["Vietnamese"]
    spoken = re.findall(r"(?m)^\s*(?:!define|LangString) \S+ (?:\S+ )?(\".+)$", TEXTS)
    assert len(spoken) > 40
    assert all(re.search(r"[À-ỹ]", words) for words in spoken)


def test_shortcuts_and_refusals_are_there():
    for place in ("$SMPROGRAMS", "$DESKTOP"):
        assert f'CreateShortcut "{place}\\${{TITLE}}.lnk"' in SETUP
    refused = re.findall(r'MessageBox MB_OK\|MB_ICONSTOP "\$\{(\w+)\}"', SETUP)
    assert refused == ["NOT_64_BIT", "TOO_OLD_WINDOWS", "NEWER_INSTALLED"]
    assert SETUP.index("NEWER_INSTALLED") < SETUP.index("File /r")
    assert re.search(r"!define OLDEST_BUILD (\d+)", SETUP)[1] == "17763"
    assert "Dữ liệu của đơn vị được giữ nguyên" in TEXTS
