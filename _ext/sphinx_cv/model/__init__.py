"""What a CV says: plain data, without Sphinx."""
