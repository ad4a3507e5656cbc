"""``make check``: shows what is wrong the way a compiler does."""
