"""Reading aloud with the Danish voice of the computer."""
