"""What the program says about texts: personal details, themes, agreement."""
