"""Parts of the replies beside each other: periods, places, groups, channels, and answers to questions about people."""
