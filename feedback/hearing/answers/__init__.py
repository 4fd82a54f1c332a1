"""What a text means as an answer, one module for each kind of question."""
