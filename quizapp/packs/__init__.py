"""Pack files into values and back; never touches the bank."""
