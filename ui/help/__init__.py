"""What the menu Trợ giúp shows: about, licences, what is new, a new version from a USB stick."""
