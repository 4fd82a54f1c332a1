"""How often somebody may do what others pay for: codes that are tried, and messages in a while."""
