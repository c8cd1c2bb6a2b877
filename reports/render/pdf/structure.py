"""The structure of a tagged PDF (ISO 32000-1, 14.7): what is a heading, a paragraph, a cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString


class Element:
    """One structure element; its kids are elements, or (page, number) of words drawn on pages.

    `kind` is a standard structure type ("P", "TD"); `alternative` says in words what a picture
    shows. `attributes` is written as it is.
    """

    __slots__ = ("alternative", "attributes", "kids", "kind", "parent")

    def __init__(
        self, kind: str, parent: Element | None, alternative: str = "", attributes: str = ""
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.alternative = alternative
        self.attributes = attributes
        self.kids: list[Element | tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)


class _Written(PDFObject):  # type: ignore[misc]
    """An object of the file whose text is known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = b""

    def format(self, _file: Any) -> bytes:
        return self.text


class StructureTree:
    """All elements of one file, and which of them each page holds, by number."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.pages: list[list[Element]] = []

    def begin_page(self) -> None:
        """Number the words of a new page from 0."""
        self.pages.append([])

    def number_of(self, element: Element) -> int:
        """The number of more words of `element` on the present page."""
        held = self.pages[-1]
        held.append(element)
        number = len(held) - 1
        element.kids.append((len(self.pages) - 1, number))
        return number

    def write(self, file: Any, pages: list[Any]) -> None:
        """Put the tree into a reportlab document with these pages, before it is saved."""
        root = _Written()
        at = _number_of(file, root)
        elements = list(_walk(self.root))
        written = {id(each): _Written() for each in elements}
        numbers = {key: _number_of(file, each) for key, each in written.items()}
        places = [_number_of(file, page) for page in pages]
        for each in elements:
            parent = at if each.parent is None else numbers[id(each.parent)]
            written[id(each)].text = _element_text(file, each, parent, numbers, places)
        held = (" ".join(f"{numbers[id(each)]} 0 R" for each in page) for page in self.pages)
        parents = "\n".join(f"{index} [{refs}]" for index, refs in enumerate(held))
        root.text = (
            f"<< /Type /StructTreeRoot /K {numbers[id(self.root)]} 0 R "
            f"/ParentTree << /Nums [{parents}] >> /ParentTreeNextKey {len(self.pages)} >>"
        ).encode("ascii")
        file.Catalog.StructTreeRoot = root
        marked = _Written()
        marked.text = b"<< /Marked true >>"
        file.Catalog.MarkInfo = marked


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _number_of(file: Any, thing: Any) -> int:
    reference = file.Reference(thing)
    return int(file.idToObjectNumberAndVersion[reference.name][0])


def _element_text(
    file: Any, element: Element, parent: int, numbers: dict[int, int], places: list[int]
) -> bytes:
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{numbers[id(kid)]} 0 R")
        elif kid[0] == own:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<< /Type /MCR /Pg {places[kid[0]]} 0 R /MCID {kid[1]} >>")
    page = "" if own is None else f" /Pg {places[own]} 0 R"
    told = f"<< /S /{element.kind} /P {parent} 0 R{page} {element.attributes}/K [{' '.join(kids)}]"
    alternative = b""
    if element.alternative:
        alternative = b" /Alt " + PDFString(element.alternative).format(file)
    return told.encode("ascii") + alternative + b" >>"
