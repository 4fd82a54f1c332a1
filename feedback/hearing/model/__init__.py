"""A small linear model for what is said to the program and no rule knows: logistic regression over hashed letters and words, as data."""
