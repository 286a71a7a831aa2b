"""Characters: regular text, folded keys, legacy encodings, the document before and after."""
