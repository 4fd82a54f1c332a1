"""What is set up in the browser: read, put beside files and environment, tried, and taken up."""
