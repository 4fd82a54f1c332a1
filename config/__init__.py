"""What a host changes: settings, flows, words, signposts."""
