"""What a question is filled in with: the editor's fields, and those of an own version."""
