"""Email: take mail in, understand what a person wrote, and write letters to them."""
