"""Answers to forms and lists of who attended a meeting, as sources of marks."""
