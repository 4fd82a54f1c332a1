"""People, their contacts, groups and invitations, and how they are erased."""
