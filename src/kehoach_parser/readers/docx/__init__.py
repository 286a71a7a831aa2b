"""Word documents (.docx): the package, and WordprocessingML as Word shows it."""
