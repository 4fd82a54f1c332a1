"""What every part of the service leans on: clock, log, intake, conversations, health."""
