"""What the readers share: dates, texts, fields, kinds of entries."""
