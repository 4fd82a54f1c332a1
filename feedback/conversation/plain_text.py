"""A message to a person as plain text: what every channel can show, and a screen reader can read in order."""

from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.model import Choice
from feedback.flows.words import Words


def draw(outbound: Outbound) -> str:
    """Return what we say and ask, the choices numbered; without the command words, which each channel places itself."""
    parts = (outbound.text, *(_prompt(outbound.prompt) if outbound.prompt else ()))
    return "\n\n".join(part for part in parts if part)


def draw_with_words(outbound: Outbound, words: Words) -> str:
    """Return the same with what can be typed, each in brackets: for a channel without buttons.

    `[Help now]` is always among it. A message that asks nothing has the way out beside it as well.
    """
    beside = " ".join(f"[{label}]" for label in labels_beside(outbound, words))
    return "\n".join(part for part in (draw(outbound), beside) if part)


def labels_beside(outbound: Outbound, words: Words) -> tuple[str, ...]:
    """Return the labels of the command words to show with a message, whatever else a channel leaves out."""
    if outbound.prompt is None:
        return (words.labels["help"], words.labels["stop"])
    labels = word_labels(outbound.prompt, words)
    return labels if "help" in outbound.prompt.words else (*labels, words.labels["help"])


def _prompt(prompt: Prompt) -> tuple[str, ...]:
    ask = f"{prompt.progress}\n{prompt.ask}" if prompt.progress else prompt.ask
    return (ask, numbered(prompt.choices, prompt.picked), _scale(prompt), prompt.hint)


def numbered(choices: tuple[Choice, ...], picked: tuple[str, ...] = ()) -> str:
    """Return one line for each choice: its number, a mark where it is picked, its label."""
    return "\n".join(
        f"{number}. {'[x] ' if choice.id in picked else ''}{choice.label}" for number, choice in enumerate(choices, 1)
    )


def _scale(prompt: Prompt) -> str:
    if prompt.range is None:
        return ""
    low, high = (f"{end:g}" for end in prompt.range)
    if prompt.ends is None:
        return f"{low} - {high}"
    return f"{low} = {prompt.ends[0]}, {high} = {prompt.ends[1]}"


def word_labels(prompt: Prompt, words: Words) -> tuple[str, ...]:
    """Return the labels of the command words offered beside the answers."""
    return tuple(words.labels[word] for word in prompt.words)
