"""What was understood of a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heard:
    """What one text means at one question; None and "" where it does not apply.

    `act` is what was said to the program, or `none`, `unclear`, `other` (own words beside the choices). `choice`, `choices`,
    `number`, `date_from` and `date_to` (ISO 8601 days, both ends within) and `place` are the answer. `consent` is yes, no, unclear or
    question; `summary` right, change or unclear; `leave` stop, delete, bereaved, wrong-person or none. `notice` names why a person
    should read this first. `sure` is False where it should be asked back before it counts.
    """

    act: str = "none"
    choice: str | None = None
    choices: tuple[str, ...] | None = None
    number: float | None = None
    date_from: str | None = None
    date_to: str | None = None
    place: bool | None = None
    consent: str | None = None
    summary: str | None = None
    leave: str | None = None
    notice: tuple[str, ...] = ()
    language: str = ""
    sure: bool = True

    @property
    def is_answer(self) -> bool:
        """Return whether the words were taken for what a closed question asks for, surely or to be asked back."""
        answers = (self.choice, self.choices, self.number, self.date_from)
        is_said = self.consent in {"yes", "no"} or self.summary in {"right", "change"}
        is_leaving = self.leave in {"stop", "delete", "bereaved", "wrong-person"}
        return self.act == "none" and (is_said or is_leaving or any(answer is not None for answer in answers))


UNCLEAR = Heard(act="unclear", sure=False)
"""Nothing was understood: the words are kept, and the question comes again in other words."""
