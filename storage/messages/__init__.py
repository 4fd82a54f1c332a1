"""Messages in and out, with what was set aside."""
