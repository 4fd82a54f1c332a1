"""The values that mail is read into."""
