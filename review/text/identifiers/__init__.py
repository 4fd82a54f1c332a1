"""What in a text could show who somebody is, kind by kind: rules that propose, for a person to confirm."""
