"""What rules alone say of a text at each task of the model, as the trainer asks them."""

import pytest

from feedback.hearing.rules import Said, rule_for


@pytest.mark.parametrize(
    ("task", "text", "said"),
    [
        ("leave", "unsubscribe", ("stop", True)),
        ("acts", "skip", ("skip", True)),
        ("acts", "purple", ("none", False)),
        ("consent", "yes if you like", ("yes", True)),
        ("consent", "I never agreed to that", ("unclear", False)),
        ("summary", "yes", ("right", True)),
        ("yesno", "partly", ("partly", True)),
        ("yesno", "purple?", ("unclear", False)),
    ],
)
def test_each_task_is_judged_by_the_rules_of_its_own(task: str, text: str, said: Said):
    assert rule_for(task, text) == said
