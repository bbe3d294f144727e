"""Links: the only code that opens a connection."""
