"""The Debian package says what it is and what it needs."""

import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

from deb import FILES, control


def test_every_file_that_it_takes_from_here_is_here():
    assert all(path.is_file() for path in FILES.values())


def test_control_has_what_dpkg_asks_for():
    fields = {line.partition(":")[0] for line in control("1.2.3").splitlines() if line[:1] != " "}
    assert fields >= {"Package", "Version", "Architecture", "Maintainer", "Depends", "Description"}


def test_double_click_on_a_data_file_opens_the_program():
    entry = ConfigParser(interpolation=None)
    entry.read_string(_text("usr/share/applications/tiendo.desktop"))
    kind = ET.fromstring(_text("usr/share/mime/packages/tiendo.xml"))[0]
    assert kind.find("{*}glob").get("pattern") == "*.tiendo"
    assert entry["Desktop Entry"]["MimeType"] == kind.get("type") + ";"
    assert entry["Desktop Entry"]["Exec"].endswith("%f")


def _text(name: str) -> str:
    return Path(FILES[name]).read_text(encoding="utf-8")
