"""Whose list a table is: the people of the office, or another circle of people."""
