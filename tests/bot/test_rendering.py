import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering import LONGEST_TEXT, draw, split
from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.model import Choice
from feedback.flows.words import Words

WORDS = Words(
    labels={"back": "Back", "skip": "Skip", "help": "Help now", "pause": "Pause", "next": "Next", "stop": "Stop"}
)


def labels(payload: dict) -> list[list[str]]:
    return [[button["text"] for button in row] for row in payload["reply_markup"]["keyboard"]]


def test_a_question_shows_numbered_choices_and_buttons_with_plain_labels() -> None:
    choices = (
        Choice("purpose", "Why I was asked"),
        Choice("presence", "Who was there"),
        Choice("none", "None of these"),
    )
    prompt = Prompt(
        about="parts",
        ask="Which parts went well for you?",
        type="many",
        choices=choices,
        picked=("presence",),
        progress="Question 3 of about 7",
        hint="Pick all that fit.",
        words=("next", "back", "skip", "help"),
    )

    (payload,) = draw(Outbound("Thank you.", prompt), WORDS)

    assert payload["text"] == (
        "Thank you.\n\nQuestion 3 of about 7\nWhich parts went well for you?\n\n"
        "1. Why I was asked\n2. [x] Who was there\n3. None of these\n\nPick all that fit."
    )
    assert labels(payload) == [
        ["Why I was asked"],
        ["Who was there"],
        ["None of these"],
        ["Next", "Back", "Skip"],
        ["Help now"],
    ]
    assert payload["reply_markup"]["resize_keyboard"] is True
    assert payload["reply_markup"]["one_time_keyboard"] is False


def test_a_scale_names_its_ends_and_has_a_button_for_each_step() -> None:
    prompt = Prompt("change", "How much?", "scale", range=(1, 5), ends=("Not at all", "A lot"), words=("help",))

    (payload,) = draw(Outbound("", prompt), WORDS)

    assert payload["text"] == "How much?\n\n1 = Not at all, 5 = A lot"
    assert labels(payload) == [["1", "2", "3", "4", "5"], ["Help now"]]


@pytest.mark.parametrize(
    ("top", "rows"),
    [(10, [["0", "1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"]]), (100, [])],
)
def test_a_long_scale_has_two_rows_and_a_very_long_one_is_typed(top: int, rows: list[list[str]]) -> None:
    (payload,) = draw(Outbound("", Prompt("change", "How much?", "scale", range=(0, top), words=("help",))), WORDS)

    assert labels(payload) == [*rows, ["Help now"]]


def test_an_open_question_puts_a_short_hint_into_the_empty_line() -> None:
    prompt = Prompt("story", "What happened?", "text", hint="A few words are fine.", words=("skip",))

    (payload,) = draw(Outbound("", prompt), WORDS)

    assert payload["reply_markup"]["input_field_placeholder"] == "A few words are fine."


def test_a_message_without_a_word_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="without a word"):
        draw(Outbound(""), WORDS)


@pytest.mark.parametrize("kind", ["talk", "farewell"])
def test_old_answers_leave_the_screen_when_nothing_is_asked_and_help_and_the_way_out_stay(kind: str) -> None:
    (payload,) = draw(Outbound("Take care.", kind=kind), WORDS)

    assert labels(payload) == [["Help now", "Stop"]]


def test_where_help_is_leaves_the_keyboard_as_it_was() -> None:
    (payload,) = draw(Outbound("Ring 999.", kind="help"), WORDS)

    assert "reply_markup" not in payload


def test_a_long_summary_comes_in_parts_and_only_the_last_has_buttons() -> None:
    lines = "\n".join(f"Line {number}: said in a few words." for number in range(100))
    prompt = Prompt("check", "Is it right?", "yesno", choices=(Choice("yes", "Yes"), Choice("no", "No")))

    payloads = draw(Outbound(lines, prompt), WORDS)

    assert all(len(payload["text"]) <= 1000 for payload in payloads)
    assert [("reply_markup" in payload) for payload in payloads] == [False] * (len(payloads) - 1) + [True]
    assert "\n".join(payload["text"] for payload in payloads).replace("\n\n", "\n") == (
        f"{lines}\nIs it right?\n1. Yes\n2. No"
    )


@pytest.mark.slow
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1), min_size=1), st.integers(8, 90)
)
def test_no_word_is_cut_that_fits_and_none_is_lost(pieces: list[str], longest: int) -> None:
    text = " ".join(pieces)

    parts = split(text, longest)

    assert all(len(part.encode("utf-16-le")) // 2 <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(pieces)
    if max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= longest // 4:
        assert " ".join(parts) == text


def test_a_story_of_the_full_length_goes_in_one_message() -> None:
    assert [len(payload["text"]) for payload in draw(Outbound("a" * LONGEST_TEXT), WORDS)] == [LONGEST_TEXT]
    assert len(draw(Outbound("\U0001f642" * LONGEST_TEXT), WORDS)) == 2
