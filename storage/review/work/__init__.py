"""The day's work, one text at a time: what is ready for whom, and what came of texts on which coders differed."""
