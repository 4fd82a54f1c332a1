"""What can be counted one by one: the points of a scale with their words, and nothing where a scale names no points."""

from feedback.flows.model import Question
from report.counting.flow_versions import options


def test_the_points_of_a_scale_are_counted_one_by_one_with_the_words_of_its_ends():
    scale = Question("calm", "How calm are you?", "scale", range=(1, 3), ends=("Not at all", "Very"))

    assert [(option.id, option.label) for option in options(scale)] == [
        ("1", "1 Not at all"),
        ("2", "2"),
        ("3", "3 Very"),
    ]


def test_a_scale_that_names_no_points_has_nothing_to_count_one_by_one():
    assert options(Question("calm", "How calm are you?", "scale")) == ()
