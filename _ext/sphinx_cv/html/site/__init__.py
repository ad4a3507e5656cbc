"""The pages and files of the website."""
