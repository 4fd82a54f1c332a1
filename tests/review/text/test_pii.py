"""What could show who somebody is: what the rules propose, and what they leave alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.text.pii import is_nhs_number, propose, spans_of
from review.text.tokens import chosen, sentences_of, words_of
from storage.review.texts import TextSpan, hide
from tests.growth import grows_in_line


def found(words: str, *names: str) -> dict[str, str]:
    return {words[span.start : span.stop]: span.kind for span in propose(words, names)}


@pytest.mark.parametrize(
    ("words", "part", "kind"),
    [
        ("Ring me on 01632 960983 please", "01632 960983", "phone"),
        ("or +44 7700 900 123.", "+44 7700 900 123", "phone"),
        ("or (0161) 496 0123", "(0161) 496 0123", "phone"),
        ("write to ada.b+x@example.org.", "ada.b+x@example.org", "email"),
        ("My NHS number is 9434765919", "9434765919", "NHS number"),
        ("it is 943 476 5919 they said", "943 476 5919", "NHS number"),
        ("I live in ls1 4ap now", "ls1 4ap", "postcode"),
        ("near SW1A 1AA", "SW1A 1AA", "postcode"),
        ("I was born on 3 May 1962.", "3 May 1962", "date of birth"),
        ("DOB: 03/05/62", "03/05/62", "date of birth"),
        ("at 12 Harbour Lane I think", "12 Harbour Lane", "place"),
        ("see www.example.org/ada", "www.example.org/ada", "link"),
        ("Dr Hill was kind", "Dr Hill", "name"),
        ("my name is Ada Brook and", "Ada Brook", "name"),
        ("then Bea Stone came in", "Bea Stone", "name"),
        ("Cal helped. I like Cal.", "Cal", "name"),
        ("we saw o'neill twice", "o'neill", "name"),
        ("on Harbour Ward they", "Harbour Ward", "place"),
        ("Bea Smith told me that Dr Jones would ring.", "Bea Smith", "name"),
        ("Bea Smith told me that Dr Jones would ring.", "Dr Jones", "name"),
        ("It was on Mill Lane.", "Mill Lane", "place"),
        ("Mill Lane Centre was cold.", "Mill Lane Centre", "place"),
        ("Then Bea came. Bea Stone too.", "Bea", "name"),
        ("Then the Mill Lane Clinic rang", "Mill Lane Clinic", "place"),
        ("(Bea Stone) said so", "Bea Stone", "name"),
        ("Bea Stone.smith@example.org wrote", "Bea Stone.smith@example.org", "name"),
    ],
)
def test_what_could_show_who_it_is_is_proposed(words, part, kind):
    assert found(words, "O'Neill").get(part) == kind


@pytest.mark.parametrize(
    "words",
    [
        "Nobody rang. They said it was fine on Monday in May.",
        "I waited 14 weeks and 3 days, since 3 May 2024.",
        "The order was 9434765918 and the code 1234567890123456.",
        "I'm glad. I think I was heard by the Trust.",
        "We met at 10:30 on 04/05/2026.",
        "The Trust rang. My Trust did not. I’m fine. Then Monday came.",
    ],
)
def test_what_shows_nobody_is_left_alone(words):
    assert found(words) == {}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Renée and María rang", "[name] and [name] rang"),
        ("Rene\u0301e and Mari\u0301a rang", "[name] and [name] rang"),
        ("then zsófia kovács and fatima begum came", "then [name] and [name] came"),
        ("my nurse grace okafor's plan", "my [name]'s plan"),
        ("Dr Łukasz Wiśniewski, Jean-Luc Ó Briain", "[name], [name]"),
        ("I saw Abu al-Hassan bin Yusuf and Siân ap Rhys.", "I saw [name] and [name]."),
        ("J. K. Okafor and ada b. okafor rang", "[name] and [name] rang"),
        ("MY NURSE FATIMA BEGUM WAS KIND", "MY [name] WAS KIND"),
        ("Оксана Шевченко helped", "[name] helped"),
        ("王伟 helped me, and محمد أحمد too", "[name] helped me, and [name] too"),
        ("李小红护士很好，我叫王伟", "[name]护士很好，我叫[name]"),
        ("ਬਲਵਿੰਦਰ ਜੀ ਨੇ ਮਦਦ ਕੀਤੀ", "[name] ਜੀ ਨੇ ਮਦਦ ਕੀਤੀ"),
        ("شكرا دكتور أحمد على المساعدة", "شكرا دكتور [name] على المساعدة"),
        ("nurse Said was kind, NURSE SAID NO, nurse said al amin", "[name] was kind, NURSE SAID NO, nurse said [name]"),
        ("my keyworker mark said so, thanks rose", "my keyworker [name] said so, thanks [name]"),
        ("Rose from the desk. Will said no.", "[name] from the desk. [name] said no."),
        ("de souza rang, then mrs long", "[name] rang, then [name]"),
        ("it was Harbour Fold Lane, Netherby", "it was [place]"),
        ("flat 3, 12 harbour road", "[place]"),
        ("12b rose close off mill", "[place]"),
        ("my insta is bea_92, mine: snap @calx", "my insta is [social media], mine: snap [social media]"),
        ("+48 600 123 456 or ring 600 123 456", "[phone] or ring [phone]"),
        ("mobile 7700 900 123, call 0048 600 123 456", "mobile [phone], call [phone]"),
        ("ab 12 34 56 c is my ni number", "[National Insurance number] is my ni number"),
        ("Mum is 94. I am 103 years old, she's 91.", "Mum is [age]. I am [age], she's [age]."),
        ("আমার বয়স ৯১", "আমার বয়স [age]"),
    ],
)
def test_names_and_numbers_are_proposed_whole_in_any_script(words, shown):
    assert hide(words, propose(words)) == shown


@pytest.mark.parametrize(
    "words",
    [
        "i hope they will mark it, and the bill may rise. there was grace and hope",
        "It may be that I will. The art room was bright, a rose grew there.",
        "He waited 95 minutes and 98 days. It is 95% full, 92 people came.",
        "The follow-up wasn't good, I'd say. I’m not sure it isn't.",
        "We got a grant from the trust in June and in august.",
        "the doctor will come, 3 times a week, 10 minutes down the road",
        "I use instagram every day and facebook too. Call 999 or 111.",
        "whatsapp is fine but twitter.com is not, 1.5.2",
        "im a mum of a lad whos in it, they shouldve rung and it wudnt of cost owt innit",
        "the nurse said no and the doctor told me why, nurse came, dr rang",
    ],
)
def test_everyday_words_are_left_alone(words):
    assert found(words) == {}


def test_the_names_of_the_team_are_found_in_small_letters_and_part_by_part():
    words = "i saw bea, and ogbonnaya was there. Hope came, i hope so"

    assert hide(words, propose(words, ["Bea Ogbonnaya", "Hope Stone"])) == (
        "i saw [name], and [name] was there. [name] came, i hope so"
    )


SCRIPTS = [
    "é",
    "ía",
    "Zs",
    "ófia",
    "e\u0301",
    "म",
    "ी",
    "ن",
    "و",
    "王",
    "伟",
    "ক",
    "া",
    "ß",
    "Ж",
    "я",
    "'",
    "-",
    "7",
    "_",
    "\u200d",
]
BETWEEN = ["", "", "", " ", ". ", ", ", "\n"]
WHOLE = [
    "María",
    "07700 900123",
    "a@b.uk",
    "Dr ",
    "my name is ",
    "@ada",
    "fatima",
    "91 years old",
    "LS1 4AP",
    "12 mill road",
]


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SCRIPTS + WHOLE), st.sampled_from(BETWEEN)), max_size=14))
def test_no_proposal_begins_or_ends_inside_a_word(pieces):
    words = "".join(map("".join, pieces))

    for span in propose(words, ["María", "Zs"]):
        assert not is_within(words, span.start)
        assert not is_within(words, span.stop)


def is_within(words: str, at: int) -> bool:
    """Whether a place is inside a word; Chinese has no spaces between words."""
    signs = words[at - 1 : at + 1] if 0 < at < len(words) else " "
    return all(unicodedata.category(sign)[0] in "LMN" for sign in signs) and not all(sign >= "一" for sign in signs)


PIECES = ["Bea Smith", "Mill", "Lane", "Centre", "The", "Dr", "told", "Ward", "12", "a@b.uk", "www.Bea.uk", "LS1 4AP"]


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", ". ", "\n"])), max_size=30))
def test_every_proposal_is_inside_the_text_and_overlaps_no_other(pieces):
    words = "".join(map("".join, pieces))
    ends = [end for span in propose(words, ["Mill", "Bea"]) for end in (span.start, span.stop)]

    assert (ends, len(set(ends[::2]))) == (sorted(ends), len(ends) // 2)
    assert all(0 <= end <= len(words) for end in ends)
    assert all(span.start < span.stop for span in propose(words))


def test_a_first_word_is_looked_for_again_only_with_its_capital():
    words = "Staff Jones rang. The staff are kind. Bea Stone left. Bea rang."

    assert hide(words, propose(words)) == "Staff [name] rang. The staff are kind. [name] left. [name] rang."


def test_proposals_never_overlap_and_what_is_hidden_is_replaced_by_its_kind():
    words = "Dr Ada Hill, ada.hill@example.org, 943 476 5919."

    assert hide(words, propose(words)) == "[name], [email], [NHS number]."
    assert hide("abcdef", [TextSpan(0, 4, "name"), TextSpan(2, 6, "phone")]) == "[name]"


@pytest.mark.parametrize(
    ("digits", "is_one"), [("9434765919", True), ("9434765918", False), ("943476591", False), ("1000000010", False)]
)
def test_an_nhs_number_has_the_right_check_digit(digits, is_one):
    assert is_nhs_number(digits) is is_one


def test_words_to_hide_are_found_everywhere_as_whole_words():
    assert spans_of("Kim saw kim, not Kimberley", ["kim", " "], "name") == (
        TextSpan(0, 3, "name"),
        TextSpan(8, 11, "name"),
    )


def test_words_are_numbered_and_rebuild_the_text():
    text = "  👩‍👧 came.\nThey were\tkind."
    words = words_of(text)

    assert "".join(word.space + word.text for word in words) == text
    assert [sentence.text for sentence in sentences_of(words)] == ["👩‍👧 came.", "They were\tkind."]
    assert chosen(words, ["1-2"], ("", ""))[0] == TextSpan(2, text.index("\n"))
    assert [word.is_coded for word in words_of(text, (), [TextSpan(2, 3)])] == [True, False, False, False, False]


def test_a_hidden_span_is_one_word_whose_length_nobody_sees():
    words = words_of("I saw Bea Stone here", [TextSpan(6, 15, "name"), TextSpan(8, 12, "name")])

    assert [(word.number, word.text, word.is_hidden) for word in words][2] == (3, "[name]", True)
    assert chosen(words, (), ("3", "")) == (TextSpan(6, 15),)


def test_parts_that_touch_become_one_and_order_does_not_matter():
    words = words_of("one two three four five six")

    assert chosen(words, ["3-4", "1-2", "2-3"], ("6", "6")) == (TextSpan(0, 18), TextSpan(24, 27))
    assert chosen(words, (), ("", "")) == ()


def test_a_very_long_sentence_is_cut():
    assert [sentence.value for sentence in sentences_of(words_of("word " * 130))] == ["1-60", "61-120", "121-130"]


def test_no_end_of_two_overlapping_pieces_stays_to_be_seen():
    hidden = [TextSpan(0, 10, "name"), TextSpan(4, 16, "address"), TextSpan(5, 7, "phone")]

    assert hide("Ada Hill, Leeds 3 said so", hidden) == "[name]3 said so"


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["x", "a@", "a.b@c.", "Aa Bb, ", "Dr ", "1-", "www.", "0(.)-/", "12 Ab Cd Ef ", "Aa ", "The ", ". Aa Bb"]
)
def test_a_text_made_to_take_long_takes_no_longer_than_its_length(part):
    small, large = (part * (size // len(part)) for size in (12_500, 100_000))

    assert grows_in_line(lambda: propose(small, ["Ada"]), lambda: propose(large, ["Ada"]), times=8)


def test_a_word_of_a_hundred_thousand_letters_is_gone_through_at_once():
    assert propose(f"alert {'x' * 100_000} to Jo Bell", ()) != ()
