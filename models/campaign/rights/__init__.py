"""What the law lets somebody ask for: their own data on a sheet, and that it goes for good."""
