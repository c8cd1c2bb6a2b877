"""Folders that a service copies to its servers: told by their names, marks and drives."""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath

from models.machine.drives import drive_label
from models.text.patterns import later

SERVICES: dict[str, str] = {
    "onedrive": "OneDrive",
    "skydrive": "OneDrive",
    "sharepoint": "OneDrive",
    "dropbox": "Dropbox",
    "googledrive": "Google Drive",
    "ggdrive": "Google Drive",
    "gdrive": "Google Drive",
    "mydrive": "Google Drive",
    "drivecuatoi": "Google Drive",
    "shareddrives": "Google Drive",
    "bonhodungchung": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "comappleclouddocs": "iCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "megadrive": "MEGA",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "boxsync": "Box",
    "boxdrive": "Box",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "pcloudsync": "pCloud",
    "synologydrive": "Synology Drive",
    "synology": "Synology Drive",
    "cloudstation": "Synology Drive",
    "qsync": "Qsync",
    "seafile": "Seafile",
    "seadrive": "Seafile",
    "syncthing": "Syncthing",
    "resiliosync": "Resilio Sync",
    "tresorit": "Tresorit",
    "yandexdisk": "Yandex Disk",
    "terabox": "TeraBox",
    "amazondrive": "Amazon Drive",
    "jottacloud": "Jottacloud",
    "koofr": "Koofr",
    "protondrive": "Proton Drive",
}
"""By the name of the folder without marks, blanks and whatever tells two accounts apart."""

MARKS: dict[str, str] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".synologyworkingdirectory": "Synology Drive",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".stfolder": "Syncthing",
    ".megaignore": "MEGA",
    ".seafile-data": "Seafile",
}
"""What the services themselves put into a folder that they copy, whatever it is called."""

_ACCOUNT = later(r"\s*[(\[].*[)\]]\s*$|\s+[-–—]\s.*$|-.*$|@.*$")
_NUMBER = later(r"[\s_]*\d+$")
_NO_LETTER = later(r"[\W_]+")


def service_of(folder: Path) -> str:
    """The service that copies `folder` away, or ""."""
    named = (_service_named(part) for part in folder.parts)
    marked = (_service_marked(each) for each in (folder, *folder.parents))
    found = next((service for service in (*named, _service_of_drive(folder)) if service), "")
    return found or next((service for service in marked if service), "")


def _service_named(part: str) -> str:
    """By a folder's name: "Dropbox (Personal)", "OneDrive - UBND xã", "ownCloud2"."""
    from models.text.names import search_fold

    folded = search_fold(part)
    for name in (folded, _ACCOUNT.sub("", folded), _NUMBER.sub("", _ACCOUNT.sub("", folded))):
        service = SERVICES.get(_NO_LETTER.sub("", name))
        if service:
            return service
    return ""


def _service_marked(folder: Path) -> str:
    try:
        return next((name for mark, name in MARKS.items() if (folder / mark).exists()), "")
    except OSError:
        return ""


def _service_of_drive(folder: Path) -> str:
    """A drive that a service shows, as Google's does, is named after it."""
    if sys.platform != "win32":
        return ""
    drive = PureWindowsPath(folder).drive
    return _service_named(drive_label(drive + "\\")) if drive else ""
