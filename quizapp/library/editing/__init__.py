"""A pack that is being written: the text of its file, changed question by question."""
