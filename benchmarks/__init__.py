"""Measurements that anyone can run again; each compares with a peer in the same run."""
