"""What staff ask one person beside every flow, and what the person takes back of what they said yes to."""
