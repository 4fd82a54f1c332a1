"""All that tells for each choice, weighed together where the rules are not sure."""
