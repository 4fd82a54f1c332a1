"""What people agreed to print stands in the report: their words, where they work, and how many of each group came."""

import json

import pytest
from sqlalchemy import insert, select, update

from sayso.core.clock import now
from storage.audit.undo import Act
from storage.review import coding_exchange, codings, texts
from storage.review.codings import WHOLE, NewCoding
from storage.review.texts import TextSpan
from storage.review.themes import Wording
from storage.review.themes import add as add_theme
from storage.tables import answers, comments, consents, conversations, groups, invitations, organisations, staff

pytestmark = pytest.mark.slow

AGREEING = """[[question]]
id = "words"
ask = "Can we share your words?"
short = "Share your words"
type = "yesno"
theme = "milk"
consent = "quote_words"
[[question]]
id = "listed"
ask = "Can we list where you work?"
short = "List where you work"
type = "yesno"
theme = "milk"
consent = "list_my_organisation"
[[question]]
id = "milk"
"""


@pytest.fixture
def tea(house_on_both):
    """A house whose flow asks organisations, and for both consents first."""
    file = house_on_both.folder / "flows" / "tea.toml"
    text = file.read_text("utf-8").replace('level = "person"', 'level = "organisation"')
    file.write_text(text.replace('[[question]]\nid = "milk"\n', AGREEING), "utf-8")
    return house_on_both


@pytest.fixture
def code(tea):
    """Return a way to check texts and put them under the theme Warmth: by its words, what is hidden, and a span."""

    def run(*marked, state="checked"):
        with tea.store() as opened:
            vault = opened.vault

            def job(tx):
                tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()})
                act = Act(tx, vault, by="s1", what="coded", now=now())
                theme = add_theme(tx, act, wording=Wording("Warmth"), now=now())
                found = {text.words: text for text in coding_exchange.current_texts(tx, vault)}
                for words, hidden, span in marked:
                    codings.add(tx, vault, act, text=found[words], theme_id=theme, coding=NewCoding(span, now()))
                    if hidden is not None:
                        texts.check(act, text=found[words], state=state, hidden=hidden, now=now())

            opened.database.write_now(job)

    return run


def change(house, *statements):
    """Change what is stored as other parts of sayso would."""
    with house.store() as opened:
        opened.database.write_now(lambda tx: [tx.execute(one) for one in statements] and None)


def method(house, profile="organisations"):
    return json.loads(house.run("report", "tea", "--profile", profile, "--format", "json").out)["method"]


def words(house, **more):
    return [one["words"] for one in method(house, **more)["quotes"]]


def test_checked_words_of_whoever_agreed_are_printed_without_what_is_hidden(tea, code):
    tea.finishes("yes", "no", "yes", "Ada was kind. The tea was warm.", person=7)
    tea.finishes("no", "no", "yes", "I said no", person=8)
    tea.finishes("yes", "no", "yes", "Nobody has read this", person=9)
    tea.finishes("yes", "no", "yes", "Cal", person=10)
    tea.finishes("yes", "no", "yes", "First the bus was late, then Ada came", person=11)
    code(
        ("Ada was kind. The tea was warm.", [TextSpan(0, 3, "name")], WHOLE),
        ("I said no", [], WHOLE),
        ("Nobody has read this", None, WHOLE),
        ("Cal", [TextSpan(0, 3, "name")], WHOLE),
        ("First the bus was late, then Ada came", [TextSpan(29, 37, "name")], TextSpan(24, 33)),
    )

    page = tea.run("report", "tea", "--profile", "organisations", "--format", "md").out

    assert sorted(words(tea)) == ["[name] was kind. The tea was warm.", "then [name]"]
    assert words(tea, profile="people") == []
    assert "### What we heard: Warmth" in page
    assert "> [name] was kind. The tea was warm.\n" in page


@pytest.mark.parametrize("how", ["kept back", "taken back", "no elsewhere", "changed since", "no part"])
def test_words_are_not_printed_where_anything_stands_against_it(tea, code, how):
    tea.finishes("yes", "no", "yes", "The tea was warm", person=7)
    code(("The tea was warm", [], WHOLE), state="kept back" if how == "kept back" else "checked")
    with tea.store() as opened:
        said, held = opened.database.read_now(
            lambda tx: [dict(tx.execute(select(one)).mappings().first()) for one in (consents, conversations)]
        )
    no = {**said, "id": 1000, "switch": "quote_words", "granted": False}
    against = {
        "kept back": (),
        "taken back": (insert(consents).values(no),),
        "no elsewhere": (
            insert(conversations).values({**held, "id": "another"}),
            insert(consents).values({**no, "conversation_id": "another"}),
        ),
        "changed since": (update(answers).where(answers.c.question == "why").values(is_current=False),),
        "no part": (insert(consents).values({**no, "switch": "take_part"}),),
    }

    change(tea, *against[how])

    assert words(tea) == []


def test_a_comment_is_quoted_unless_it_was_passed_on(tea, code):
    tea.finishes("yes", "no", "yes", "Warm", person=7)
    tea.hears("The cups are small", person=7)
    code(("The cups are small", [], WHOLE))

    mine = words(tea)
    change(tea, update(comments).values(is_forward=True))

    assert mine == ["The cups are small"]
    assert words(tea) == []


def test_words_are_printed_with_published_figures_and_not_kept_with_them(tea, code):
    tea.finishes("yes", "no", "yes", "The tea was warm", person=7)
    code(("The tea was warm", [], WHOLE))
    publish = ("report", "tea", "--profile", "organisations", "--publish", "--format", "md")

    first, again = tea.run(*publish).out, tea.run(*publish).out
    later = tea.run("report", "tea", "--published", "last", "--format", "md").out

    kept = [file.read_text("utf-8") for file in (tea.data / "published").iterdir()]
    assert first == again
    assert "> The tea was warm\n" in first
    assert ["warm" in text for text in (*kept, later)] == [False, False]


def test_an_organisation_is_listed_where_somebody_said_yes_and_nobody_no(tea):
    for person, agrees in ((7, "yes"), (8, "yes"), (9, "no"), (10, "no")):
        tea.finishes("no", agrees, "yes", "Warm", person=person)
    with tea.store() as opened:
        ids = opened.database.read_now(
            lambda tx: tx.execute(select(conversations.c.id).order_by(conversations.c.started_at)).scalars().all()
        )
    places = dict(zip(ids, ("fern", "moss", "moss", "reed"), strict=True))
    change(
        tea,
        *(insert(organisations).values(id=name, name=f"{name.title()} Trust") for name in ("fern", "moss", "reed")),
        *(
            update(conversations).where(conversations.c.id == one).values(organisation_id=at)
            for one, at in places.items()
        ),
    )

    listed = method(tea)["credits"]
    change(tea, update(conversations).where(conversations.c.id == ids[0]).values(stage="declined"))

    assert listed == ["Fern Trust"]
    assert method(tea)["credits"] == []


def test_replies_are_counted_by_the_group_that_was_invited(tea):
    for person in (7, 8):
        tea.finishes("no", "no", "yes", "Warm", person=person)
    links = [("i1", "g1"), ("i2", "g1"), ("i3", "g1"), ("i4", None)]
    change(
        tea,
        insert(groups).values(id="g1", name="Ward A", created_at=now()),
        *(
            insert(invitations).values(id=one, token_hash=one.encode(), flow="tea", group_id=group, created_at=now())
            for one, group in links
        ),
        update(conversations).values(invitation_id="i1"),
    )

    told = json.loads(tea.run("report", "tea", "--profile", "organisations", "--format", "json").out)

    assert (told["invited"], told["response_rate"]) == (4, 25)
    assert told["method"]["turnout"] == {"began": 1, "uninvited": 0, "again": 1}
    assert told["method"]["groups"] == [
        {"name": "Ward A", "invited": 3, "replied": 1, "percent": 33},
        {"name": "Links without a group", "invited": 1, "replied": 0, "percent": 0},
    ]
    assert [(one["name"], one["replied"]) for one in method(tea, profile="people")["groups"]] == [
        ("Smaller groups, and links without a group", None)
    ]
