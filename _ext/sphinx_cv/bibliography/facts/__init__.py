"""The facts of a work, whatever program wrote its entry: dates, numbers, links."""
