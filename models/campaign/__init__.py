"""What goes with a contest: reminders, entries, jury and awards, publicity tasks."""
