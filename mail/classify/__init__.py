"""What kind of mail this is, and whose reply: tokens, bounces, automatic answers."""
