"""The file around a Word document: what python-docx begins with made bare, and packed bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.coreprops import CoreProperties
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from models.text.formats import short_date
from models.version import PRODUCT_NAME
from reports.document import Document, figures_hash, file_title
from reports.profile import Profile
from reports.render.docx.markup import elements, writable
from reports.render.docx.styles import styles_markup

LONGEST_PROPERTY = 255
PIECE = 1 << 20
EARLIEST = (1980, 1, 1, 0, 0, 0)
MAIN_PART, MARK = "word/document.xml", "content"
KEPT_PARTS = {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.STYLES, RT.SETTINGS}
COMPATIBLE = "http://schemas.microsoft.com/office/word"
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:hideSpellingErrors/><w:hideGrammaticalErrors/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{COMPATIBLE}" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)


def blank_file(document: Document, profile: Profile) -> WordFile:
    """An empty Word document with the styles of the profile, and what it says of itself."""
    file = docx.Document()
    for rels in (file.part.package.rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype not in KEPT_PARTS]:
            del rels[key]
    _refill(file.styles.element, styles_markup(profile))
    _refill(file.settings.element, _SETTINGS)
    _describe(file.core_properties, document)
    return file


def _refill(root: BaseOxmlElement, markup: str) -> None:
    """Put what `markup` stands for into an element in place of what was there."""
    for each in list(root):
        root.remove(each)
    root.extend(elements(markup))


def _describe(said: CoreProperties, document: Document) -> None:
    """Title, author and language; the hash of the figures is in the description, as in the PDF."""
    as_of: date = document.figures.as_of
    day = datetime(as_of.year, as_of.month, as_of.day)
    digest = figures_hash(document)
    said.title, said.author = _property(file_title(document)), _property(document.author)
    said.language = "vi-VN"
    said.comments = f"Số liệu tính đến ngày {short_date(as_of)}; mã số liệu {digest}"
    said.last_modified_by, said.revision = PRODUCT_NAME, 1
    said.created = said.modified = day


def _property(text: str) -> str:
    return writable(text)[:LONGEST_PROPERTY]


def mark_content(file: WordFile, number: int) -> None:
    """Mark the end of what is there as the place of the content of that number."""
    file.element.body[-1].addprevious(etree.ProcessingInstruction(MARK, str(number)))


def packed_file(file: WordFile, contents: Sequence[str]) -> bytes:
    """The document with its contents at their marks, as bytes that depend on nothing else.

    The contents are markup and go in when the file is packed: elements that are moved from one
    tree into another take lxml time that grows with the square of their number.
    """
    written, target = BytesIO(), BytesIO()
    file.save(written)
    with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w") as part:
                for piece in _pieces(source.read(name), contents if name == MAIN_PART else ()):
                    part.write(piece)
    return target.getvalue()


def _pieces(part: bytes, contents: Sequence[str]) -> Iterator[bytes]:
    """A part with the contents in place of their marks, piece by piece."""
    for number, content in enumerate(contents):
        before, _, part = part.partition(f"<?{MARK} {number}?>".encode())
        yield before
        for at in range(0, len(content), PIECE):
            yield content[at : at + PIECE].encode()
    yield part
