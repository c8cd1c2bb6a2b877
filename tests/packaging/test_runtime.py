"""What of the Python for Windows is taken, and that nothing unsigned is."""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest
from runtime import EXCEPTIONS, NotTrusted, check_runtime, is_kept, says_whole


@pytest.mark.parametrize("path", ["python.exe", "python311.dll", "DLLs/_sqlite3.pyd", "Lib/os.py"])
def test_keeps_what_the_build_runs_on(path: str):
    assert is_kept(PurePosixPath(path))


@pytest.mark.parametrize(
    "path",
    ["pythonw.exe", "vcomp140.dll", "Lib/site-packages/pip/__init__.py", "Lib/tkinter/ttk.py",
     "Lib/__pycache__/os.cpython-311.pyc", "DLLs/tcl86t.dll", "Scripts/pip.exe", "Lib/test/x.py"],
)  # fmt: skip
def test_leaves_out_what_is_unsigned_or_unused(path: str):
    assert not is_kept(PurePosixPath(path))


@pytest.fixture
def nothing_is_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A verifier that finds no signature: the real one is installed only to build for Windows."""
    verifier = tmp_path / "bin" / "osslsigncode"
    verifier.parent.mkdir()
    verifier.write_text("#!/bin/sh\necho 'No signature found'\nexit 1\n", encoding="utf-8")
    verifier.chmod(0o755)
    monkeypatch.setenv("PATH", str(verifier.parent), prepend=os.pathsep)


@pytest.mark.skipif(sys.platform == "win32", reason="signatures are checked on Debian only")
@pytest.mark.usefixtures("nothing_is_signed")
def test_refuses_a_file_that_nobody_signed(tmp_path: Path):
    (tmp_path / "DLLs").mkdir()
    (tmp_path / "DLLs" / "python_lib.cat").write_bytes(b"no catalogue")
    with pytest.raises(NotTrusted, match=r"python_lib\.cat"):
        check_runtime(tmp_path)


def test_states_few_exceptions_each_with_its_hash():
    assert len(EXCEPTIONS) == 6
    assert all(len(digest) == 64 for digest in EXCEPTIONS.values())


def test_a_good_time_stamp_does_not_vouch_for_a_changed_file():
    stamp = "Timestamp Server Signature verification: ok\n"
    signer = "\t\tSubject: /C=US/O=Python Software Foundation/CN=Python Software Foundation\n"
    assert says_whole(f"{signer}{stamp}Signature verification: ok\n")
    assert not says_whole(f"{signer}{stamp}Signature verification: failed\n")
    assert not says_whole(f"{signer}Signature verification: ok\n")
    assert not says_whole(f"{stamp}Signature verification: ok\n")
