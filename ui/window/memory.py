"""What the window remembers from one start to the next, in the user's own data folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.machine.places import default_data_file
from models.machine.registry import drop_empty_keys
from ui.theme.room import bring_within, fitted

SMALL_SCREEN = QSize(1440, 900)
ROOMY = QSize(1280, 820)
RECENT_FILES = 5
BARE_COLOURS = (("look/page", "#f4f5f7"), ("look/paper", "#ffffff"))
HINTS_OFF = "hints/off"
SETTINGS_NAME = "TienDo"
QTS_NAME = "QtProject"


def user_folder() -> Path:
    """Where settings and the log lie: beside the default data file."""
    return default_data_file().parent


def keep_settings_in(folder: Path) -> None:
    """Let every `QSettings()` of the program use the file of `open_settings(folder)`."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent))
    QCoreApplication.setOrganizationName(folder.name)
    QCoreApplication.setApplicationName(SETTINGS_NAME)


def forget_traces() -> None:
    """Take away what Qt itself notes in the account: the folder of the last file dialog."""
    notes = QSettings(QSettings.Scope.UserScope, QTS_NAME)
    notes.remove("FileDialog")
    notes.sync()
    drop_empty_keys([rf"Software\{QTS_NAME}\OrganizationDefaults", rf"Software\{QTS_NAME}"])


def open_settings(folder: Path) -> QSettings:
    """The settings in `folder`, as a text file that can be read and deleted."""
    return QSettings(str(folder / f"{SETTINGS_NAME}.ini"), QSettings.Format.IniFormat)


def last_file(settings: QSettings) -> Path | None:
    """The data file that was open last, when it still exists."""
    stored = settings.value("file/last")
    path = _found(settings, str(stored)) if stored else None
    return path if path is not None and path.is_file() else None


def recent_files(settings: QSettings) -> list[Path]:
    """The data files opened lately, newest first."""
    return kept_paths(settings, "file/recent")


def kept_paths(settings: QSettings, key: str) -> list[Path]:
    """The files that are written down under `key`."""
    stored = settings.value(key) or []
    names = [stored] if isinstance(stored, str) else stored
    return [_found(settings, str(name)) for name in names] if isinstance(names, list) else []


def keep_paths(settings: QSettings, key: str, paths: Sequence[Path]) -> None:
    """Write files down under `key`; none forget it."""
    if paths:
        settings.setValue(key, [_kept(settings, each) for each in paths])
    else:
        settings.remove(key)


def known_files() -> list[Path]:
    """The user's own data file and those opened lately, as far as they are there."""
    recent = recent_files(open_settings(user_folder()))
    return [each for each in dict.fromkeys((default_data_file(), *recent)) if each.is_file()]


def remember_file(settings: QSettings, path: Path) -> None:
    """Note that `path` has been opened."""
    others = [each for each in recent_files(settings) if each != path]
    kept = [_kept(settings, each) for each in [path, *others][:RECENT_FILES]]
    settings.setValue("file/last", kept[0])
    settings.setValue("file/recent", kept)


def _kept(settings: QSettings, path: Path) -> str:
    """How a path is written down: beside the settings by its name alone.

    A USB stick has another drive letter on every machine.
    """
    folder = _folder_of(settings)
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def _found(settings: QSettings, kept: str) -> Path:
    return _folder_of(settings) / kept


def _folder_of(settings: QSettings) -> Path:
    return Path(settings.fileName()).parent


def hints_on(settings: QSettings) -> bool:
    """Whether hints of the first week are wanted."""
    return str(settings.value(HINTS_OFF) or "") != "1"


def save_place(settings: QSettings, window: QWidget) -> None:
    """Remember where the window stands and how large it is."""
    settings.setValue("window/place", window.saveGeometry())


def restore_place(settings: QSettings, window: QWidget) -> None:
    """Put the window where it stood, or where it fits when that screen is gone."""
    stored = settings.value("window/place")
    if not isinstance(stored, QByteArray) or not window.restoreGeometry(stored):
        _first_place(window)
    else:
        bring_within(window)


def _first_place(window: QWidget) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    if screen.width() < SMALL_SCREEN.width() or screen.height() < SMALL_SCREEN.height():
        window.setGeometry(fitted(QRect(screen.topLeft(), QSize(1366, 768)), screen))
        window.showMaximized()
    else:
        window.setGeometry(fitted(QRect(screen.topLeft(), ROOMY), screen))
