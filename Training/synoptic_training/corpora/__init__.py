"""Readers of corpora; each knows the traps of its files."""
