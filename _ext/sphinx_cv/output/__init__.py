"""Files of a build: written whole, known to be finished, and searched before they are public."""
