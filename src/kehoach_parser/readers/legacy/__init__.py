"""Old encodings (TCVN3, VNI …), whatever the format."""
