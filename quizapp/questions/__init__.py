"""What is asked: questions, answers, cards and packs as values."""
