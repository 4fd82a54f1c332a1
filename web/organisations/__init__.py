"""Pages for people of an organisation, behind a personal link."""
