"""Names of bodies, posts and persons: where each begins, how it goes on, and where it ends."""
