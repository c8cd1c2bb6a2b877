"""Passwords in the window: unlocking at the start, the locked screen, the acts."""
