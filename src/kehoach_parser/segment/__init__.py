"""From text to header, outline and closing block."""
