"""What every package may rely on: time, ids, paths, errors and texts (standard library only)."""
