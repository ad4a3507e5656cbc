"""The print PDF by LaTeX: visitors, settings, and the theme with its macros."""
