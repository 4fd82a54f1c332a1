"""What is set in the browser: settings, and files of words and questions."""
