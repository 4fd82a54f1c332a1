"""Stories told in one go: what they may answer, and how the person is asked whether that is so."""
