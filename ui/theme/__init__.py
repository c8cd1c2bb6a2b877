"""Colours, text sizes and icons: one quiet accent, everything through palette roles."""
