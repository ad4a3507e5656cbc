"""From the model to nodes: which words are on which line, in the build's language."""
