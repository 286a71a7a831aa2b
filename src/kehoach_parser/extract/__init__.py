"""From text and outline to facts with spans."""
