"""Who of the team is told that something waits, and when. Pure: time is a parameter, and nothing is sent here."""
