"""The words of a kind of document as the office wants them: written, checked, seen filled in."""
