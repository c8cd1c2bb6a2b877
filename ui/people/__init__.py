"""One person: the dialog that adds and edits, the side panel, and what is asked before acts."""
