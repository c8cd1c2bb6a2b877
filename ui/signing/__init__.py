"""Who signs, and what else is chosen for a kind of document: to whom it goes, what it says."""
