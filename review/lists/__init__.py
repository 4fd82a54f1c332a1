"""Lists of comments: filters, search, and what a role may see."""
