"""One module a step, named by the user_version it leads to."""
