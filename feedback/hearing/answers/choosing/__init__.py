"""How a choice is found: by what is special about it, the day, the band, the pieces of a text, a sentence, or its meaning."""
