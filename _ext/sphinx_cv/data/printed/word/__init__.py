"""The printed CV as a Word file (ISO/IEC 29500) with real styles, by python-docx."""
