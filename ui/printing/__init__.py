"""Documents on paper: the system's own print dialog, and the very pages of the preview."""
