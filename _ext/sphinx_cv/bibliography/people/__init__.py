"""The people of an entry: their names, one by one, and which of them is the owner."""
