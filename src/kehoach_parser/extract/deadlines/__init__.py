"""Time expressions: a lexer, a grammar, and their normal forms."""
