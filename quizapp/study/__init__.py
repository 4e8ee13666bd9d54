"""A sitting: what is asked next, the answer recorded, undo."""
