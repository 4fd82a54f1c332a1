"""Who signs what staff write to people, where the host named a team or a person."""


def signed(words: str, signature: str) -> str:
    """Return a message with its signature as the last paragraph; as it is where there is none, or it stands there."""
    return words if not signature or signature in words else f"{words}\n\n{signature}"
