"""How people word what they say to the program: templates and word lists, data only, and how they are matched."""
