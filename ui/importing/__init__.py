"""The import wizard: which tables, which columns, what would happen, done."""
