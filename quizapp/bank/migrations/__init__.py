"""Steps from each released form of the bank to the next; a released step is never edited."""
