"""Số liệu đã chốt: what was reported, and what is known of the same moments now."""
