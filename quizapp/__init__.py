"""Quizapp asks Danish questions, marks the answers and schedules their reviews."""
