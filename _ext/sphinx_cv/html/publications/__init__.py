"""What the website shows of a publication."""
