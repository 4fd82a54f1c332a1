"""Distress in other languages that no rule says gets the soft line, and ordinary talk does not."""

import pytest

from feedback.distress import notices
from feedback.distress.fold import plain
from feedback.distress.languages import likeness_in

IN_DISTRESS = [
    ("pl", "self-harm", "mam dość, wybrałam już dzień i napisałam list pożegnalny"),
    ("ro", "staff-harm", "asistenta a plesnit-o pe bunica si are vanatai"),
    ("pt", "abuse", "o meu filho fica com a reforma toda e fecha-me no quarto"),
    ("cy", "in-need-now", "does gen i ddim bwyd ers dydd Iau"),
    ("zh", "in-need-now", "我们被赶出来了,带着孩子睡在街上"),
]
ORDINARY = [
    "herbata była zimna, ale spotkanie ciekawe",
    "mulțumesc, asistenta a fost foarte bună",
    "o elevador não funciona e o parque está cheio",
    "roedd y te'n oer ond y bobl yn garedig",
    "会议很好,下次再来",
    "brilliant",
    "",
]


@pytest.mark.parametrize(("language", "reason", "text"), IN_DISTRESS)
def test_distress_in_other_words_gets_the_soft_line_in_its_language(language: str, reason: str, text: str) -> None:
    found = likeness_in(plain(text))
    assert [(one.kind, one.language, one.reason) for one in found] == [("possible", language, reason)]
    assert notices(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_in_another_language_is_no_cry(text: str) -> None:
    assert notices(text) == ()


def test_english_is_left_to_the_model_of_english() -> None:
    assert likeness_in("i want to go and my husband takes the money") == []


def test_one_sentence_in_a_long_answer_counts() -> None:
    text = "Spotkanie było ciekawe, dziękuję. Herbata zimna. Syn zabiera mi emeryturę i zamyka mnie w pokoju na klucz."
    assert [one.reason for one in notices(text)] == ["abuse"]


def test_english_words_between_commas_alone_are_english_still() -> None:
    assert likeness_in("they,would,not,listen") == []
