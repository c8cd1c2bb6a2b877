"""The headless commands: the same work as the window, for schedulers and tests."""
