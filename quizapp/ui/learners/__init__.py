"""Who studies on this computer: choose, add, rename, remove."""
