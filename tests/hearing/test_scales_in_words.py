"""A point on a scale in words: feelings, sayings, steps from an end, marks out of another whole, and several figures in one text."""

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.ask import Ask

PAIN = Ask("scale", "How bad is your pain today?", range=(0, 10), ends=("no pain", "worst pain imaginable"))
SAFE = Ask("scale", "How safe do you feel?", range=(1, 6), ends=("very safe", "very unsafe"))
LISTENED = Ask("scale", "How much were you listened to?", range=(1, 5), ends=("not at all", "completely"))
EASY = Ask("scale", "How easy was it to book?", range=(1, 5), ends=("very difficult", "very easy"))
ANXIOUS = Ask("scale", "How anxious do you feel?", range=(0, 10), ends=("not anxious at all", "extremely anxious"))
HAPPY = Ask("scale", "How happy are you with your care?", range=(1, 10), ends=("very unhappy", "very happy"))
RECOMMEND = Ask(
    "scale", "How likely are you to recommend us?", range=(0, 10), ends=("not at all likely", "extremely likely")
)
NOISY = Ask("scale", "How noisy was the ward?", range=(1, 5), ends=("silent", "deafening"))
OFTEN = Ask("scale", "How often did staff ask your view?", range=(1, 5), ends=("never", "always"))
CHANGED = Ask("scale", "Are things better or worse?", range=(1, 5), ends=("much worse", "much better"))


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (PAIN, "agony", 10),
        (PAIN, "cant feel a thing", 0),
        (PAIN, "a dull ache", 3),
        (PAIN, "it's murder", 10),
        (PAIN, "half way", 5),
        (PAIN, "unbearable", 10),
        (PAIN, "seven, eight on stairs", 7),
        (PAIN, "bit sore", 3),
        (PAIN, "screaming", 10),
        (PAIN, "worst ive ever had", 10),
        (PAIN, "4 most days, 9 at night", None),
        (PAIN, "80%", 8),
        (PAIN, "none today ta", 0),
        (SAFE, "wouldn't walk there for a million pounds", 6),
        (SAFE, "terrified", 6),
        (SAFE, "not safe at all", 6),
        (SAFE, "perfectly safe", 1),
        (SAFE, "bang in the middle", 3),
        (SAFE, "not that safe", 5),
        (SAFE, "dead safe", 1),
        (SAFE, "scared out of my wits", 6),
        (SAFE, "could walk it blindfold", 1),
        (LISTENED, "they hung on every word", 5),
        (LISTENED, "may as well have talked to the wall", 1),
        (LISTENED, "sort of, half the time", 3),
        (LISTENED, "not a jot", 1),
        (LISTENED, "every single time", 5),
        (LISTENED, "they listened to everything i said", 5),
        (LISTENED, "in one ear and out the other", 1),
        (LISTENED, "4 stars", 4),
        (LISTENED, "8/10", 4),
        (LISTENED, "full marks", 5),
        (LISTENED, "bottom of the class", 1),
        (LISTENED, "i was invisible", 1),
        (LISTENED, "nobody cared what I thought", 1),
        (LISTENED, "two thumbs up", 5),
        (LISTENED, "👎", 1),
        (LISTENED, "very much so", 5),
        (EASY, "doddle", 5),
        (EASY, "like pulling teeth", 1),
        (EASY, "simple as", 5),
        (EASY, "it was a pain", 2),
        (EASY, "B minus", 4),
        (EASY, "neither easy nor hard", 3),
        (EASY, "a piece of cake", 5),
        (EASY, "harder than it should be", 2),
        (EASY, "nightmare from start to finish", 1),
        (EASY, "absolute faff", 1),
        (EASY, "wasnt hard", 4),
        (ANXIOUS, "bricking it", 10),
        (ANXIOUS, "calm as anything", 0),
        (ANXIOUS, "chilled", 0),
        (ANXIOUS, "bag of nerves", 10),
        (ANXIOUS, "not anxious", 1),
        (ANXIOUS, "a wee bit", 2),
        (ANXIOUS, "through the roof", 10),
        (ANXIOUS, "no worries at all", 0),
        (ANXIOUS, "I'm a wreck", 10),
        (HAPPY, "couldnt be happier", 10),
        (HAPPY, "bang in the middle", 5),
        (HAPPY, "one off top", 9),
        (HAPPY, "gutted with it", 1),
        (HAPPY, "over the moon", 10),
        (HAPPY, "disgusted", 1),
        (HAPPY, "three quarters", 8),
        (HAPPY, "top drawer", 10),
        (HAPPY, "zero out of ten", None),
        (HAPPY, "lowest you have", 1),
        (HAPPY, "9 bordering on 10", 9),
        (RECOMMEND, "i've told everyone already", 10),
        (RECOMMEND, "wouldnt send my worst enemy", 0),
        (RECOMMEND, "no chance", 0),
        (RECOMMEND, "in a heartbeat", 10),
        (RECOMMEND, "probably", 8),
        (RECOMMEND, "50/50", 5),
        (RECOMMEND, "hell no", 0),
        (NOISY, "like a library", 1),
        (NOISY, "you could hear a pin drop", 1),
        (NOISY, "quiet", 2),
        (NOISY, "a racket", 5),
        (NOISY, "bedlam", 5),
        (NOISY, "loud", 4),
        (OFTEN, "not once", 1),
        (OFTEN, "every time without fail", 5),
        (OFTEN, "now and then", 3),
        (OFTEN, "most weeks", 4),
        (CHANGED, "a lot worse", 1),
        (CHANGED, "about the same", 3),
        (CHANGED, "bit better", 4),
        (CHANGED, "no change", 3),
        (CHANGED, "night and day", 5),
        (CHANGED, "gone to the dogs", 1),
        (CHANGED, "loads better", 5),
        (CHANGED, "slightly worse", 2),
    ],
)
def test_a_point_in_words_is_heard_on_its_scale(ask: Ask, text: str, number: int | None):
    assert hear_answer(ask, text).number == number


QUIET = Ask("scale", "How loud was it?", range=(1, 5), ends=("very loud", "very quiet"))
AGREE = Ask(
    "scale", "The new booking is better than the old one.", range=(1, 7), ends=("strongly disagree", "strongly agree")
)
CROWDED = Ask("scale", "How crowded was the room?", range=(1, 5), ends=("not at all", "extremely"))
BARE = Ask("scale", "How was it?")


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (HAPPY, "eight/10", 8),
        (PAIN, "usually a 6 but the damp has put it up two", 8),
        (PAIN, "normally an 8, gone down by 3", 5),
        (PAIN, "a 4 plus 2 for the stairs", 6),
        (PAIN, "9 take away 2", 7),
        (PAIN, "on a scale of 1 to 10, 7", 7),
        (CROWDED, "scale 1 5 and i pick 2", 2),
        (PAIN, "4, no wait, 5", 5),
        (PAIN, "4, sorry, the bus was late and I had to run for 10 minutes in the rain", 4),
        (PAIN, "was a nine this morning, three since the tablet", 3),
        (PAIN, "they said 3 but it was 8 in the end", 8),
        (PAIN, "8 last week and now 2", 2),
        (PAIN, "barely there, a one maybe", 1),
        (PAIN, "seven or eight", None),
        (PAIN, "4 and 6 and 9", None),
        (PAIN, "one below the very worst", 9),
        (PAIN, "not a twinge, first time in years", 0),
        (PAIN, "pain free thank God", 0),
        (PAIN, "worse than having the twins", 10),
        (PAIN, "lovely day but awful knee", 5),
        (PAIN, "fower oot o ten", 4),
        (PAIN, "is ten the good end or the bad end", None),
        (PAIN, "sorer than sore", 6),
        (SAFE, "couldnt be safer, police station's next door", 1),
        (SAFE, "completely unsafe", 6),
        (SAFE, "as scary as can be", 6),
        (SAFE, "not feeling good at all", 6),
        (SAFE, "one up from the unsafe end", 5),
        (SAFE, "near the unsafe end", 5),
        (SAFE, "just above the middle", 4),
        (SAFE, "bit below the middle", 3),
        (RECOMMEND, "couldnt be more likely", 10),
        (RECOMMEND, "not in the least likely, I'm sorry to say", 0),
        (RECOMMEND, "not very likely", 2),
        (RECOMMEND, "not likely at all", 0),
        (QUIET, "like a library", 5),
        (QUIET, "not loud", 4),
        (QUIET, "it was so loud", 1),
        (CROWDED, "heaving", 5),
        (CROWDED, "it was empty", 1),
        (AGREE, "could not agree more", 7),
        (AGREE, "could not disagree more", 1),
        (AGREE, "no better no worse", 4),
        (AGREE, "utter tripe", 1),
        (AGREE, "six of one half a dozen of the other", 4),
        (HAPPY, "third from the top", 8),
        (HAPPY, "a D", 3),
        (HAPPY, "gold star", 10),
        (HAPPY, "second to none, mind the parking was hell on earth", 6),
        (HAPPY, "I would like to tell you about the day that I came in with my mother " * 3, None),
        (LISTENED, "8 of the staff", None),
        (LISTENED, "11/10", 5),
        (ANXIOUS, "couldnt be less anxious", 0),
        (BARE, "brilliant", 5),
        (BARE, "utterly boring", 1),
        (BARE, "bad as hell", 1),
        (LISTENED, "did they heck", 1),
        (LISTENED, "not a word", 1),
        (ANXIOUS, "never anxious, I've six grandkids", 1),
        (BARE, "twice", None),
    ],
)
def test_a_point_is_told_from_what_stands_around_it(ask: Ask, text: str, number: int | None):
    assert hear_answer(ask, text).number == number


def test_an_end_said_first_and_told_about_is_that_end_and_is_asked_back():
    heard = hear_answer(LISTENED, "completely, from the first day")

    assert (heard.number, heard.sure) == (5, False)


def test_a_figure_alone_is_sure_and_one_among_other_words_is_not():
    assert hear_answer(PAIN, "a solid 8").sure
    assert not hear_answer(PAIN, "3 nurses came").sure


def test_a_number_under_the_lowest_is_no_point():
    assert hear_answer(PAIN, "-4").number is None
