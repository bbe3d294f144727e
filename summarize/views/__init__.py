"""What a brief can tell beside its sentences: each a function that gives a part of the same record."""
