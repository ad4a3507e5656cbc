"""The accessible PDF by Typst: a builder, and the PDFs that come with the website."""
