"""»Skriv pakker«: packs are begun, written, tried and shared."""
