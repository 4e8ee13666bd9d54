"""Care of the bank: doctor, replay, backups, learners, log."""
