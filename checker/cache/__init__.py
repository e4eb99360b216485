"""Keeping between runs what is slow to make: a store of bytes, and values as plain data."""
