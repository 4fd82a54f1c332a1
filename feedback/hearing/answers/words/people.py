"""Words for people, by what they are to somebody. In the normal form: whoever counts people and whoever picks them reads it."""

from feedback.hearing.spellings import word_set

PARTNERS = word_set("husband hubby wife missus partner boyfriend girlfriend fiance fiancee spouse fella")
PARENTS = word_set("mum mam mother mummy mom mammy dad father daddy stepdad stepmum stepmother stepfather")
CHILDREN = word_set(
    "son daughter child kid baby toddler bairn bab wean infant newborn teenager teen stepson stepdaughter twin triplet"
)
YOUNG = word_set("boy girl lad lass")
"""Words of anybody young, who are one's children where they are "my boys", "our lass"."""
SIBLINGS = word_set("brother sister sibling bro sis")
OTHER_KIN = word_set(
    "nan gran grandma grandad grandmother grandfather granny nana aunt auntie uncle nephew niece cousin inlaw grandson granddaughter "
    "grandchild grandkid relative"
)
FRIENDS = word_set("friend mate pal bestie")
WORKERS = word_set(
    "worker keyworker nurse carer cpn physio psychologist psychiatrist therapist counsellor coordinator consultant doctor ot hca assistant "
    "staff professional manager pa"
)
ANIMALS = word_set(
    "cat dog budgie hamster fish goldfish rabbit parrot fishes pup puppy kitten tortoise horse chicken hen bird pet labrador"
)
PEOPLE_AT_HOME = word_set("neighbour lodger housemate flatmate roommate tenant landlord landlady guest")
_IRREGULAR = {
    "wives": "wife", "babies": "baby", "children": "child", "grandchildren": "grandchild", "puppies": "puppy", "parents": "mum",
    "grandparents": "gran", "folks": "mum", "twins": "twin", "triplets": "triplet", "inlaws": "inlaw", "family": "relative",
    "hubbies": "hubby", "daddies": "daddy", "aunties": "auntie",
}  # fmt: skip


def single(word: str) -> str:
    """Return the word for one of several people: "wives" is "wife"; a word for one as it stands."""
    known = _IRREGULAR.get(word)
    return known or (word[:-1] if word.endswith("s") and word[:-1] in ANYBODY | ANIMALS else word)


def is_several(word: str) -> bool:
    """Return whether a word is for several people, of whom it does not say how many: "the kids"."""
    return word not in ANYBODY and single(word) in ANYBODY


KIN = PARTNERS | PARENTS | CHILDREN | SIBLINGS | OTHER_KIN
ANYBODY = KIN | YOUNG | FRIENDS | WORKERS | PEOPLE_AT_HOME
