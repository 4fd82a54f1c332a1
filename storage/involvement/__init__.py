"""What staff ask one person beside every flow, and what comes of a yes: published stories, introductions, asking again."""
