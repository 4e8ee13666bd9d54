"""Mock exams: the page to begin one, the paper, and what it came to."""
