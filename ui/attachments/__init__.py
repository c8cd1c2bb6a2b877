"""Files that are attached to a row, wherever one is shown."""
