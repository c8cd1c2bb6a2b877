"""The history: one entry row by row, taken back; and the log of all that was done."""
