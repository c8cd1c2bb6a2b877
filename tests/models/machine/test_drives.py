"""Which drives are looked at for what somebody brought."""

from pathlib import Path

from models.machine.drives import FIXED, REMOTE, REMOVABLE, mounted_sticks, windows_sticks


def test_sticks_come_before_outer_disks_and_the_systems_own_is_left_out():
    kinds = {"A:\\": REMOVABLE, "C:\\": FIXED, "D:\\": FIXED, "E:\\": REMOVABLE, "Z:\\": REMOTE}
    letters = sum(1 << ord(root[0]) - ord("A") for root in kinds)
    assert windows_sticks(letters, kinds.__getitem__, "c:") == ("A:\\", "E:\\", "D:\\")


def test_sticks_of_other_systems_are_known_by_where_they_are_mounted():
    mounts = "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/an/USB\\040xã vfat rw 0 0\nkaputt"
    assert mounted_sticks(mounts) == (Path("/media/an/USB xã"),)
