"""Many files: each in a worker that may die, results journalled, memory flat."""
