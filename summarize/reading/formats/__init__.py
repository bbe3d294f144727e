"""Formats that articles come in, one file each; `summarize/reading/registry.py` lists them."""
