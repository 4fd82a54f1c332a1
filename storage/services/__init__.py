"""Several services on one database: who is there, and who does what only one may do."""
