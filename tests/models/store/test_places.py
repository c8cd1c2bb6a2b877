"""Where a data file may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import AppError
from models.machine import places
from models.machine.drives import mount_type
from models.machine.places import (
    is_network_path,
    refuse_shared_place,
    shared_place_reason,
    sync_service,
)
from models.store.making import create
from tests.conftest import clock

pytestmark = pytest.mark.file_only("where a file may lie")


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/an/OneDrive/xa.tiendo", "OneDrive"),
        ("/home/an/OneDrive - UBND xã/xa.tiendo", "OneDrive"),
        ("/home/an/Google Drive/a/xa.tiendo", "Google Drive"),
        ("/home/an/Dropbox/xa.tiendo", "Dropbox"),
        ("/home/an/tai-lieu/xa.tiendo", ""),
        ("/home/an/OneDriver cũ/xa.tiendo", ""),
        ("G:/My Drive/xa.tiendo", "Google Drive"),
        ("G:/Drive của tôi/Xã/xa.tiendo", "Google Drive"),
        ("G:/Shared drives/Xã/xa.tiendo", "Google Drive"),
        ("/home/an/GoogleDrive-an@gmail.com/xa.tiendo", "Google Drive"),
        ("/home/an/My Drive (an@gmail.com)/xa.tiendo", "Google Drive"),
        ("/home/an/Dropbox (Personal)/xa.tiendo", "Dropbox"),
        ("/home/an/Dropbox (UBND xã)/a/b/xa.tiendo", "Dropbox"),
        ("/home/an/OneDrive (2)/xa.tiendo", "OneDrive"),
        ("/home/an/OneDrive-Personal/xa.tiendo", "OneDrive"),
        ("/home/an/OneDrive – Cá nhân/xa.tiendo", "OneDrive"),
        ("/home/an/ONEDRIVE/xa.tiendo", "OneDrive"),
        ("/home/an/Box/xa.tiendo", "Box"),
        ("/home/an/Box Sync/xa.tiendo", "Box"),
        ("/home/an/Synology Drive/xa.tiendo", "Synology Drive"),
        ("/home/an/SynologyDrive-2/xa.tiendo", "Synology Drive"),
        ("/home/an/pCloud Drive/xa.tiendo", "pCloud"),
        ("/home/an/pCloudDrive/xa.tiendo", "pCloud"),
        ("/home/an/ownCloud/xa.tiendo", "ownCloud"),
        ("/home/an/Nextcloud2/xa.tiendo", "Nextcloud"),
        ("/home/an/Nextcloud (3)/xa.tiendo", "Nextcloud"),
        ("/home/an/iCloud Drive/xa.tiendo", "iCloud"),
        ("/home/an/MEGA/xa.tiendo", "MEGA"),
        ("/home/an/Boxer/xa.tiendo", ""),
        ("/home/an/Hộp (Box)/xa.tiendo", ""),
        ("/home/an/Megabit/xa.tiendo", ""),
        ("/home/an/Ổ của tôi/xa.tiendo", ""),
        ("/home/an/2026/xa.tiendo", ""),
        ("/home/an/tai-lieu/Dropbox.tiendo", ""),
    ],
)
def test_sync_folders_are_known(path, service):
    assert sync_service(Path(path), {}) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_folder_is_known_by_what_its_service_puts_there(tmp_path, mark, service):
    (tmp_path / "Hồ sơ" / "2026").mkdir(parents=True)
    (tmp_path / "Hồ sơ" / mark).mkdir()
    assert sync_service(tmp_path / "Hồ sơ" / "2026" / "xa.tiendo", {}) == service
    assert sync_service(tmp_path / "xa.tiendo", {}) == ""


@pytest.mark.parametrize(
    ("kind", "far"),
    [
        ("fuse.rclone", True),
        ("fuse.sshfs", True),
        ("fuse.onedriver", True),
        ("davfs", True),
        ("fuse.ntfs-3g", False),
        ("fuseblk", False),
        ("ext4", False),
    ],
)
def test_what_a_program_mounts_from_afar_is_a_share(monkeypatch, kind, far):
    monkeypatch.setattr(places, "mount_table", lambda: f"x /home/an/mount {kind} rw 0 0")
    assert is_network_path("/home/an/mount/xa.tiendo") is far


def test_a_moved_onedrive_folder_is_known_by_its_variable():
    environ = {"OneDriveCommercial": "/du-lieu/may-xa"}
    assert sync_service(Path("/du-lieu/may-xa/a.tiendo"), environ) == "OneDrive"


@pytest.mark.parametrize(
    "path", [r"\\may-chu\chung\xa.tiendo", "//may-chu/chung/xa.tiendo", r"\\?\UNC\may\chung\x"]
)
def test_shares_are_known(path):
    assert is_network_path(path)


def test_long_local_paths_are_no_shares():
    assert not is_network_path(r"\\?\C:\Dữ liệu\xa.tiendo")


def test_the_longest_mount_decides():
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nmay:/chung /mnt/chung nfs4 rw 0 0\nx /mnt/c\\040d cifs rw 0 0"
    )
    assert mount_type("/mnt/chung/xa.tiendo", mounts) == "nfs4"
    assert mount_type("/mnt/c d/xa.tiendo", mounts) == "cifs"
    assert mount_type("/mnt/chung2/xa.tiendo", mounts) == "ext4"


def test_a_shared_place_is_refused_with_its_reason(tmp_path):
    folder = tmp_path / "OneDrive"
    with pytest.raises(AppError, match="OneDrive đồng bộ"):
        create(folder / "xa.tiendo", clock)
    assert not folder.exists()
    with pytest.raises(AppError, match="ổ C hoặc D"):
        refuse_shared_place(folder / "xa.tiendo")


def test_a_plain_folder_is_fine(tmp_path):
    assert shared_place_reason(tmp_path / "xa.tiendo", {}) == ""
