"""The pages of the rail."""
