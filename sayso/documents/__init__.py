"""Documents that somebody asks for who is to buy or to approve the service, written from what is set and from the tables."""
