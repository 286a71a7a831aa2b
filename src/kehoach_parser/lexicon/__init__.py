"""The field's facts as data files, and their loaders."""
