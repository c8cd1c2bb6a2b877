"""The one provider of what stands in the places of a wording."""
