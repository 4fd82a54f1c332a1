"""Sayings that answer nothing: "where do I start", "you tell me". Beside choices they are no words of one's own: one asks again. Data only."""

from feedback.hearing.normal import tokens

VAGUE = frozenset(
    line.strip()
    for line in """
    its complicated / it is complicated / complicated / its a long story / long story / where do i start / where to start / where do i begin / where to begin
    you tell me / you know how it is / you know what its like / you know what i mean / who knows / god knows / good question / hard to say / hard to tell / difficult to say
    cant say / couldnt say / could not say / i couldnt say / hard one / thats a hard one / tricky / tricky one / that is a tricky one / it varies / varies / depends / it depends / all depends
    it all depends / depends on the day / depends really / this and that / bits and bobs / bits and pieces / here and there / all sorts / all kinds / stuff / stuff at home
    things / things at home / a few of them / some of them / one of them / one of those / a few of those / some of those / whatever you think / what you think / up to you
    its up to you / you decide / your choice / you choose / you pick / im easy / not fussed / im not fussed / not bothered / im not bothered / whatever / whichever / search me
    how long is a piece of string / the usual / same as everyone / same as everybody / same as anyone / reasons / personal reasons / life / just life / just because / because
    a mixture / many things / lots of things / loads of things / lots / loads / not really one of them / something like that / sort of thing / that sort of thing
    a while / quite a while / for a while / for quite a while / some time / for some time
    """.replace("\n", " / ").split(" / ")
    if line.strip()
)
_STARTS = frozenset({"well", "oh", "um", "erm", "er", "hmm", "honestly", "sorry", "just", "so", "ah", "eh", "really"})
_ENDS = frozenset(
    {"really", "love", "mate", "pal", "pet", "hun", "duck", "lol", "please", "honestly", "tbh", "then", "hen", "x"}
)


def is_vague(text: str) -> bool:
    """Return whether a text is one of these sayings, with no more than a "well" before it and a "really" after."""
    words = tokens(text)
    while words and words[0] in _STARTS:
        words = words[1:]
    while words and words[-1] in _ENDS:
        words = words[:-1]
    return " ".join(words) in VAGUE
