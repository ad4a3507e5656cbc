"""The printed CV in formats that are one flow of paragraphs: plain text, and Word."""
