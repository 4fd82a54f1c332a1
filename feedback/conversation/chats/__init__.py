"""What only a chat can bring: replies to an earlier message, reactions, several quick messages, pictures and places."""
