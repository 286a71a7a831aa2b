"""Tables: what their columns are for, and the rows of registers as tasks."""
