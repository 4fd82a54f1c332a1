"""Letters to people: composed, laid out and sent by SMTP."""
