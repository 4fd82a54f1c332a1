"""The survey that sayso grew from, given again: 29 people in Telegram, and all 23 percentages in the report."""

import asyncio

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.slow]

TRUST_ROWS = [
    (8, "online", "yes", "yes", "yes", "yes", "yes"),
    (1, "online", "skip", "no", "no", "no", "yes"),
    (1, "nsun", "yes", "yes", "yes", "yes", "yes"),
    (2, "nsun", "yes", "no", "yes", "no", "yes"),
    (1, "nsun", "no", "no", None, "no", "yes"),
    (4, "first", None, None, None, "yes", "yes"),
    (1, "first", None, None, None, "no", "yes"),
]
HEARD = {"online": "Looking online", "nsun": "2", "other": "3", "first": "This is the first I have heard"}
TRUST_FIGURES = {
    "a1.aware": (13, 18, 72, 18, 0, 0, 0),
    "a1.first": (5, 18, 28, 18, 0, 0, 0),
    "a1.online": (9, 18, 50, 18, 0, 0, 0),
    "a1.nsun": (4, 18, 22, 18, 0, 0, 0),
    "a2.yes": (11, 17, 65, 13, 1, 5, 0),
    "a3.yes": (9, 18, 50, 13, 0, 5, 0),
    "a5.yes": (11, 12, 92, 12, 0, 0, 6),
    "a7.yes": (13, 18, 72, 18, 0, 0, 0),
    "a8.yes": (18, 18, 100, 18, 0, 0, 0),
}
SIGNATORY_FIGURES = {
    "b1.nsun": (7, 11, 64, 11, 0, 0, 0),
    "b2.yes": (10, 11, 91, 11, 0, 0, 0),
    "b3.o1": (8, 10, 80, 10, 0, 0, 1),
    "b3.o2": (7, 10, 70, 10, 0, 0, 1),
    "b3.o3": (6, 10, 60, 10, 0, 0, 1),
    "b3.o4": (5, 10, 50, 10, 0, 0, 1),
    "b3.o5": (5, 10, 50, 10, 0, 0, 1),
    "b4.w1": (8, 10, 80, 10, 0, 0, 1),
    "b4.w2": (6, 10, 60, 10, 0, 0, 1),
    "b4.w3": (4, 10, 40, 10, 0, 0, 1),
    "b4.w4": (3, 10, 30, 10, 0, 0, 1),
    "b4.w5": (2, 10, 20, 10, 0, 0, 1),
    "b5.yes": (3, 10, 30, 11, 1, 0, 0),
    "b6.yes": (4, 10, 40, 11, 1, 0, 0),
}


def trust_leads() -> list[list[str]]:
    """What each of the 18 people types, question by question."""
    people = []
    for count, heard, used, told, changed, more, others in TRUST_ROWS:
        says = [HEARD[heard]]
        if used is not None:
            says += [used, told]
        if used is not None and used != "no":
            says += ["1 and 2", changed or "skip"]
            if changed != "no":
                says += ["We plan with people now.", "Next"]
        says += [more, others, "skip", "skip", "skip"]
        people += [says] * count
    return people


def signatories() -> list[list[str]]:
    """What each of the 11 people types: ticks are numbers, one tick is followed by Next."""
    changed, helped = (8, 7, 6, 5, 5), (8, 6, 4, 3, 2)
    people = []
    for row in range(1, 11):
        says = ["1" if row <= 7 else "Online", "yes"]
        for counts in (changed, helped):
            ticks = [str(number) for number, count in enumerate(counts, 1) if row <= count]
            says += ["None of these"] if not ticks else [" ".join(ticks)] + (["Next"] if len(ticks) == 1 else [])
        says += ["yes" if row <= 3 else "no", "yes" if row <= 4 else "no", "skip", "no", "skip", "skip"]
        people.append(says)
    return [*people, ["Online", "no", "skip", "skip", "no", "skip", "skip"]]


async def take_part(person, token: str, says: list[str]) -> None:
    await person.starts(token)
    await person.hears()
    for text in ["Yes", *says, "Yes, that is right"]:
        await person.says(text)
        await person.hears()
    assert "Your return code is" in person.screen[-1].text, [bubble.text for bubble in person.screen]


def shown(figures: dict[str, dict[str, object]], ids: dict[str, tuple[int, ...]]) -> dict[str, tuple[object, ...]]:
    names = ("chose", "answered", "percent", "asked", "skipped", "implied", "not_asked")
    return {name: tuple(figures[name][key] for key in names) for name in ids}


async def test_29_people_give_the_23_published_percentages(service, bot_api):
    links = {}
    for flow in ("trust_leads", "signatories"):
        made = await service.command("invite", "--flow", flow, "--print", "1", "--format", "jsonl")
        assert made.returncode == 0, made.stderr
        links[flow] = made.stdout.split('"token": "')[1].split('"')[0]

    plans = [("trust_leads", says) for says in trust_leads()] + [("signatories", says) for says in signatories()]
    people = [bot_api.person(f"Person {number}") for number in range(len(plans))]
    await asyncio.gather(
        *(take_part(person, links[flow], says) for person, (flow, says) in zip(people, plans, strict=True))
    )

    assert shown(await service.report("trust_leads"), TRUST_FIGURES) == TRUST_FIGURES
    assert shown(await service.report("signatories"), SIGNATORY_FIGURES) == SIGNATORY_FIGURES
    assert len(TRUST_FIGURES) + len(SIGNATORY_FIGURES) == 23
    printed = await service.command("report", "signatories", "--format", "md")
    assert "8 of 10 (80 %)" in printed.stdout
