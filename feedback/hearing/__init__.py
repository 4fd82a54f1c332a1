"""What a text means at a question: distress first, then what is said to the program, then the answer."""
