"""Stories told in one go, read for the questions that they may already answer."""
