"""The frame around the pages: rail, menus, message bar, status bar."""
