"""A look into the zip directory of a workbook before any parser sees it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from models.intake.reading import refusals

MOST_ENTRIES = 5_000
LARGEST_PART = 400 * 2**20
LARGEST_TOTAL = 600 * 2**20
DIRECT_RATIO = 1_200
"""Deflate cannot press harder than about 1:1030; more means a forged directory."""

FOREIGN_PARTS = (
    ("word/", "tài liệu Word"),
    ("ppt/", "tệp trình chiếu PowerPoint"),
    ("Index/", "bảng tính Numbers của Apple"),
    ("META-INF/MANIFEST.MF", "chương trình"),
)

READ_PARTS = ("xl/worksheets/", "xl/_rels/", "_rels/", "META-INF/", "xl/workbook", "xl/styles",
              "xl/shared", "xl/theme/", "xl/tables/", "xl/chartsheets/")  # fmt: skip
OFFICE_PARTS = ("xl/", "_rels/", "docProps/", "customXml/", "[Content_Types].xml")
"""What may begin with a slash: some writers name parts as their relationships do."""

SPREADSHEET_ENDINGS = (".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".csv")


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, once its directory has been found harmless. Raises AppError."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise refusals.damaged(name) from error
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise refusals.suspicious(name, "chứa quá nhiều tệp con")
    for entry in entries:
        _check_entry(entry, name)
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise refusals.too_large(name)
    return archive


def kind_of_archive(archive: zipfile.ZipFile, name: str) -> str:
    """ "xlsx", "xlsb" or "ods". Raises AppError for everything else that is a zip."""
    names = set(archive.namelist())
    if "mimetype" in names and archive.read("mimetype")[:200].startswith(b"application/vnd.oasis"):
        return _kind_of_opendocument(archive, name)
    if "xl/workbook.bin" in names and "xl/workbook.xml" not in names:
        return "xlsb"
    if any(part.startswith("xl/") for part in names) or _declares_workbook(archive, names):
        return "xlsx"
    for start, what in FOREIGN_PARTS:
        if any(part.startswith(start) for part in names):
            raise refusals.not_spreadsheet(name, what)
    if any(part.lower().endswith(SPREADSHEET_ENDINGS) for part in names):
        raise refusals.not_spreadsheet(name, "tệp nén ZIP (hãy giải nén rồi chọn từng tệp)")
    raise refusals.not_spreadsheet(name, "tệp nén ZIP")


def refuse_entities(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse XML parts that declare a DTD: no office program writes one, XML bombs need one.

    Parts that no reader looks into may hold what they like.
    """
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels")) or _is_stray(entry.filename):
            continue
        try:
            with archive.open(entry) as part:
                head = part.read(1024)
        except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as error:
            raise refusals.damaged(name) from error
        if _declares_entities(head):
            raise refusals.suspicious(name, "khai báo thực thể XML trong ruột tệp")


def _is_stray(part: str) -> bool:
    """Whether a part is none of the workbook itself: custom data, pictures, the trash."""
    return "/" in part and not part.startswith(READ_PARTS)


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    path = entry.filename.replace("\\", "/")
    path = path.lstrip("/") if path.lstrip("/").startswith(OFFICE_PARTS) else path
    if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
        raise refusals.suspicious(name, "chứa đường dẫn trỏ ra ngoài tệp")
    if entry.flag_bits & 1 and not _is_stray(path):
        raise refusals.cannot_unlock(name)
    if entry.file_size > LARGEST_PART:
        raise refusals.too_large(name)
    if entry.file_size > 2**20 and entry.file_size > DIRECT_RATIO * max(entry.compress_size, 1):
        raise refusals.suspicious(name, "được nén theo kiểu “bom nén”")


def _kind_of_opendocument(archive: zipfile.ZipFile, name: str) -> str:
    if b"spreadsheet" not in archive.read("mimetype")[:200]:
        raise refusals.not_spreadsheet(name, "tài liệu OpenDocument")
    manifest = b""
    if "META-INF/manifest.xml" in archive.namelist():
        manifest = archive.read("META-INF/manifest.xml")[: 2**20]
    if b"encryption-data" in manifest:
        raise refusals.cannot_unlock(name)
    return "ods"


def _declares_workbook(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if "[Content_Types].xml" not in names:
        return False
    return b"spreadsheetml" in archive.read("[Content_Types].xml")[: 2**20]


def _declares_entities(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
