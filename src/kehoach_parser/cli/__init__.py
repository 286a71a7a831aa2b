"""The command `kehoach`, one file a command; the only place that prints."""
