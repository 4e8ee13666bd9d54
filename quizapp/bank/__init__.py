"""The learner's one SQLite file: the only SQL in the program."""
