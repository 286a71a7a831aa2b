"""Citations: numbers, laws, what goes with them, short forms, and what each one means."""
