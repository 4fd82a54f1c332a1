"""What the page for everybody says, and what it is made of."""
