"""The sitting: a question, the means to answer it, and what became of the answer."""
