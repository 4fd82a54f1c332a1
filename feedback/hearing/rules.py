"""What the rules alone say of a text at a task of the model. The trainer and the service ask them alike."""

from feedback.hearing.acts import act_in
from feedback.hearing.answers.choices import hear_one
from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in
from feedback.hearing.leaving import leave_in
from feedback.hearing.summary import summary_in

Said = tuple[str, bool]
"""A meaning, and whether it is sure."""
_YES_NO = Ask("one", choices={"yes": "Yes", "partly": "Partly", "no": "No", "unsure": "Not sure"})


def rule_for(task: str, text: str, subject: str = "") -> Said:
    """Return what rules say of a text at a task: acts, consent, summary, yesno or leave."""
    if task == "leave":
        return leave_in(text, subject)
    return {"acts": _act, "consent": consent_in, "summary": summary_in, "yesno": _yes_no}[task](text)


def _act(text: str) -> Said:
    return act_in(text) or ("none", False)


def _yes_no(text: str) -> Said:
    found = hear_one(_YES_NO, text)
    return ("unclear", False) if found is None else (found.choice, found.is_sure)
