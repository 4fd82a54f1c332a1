"""A small linear model for what no rule says: logistic regression over hashed letters, words and groups of words, as data."""
