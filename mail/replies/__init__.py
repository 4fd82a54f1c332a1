"""What a person wrote in a reply, told apart from quotes, signatures and our own letter."""
