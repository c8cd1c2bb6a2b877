"""XML parts of office files: parsed without entities, other files and networks."""

from __future__ import annotations

import zipfile
from typing import Any

from reports.verifying.bounds import returned_damaged


def safely_parsed(archive: zipfile.ZipFile, part: str, name: str) -> Any:
    """The root of a part. Raises `AppError` for a damaged one, and one that declares a DTD."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(archive.read(part), parser)
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise returned_damaged(name) from error
    if root.getroottree().docinfo.doctype:
        raise returned_damaged(name)
    return root
