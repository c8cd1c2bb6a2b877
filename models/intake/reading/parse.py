"""From the bytes of a file to its sheets. Runs inside the worker process."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread

from models.errors import AppError
from models.intake.reading import faults, kinds, no_lists, refusals
from models.intake.reading.kinds import FileKind
from models.intake.reading.raw import RawSheet, SheetGaps, of_rows

Notify = Callable[[int, int], None]

WORKBOOK_STREAMS = {"Workbook", "Book", "WORKBOOK", "BOOK"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was in a file: its kind ("xlsx", "csv" …), its sheets, remarks for the officer."""

    kind: str
    sheets: list[RawSheet]
    remarks: list[str] = field(default_factory=list)


def parse_file(data: bytes, name: str, password: str | None, notify: Notify) -> Parsed:
    """The content of a file. Raises AppError."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise refusals.empty_file(name)
    kind = kinds.file_kind(data)
    if kind is None:
        raise _refusal_of(data, name)
    if kind in {FileKind.TEXT, FileKind.MHTML} and (what := no_lists.what_instead(data)):
        raise refusals.not_spreadsheet(name, what)
    if kind is FileKind.ZIP:
        return _parse_zip(data, name, notify)
    if kind is FileKind.OLE:
        return _parse_compound(data, name, password, notify)
    return _parse_text(kind, data, name)


def _refusal_of(data: bytes, name: str) -> AppError:
    if kinds.is_ancient(data):
        return refusals.too_old(name)
    what = kinds.foreign_name(data) or no_lists.what_instead(data)
    return refusals.not_spreadsheet(name, what)


def parse_plainly(data: bytes, name: str) -> Parsed:
    """An .xlsx or .xls without calamine, after that has failed. Raises AppError otherwise."""
    kind = kinds.file_kind(data)
    if kind not in {FileKind.ZIP, FileKind.OLE}:
        raise refusals.damaged(name)
    try:
        parsed = _plain_zip(data, name) if kind is FileKind.ZIP else _plain_compound(data)
    except faults.NotWellFormed as error:
        raise refusals.damaged(name) from error
    except faults.TooManyCells as error:
        raise refusals.too_large(name) from error
    if not parsed.sheets:
        raise refusals.damaged(name)
    return parsed


def _plain_zip(data: bytes, name: str) -> Parsed:
    from models.intake.reading import archive, plain_xlsx, xlsx_gaps

    opened = _opened(data, name)[1]
    if archive.kind_of_archive(opened, name) != "xlsx":
        raise refusals.damaged(name)
    archive.refuse_entities(opened, name)
    sheets, remarks = plain_xlsx.read_xlsx_plainly(opened)
    gaps = xlsx_gaps.scan_sheets(opened)
    sheets = [each.without(found.left_out) for each, found in zip(sheets, gaps, strict=True)]
    return Parsed("xlsx", sheets, remarks)


def _plain_compound(data: bytes) -> Parsed:
    from models.intake.reading import plain_xls

    return Parsed("xls", *plain_xls.read_xls_plainly(data))


def _parse_zip(data: bytes, name: str, notify: Notify) -> Parsed:
    from models.intake.reading import archive, excel

    data, opened = _opened(data, name)
    kind = archive.kind_of_archive(opened, name)
    archive.refuse_entities(opened, name)
    scan = _Scan(opened, kind)
    scan.start()
    sheets = excel.read_sheets(data, name, notify)
    scan.join()
    return Parsed(kind, _completed(sheets, scan.gaps))


def _opened(data: bytes, name: str) -> tuple[bytes, zipfile.ZipFile]:
    """The archive, rewritten in memory when its parts are not as the parsers want them."""
    from models.intake.reading import archive, mended_archive

    opened = archive.open_archive(data, name)
    rewritten = mended_archive.archive_mended(opened)
    if rewritten is None:
        return data, opened
    return rewritten, archive.open_archive(rewritten, name)


def _completed(sheets: list[RawSheet], gaps: list[SheetGaps]) -> list[RawSheet]:
    if len(gaps) != len(sheets):
        return sheets
    return [sheet.with_gaps(found) for sheet, found in zip(sheets, gaps, strict=True)]


def _parse_compound(data: bytes, name: str, password: str | None, notify: Notify) -> Parsed:
    from models.intake.reading import encrypted, excel, xls_gaps

    streams = encrypted.compound_streams(data, name)
    if "EncryptedPackage" in streams:
        plain = encrypted.decrypted(data, name, password)
        return parse_file(plain, name, None, notify)
    if not streams & WORKBOOK_STREAMS:
        raise refusals.not_spreadsheet(name, _document_name(streams))
    if xls_gaps.spread(data) > excel.WIDEST_SPREAD:
        return parse_plainly(data, name)
    try:
        sheets = excel.read_sheets(data, name, notify)
    except refusals.PasswordNeeded:
        data = encrypted.decrypted(data, name, password)
        sheets = excel.read_sheets(data, name, notify)
    return Parsed("xls", _completed(sheets, xls_gaps.scan_sheets(data)))


def _document_name(streams: set[str]) -> str:
    if "WordDocument" in streams:
        return "tài liệu Word"
    if any(stream.startswith("__substg1.0_") for stream in streams):
        return no_lists.MESSAGE
    return "tệp trình chiếu PowerPoint" if "PowerPoint Document" in streams else ""


def _parse_text(kind: FileKind, data: bytes, name: str) -> Parsed:
    from models.intake.reading import delimited, encodings, markup, xml2003

    try:
        if kind is FileKind.XML_2003:
            return Parsed("xml", xml2003.read_xml(data))
        if kind is FileKind.TEXT:
            found = delimited.parse_delimited(encodings.decode_bytes(data))
            gaps = SheetGaps(told=delimited.told_of_quotes(found.astray))
            return Parsed("csv", [of_rows("Dữ liệu", found.rows, gaps=gaps)])
        page = markup.page_of(data) if kind is FileKind.HTML else markup.page_of_mhtml(data)
        sheet = markup.read_html(page)
    except faults.ForbiddenEntities as error:
        raise refusals.suspicious(name, "khai báo thực thể XML trong ruột tệp") from error
    except faults.NotWellFormed as error:
        raise refusals.damaged(name) from error
    except faults.TooManyCells as error:
        raise refusals.too_large(name) from error
    if sheet is None:
        raise refusals.not_spreadsheet(name, "trang web không có bảng")
    return Parsed("html", [sheet])


class _Scan(Thread):
    """The second look at a workbook, beside calamine. A broken archive leaves no gaps."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        super().__init__(daemon=True)
        self.gaps: list[SheetGaps] = []
        self._archive, self._kind = archive, kind

    def run(self) -> None:
        from models.intake.reading import ods_gaps, xlsb_gaps, xlsx_gaps

        scans = {"xlsx": xlsx_gaps, "xlsb": xlsb_gaps, "ods": ods_gaps}
        self.gaps = scans[self._kind].scan_sheets(self._archive)
