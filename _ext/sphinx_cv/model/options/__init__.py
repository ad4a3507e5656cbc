"""The keys of settings that are dictionaries: each declared once, with what it means."""
