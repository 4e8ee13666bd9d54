"""Memory: how it moves, when a card is due and in which order cards are asked; all pure."""
