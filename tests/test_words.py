"""One word for one thing, official and natural: over every text that somebody can be shown."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
READING = (
    "models/intake/", "models/marking/", "models/matching/", "models/text/",
)  # fmt: skip
"""What stands here also holds the words by which other people's files are understood."""


class Rule(NamedTuple):
    """`retired` is not written any more; `instead` is. `read` may stand in words that are read."""

    retired: str
    instead: str
    read: bool = False


RULES = (
    Rule(r"xã thực hành", "Dùng thử với số liệu mẫu"),
    Rule(r"Ba câu hỏi", "Trả lời ba câu để bắt đầu"),
    Rule(r"đặc khu nào\?|danh sách nào\?|Cuộc thi nào\?", "Xã, phường, đặc khu · Danh sách cán bộ · Cuộc thi"),
    Rule(r"Mọi người đều thuộc đối tượng", "Tất cả đều thuộc đối tượng"),
    Rule(r"[Nn]hịp\b", "tốc độ; tốc độ cần đạt"),
    Rule(r"Xem tên\b", "Xem danh sách"),
    Rule(r"[Bb]ị bỏ dấu chỉ vì", "Người không có trong tệp vẫn giữ nguyên kết quả"),
    Rule(r"Mất so với", "Lần trước có, nay không có"),
    Rule(r"\bĐV\b|\bDS\b|\bĐK\b", "viết đủ chữ", read=True),
    Rule(r"tệp không nói đến", "không có trong tệp"),
    Rule(r"Tính là hoàn thành khi", "Hoàn thành: …"),
    Rule(r"Bỏ, không ghi", "Hủy đối soát"),
    Rule(r"Cần xem(?! lại)|\d (?:người|dòng|cặp|tài khoản) cần xem", "Cần quyết định"),
    Rule(r"[Dd]òng không nhận\b|\"Không nhận\"", "Không hợp lệ"),
    Rule(r"có nghĩa gì", "xác định nội dung các cột"),
    Rule(r"xem trước, chưa có gì", "kiểm tra trước khi nhập"),
    Rule(r"^Vì sao$", "Lý do", read=True),
    Rule(r"Lấy giá trị mới", "Lấy theo tệp"),
    Rule(r"Chọn hết", "Chọn tất cả"),
    Rule(r"[Đđ]ã ghi \S+ phiếu|ghi \S+ phiếu…|xuất phiếu|Xuất phiếu cho", "Xuất biểu mẫu cho"),
    Rule(r"Chuyển vào…", "Chuyển đơn vị…"),
    Rule(r"[Cc]ho (?:\d+|\{[^}]*\}|một|1)? ?(?:người)? ?rời danh sách", "Đưa … ra khỏi danh sách"),
    Rule(r"Mã công chức", "Mã cán bộ", read=True),
    Rule(r"[Ss]ố liệu của cấp trên ngày|Ghi số liệu của cấp trên", "số liệu của thành phố"),
    Rule(r"Toàn xã, phường", "Toàn xã, Toàn phường hoặc Toàn đặc khu theo tên"),
    Rule(r"(?<!Sao )\bChép\b", "Sao chép"),
    Rule(r"[Đđ]ã chép (?:\{\}|tin\b|tên\b|đoạn\b|cả bảng)|(?<!ao )chép bảng", "sao chép"),
    Rule(r"Vừa chiều ngang", "Vừa bề ngang trang"),
    Rule(r"^Lúc$|^Việc$|^Người làm$", "Thời gian · Nội dung · Người thực hiện", read=True),
    Rule(r"(?:^|[ ,;])0 (?:người|dòng|đơn vị) ", "chỉ nêu số khác không"),
    Rule(r"\b[Hh]uỷ\b|\b[Tt]uỳ\b|\b[Tt]huỷ\b|\bquí\b|\bkí\b(?! hiệu lạ)", "dấu và y như văn bản: Hủy, tùy, quý, ký", read=True),
    Rule(r"\bSpace\b|\bAlt\+Down\b", "Phím cách; Alt+Mũi tên xuống", read=True),
    Rule(r"\b(?:[Cc]ancel|OK|[Ff]ile|[Ff]older|[Cc]lick|[Uu]pload|[Dd]ownload|[Bb]ackup|[Ii]mport|[Ee]xport)\b", "tiếng Việt", read=True),
    Rule(r"[Đđ]ăng kí|[Cc]hữ kí|[Kk]í tên|[Ll]ý do tại sao", "đăng ký, chữ ký, lý do", read=True),
    Rule(r"[Nn]hân sự\b", "người; cán bộ", read=True),
)  # fmt: skip
VIETNAMESE = re.compile(r"[À-ỹĐđ]")


def python_texts(path: Path) -> Iterator[tuple[int, str]]:
    """What a module says in Vietnamese: no docstrings, no names of things."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    docs |= {
        id(after.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef)
        for after in node.body
        if isinstance(after, ast.Expr)
    }
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    part.value if isinstance(part, ast.Constant) else "{}" for part in node.values
                ),
            )
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs | inner
        ):
            yield node.lineno, node.value


def shown_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a file that somebody can be shown, with its line."""
    if path.suffix == ".py":
        for line, text in python_texts(path):
            if VIETNAMESE.search(text) or text.strip() in {"OK", "Cancel"}:
                yield line, re.sub(r"--[\w-]+", "", text.replace("&", "").strip())
    elif path.suffix == ".ts":
        for at, message in enumerate(ET.parse(path).getroot().iter("message"), start=1):
            yield at, message.findtext("translation", "").replace("&", "")
    else:
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if VIETNAMESE.search(text):
                yield line, re.sub(r"`[^`]*`|\]\([^)]*\)", "", text)


def files() -> list[Path]:
    inside = [
        path for folder in ("models", "reports", "ui") for path in (ROOT / folder).rglob("*.py")
    ]
    written = [
        *(ROOT / "resources").rglob("*.ts"),
        *(ROOT / "resources" / "wordings").rglob("*.txt"),
        *(ROOT / "resources" / "news").rglob("*.md"),
        *(path for path in (ROOT / "docs").rglob("*.md") if path.name != "architecture.md"),
    ]
    return sorted([ROOT / "main.py", *inside, *written])


def test_no_retired_word_is_shown_anywhere():
    """All rules in one walk: reading the whole project takes some seconds."""
    texts = [
        (path.relative_to(ROOT).as_posix(), line, text)
        for path in files()
        for line, text in shown_texts(path)
    ]
    kinds = {path.split("/")[0] for path, _, _ in texts}
    assert {"models", "reports", "ui", "resources", "docs"} <= kinds
    assert len(texts) > 5_000, "a rule over nothing would hold always"
    said = [
        f"{path}:{line}: “{text}”: hãy dùng “{rule.instead}”"
        for rule in RULES
        for found in [re.compile(rule.retired)]
        for path, line, text in texts
        if found.search(text) and not (rule.read and path.startswith(READING))
    ]
    assert said == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('x = "Chọn &hết"', ["Chọn hết"]),
        ('def f():\n    """Chọn hết."""', []),
        ('x = f"Cho {n} người rời danh sách"', ["Cho {} người rời danh sách"]),
        ('x = "import"', []),
    ],
)
def test_what_is_shown_is_found_in_code(tmp_path, source, shown):
    place = tmp_path / "code.py"
    place.write_text(source, encoding="utf-8")
    assert [text for _, text in shown_texts(place)] == shown
