"""Text with its places: Markdown, options, addresses."""
