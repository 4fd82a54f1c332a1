"""Where on a scale a text is, in figures, in steps from an end, and in how it feels."""
