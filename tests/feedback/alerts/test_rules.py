"""Who of the team is told, and when: the ladder, quiet hours, the digest, and working hours across summer time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.alerts.due import GATHERED_FOR, MOST_AN_HOUR, due_alerts, due_digest
from feedback.alerts.escalation import on_duty, tellings
from feedback.alerts.model import Colleague, Rota, StaffTeam, WaitingCase, WorkingWeek
from feedback.alerts.working_time import after_working, is_in_hours, next_working

LONDON = ZoneInfo("Europe/London")
WEEK = WorkingWeek()
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A moment on the team's clock. 2 March 2026 is a Monday; summer time begins on Sunday, 29 March."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def colleague(name: str, **more: object) -> Colleague:
    known = {"ways": ("email",), "may_act": True, "may_act_restricted": True, "is_at_once": False}
    return Colleague(name, LONG_AGO, **{**known, **more})  # type: ignore[arg-type]


ADA, BEA, CAL = colleague("ada"), colleague("bea"), colleague("cal")
ADMIN = colleague("admin", may_act=False, may_act_restricted=False, is_administrator=True)
ROTA = Rota({0: "ada", 1: "bea", 2: "ada", 3: "ada", 4: "ada"})
TEAM = StaffTeam((ADA, BEA, CAL, ADMIN), WEEK, ROTA)
CASE = WaitingCase("p1", "person", at(2, 10))


def told(case: WaitingCase, team: StaffTeam) -> list[tuple[str, str, datetime]]:
    return [(one.rung, one.staff_id, one.at) for one in tellings(case, team)]


def test_what_nobody_opens_climbs_from_whose_day_it_is_to_the_administrator():
    assert told(CASE, TEAM) == [
        ("first", "ada", at(2, 10)),
        ("next", "bea", at(2, 12)),
        ("all", "ada", at(2, 14)),
        ("all", "bea", at(2, 14)),
        ("all", "cal", at(2, 14)),
        ("administrator", "admin", at(2, 16)),
    ]


def test_whoever_wants_to_know_at_once_is_told_at_once_also_at_night_and_whose_day_it_is_in_the_morning():
    case = replace(CASE, at=at(6, 22))  # a Friday night
    team = replace(TEAM, colleagues=(ADA, BEA, replace(CAL, is_at_once=True), ADMIN))

    assert told(case, team)[:3] == [("first", "cal", at(6, 22)), ("first", "ada", at(9, 9)), ("next", "bea", at(9, 11))]
    assert on_duty(case.at, team) == "ada"


def test_a_rung_on_which_nobody_can_be_told_costs_no_time():
    unreachable = replace(ADA, ways=())

    assert told(CASE, replace(TEAM, colleagues=(unreachable, ADMIN))) == [("administrator", "admin", at(2, 10))]
    assert told(CASE, replace(TEAM, colleagues=(unreachable, BEA)))[0] == ("next", "bea", at(2, 10))
    assert told(CASE, replace(TEAM, colleagues=(unreachable,))) == []


def test_without_a_rota_what_nobody_wants_to_know_at_once_goes_to_all_who_may_act():
    assert [rung for rung, _, _ in told(CASE, replace(TEAM, rota=Rota()))] == ["all", "all", "all", "administrator"]


def test_what_only_some_may_see_goes_to_nobody_else():
    team = replace(TEAM, colleagues=(replace(ADA, may_act_restricted=False), BEA, ADMIN))

    assert {who for _, who, _ in told(replace(CASE, is_restricted=True), team)} == {"bea", "admin"}


def test_a_single_day_of_the_rota_wins_over_its_weekday_and_a_day_off_is_no_working_day():
    rota = Rota(ROTA.weekdays, {date(2026, 3, 2): "cal"})
    closed = replace(WEEK, days_off=frozenset({date(2026, 3, 2)}))

    assert on_duty(CASE.at, replace(TEAM, rota=rota)) == "cal"
    assert told(CASE, replace(TEAM, week=closed))[0] == ("first", "bea", at(3, 9))


def test_an_alert_gathers_everything_for_one_person_and_says_when_nobody_has_opened_it():
    other = WaitingCase("f2", "please read", at(2, 11))

    (first,) = due_alerts([CASE, other], TEAM, at(2, 11), frozenset(), {})
    later = due_alerts([CASE, other], TEAM, at(2, 12), {("ada", "p1 first"), ("ada", "f2 first")}, {})

    assert (first.staff_id, [one.case.name for one in first.tellings]) == ("ada", ["p1", "f2"])
    assert {one.rung for one in first.tellings} == {"first"}
    assert [(one.staff_id, {tell.rung for tell in one.tellings}) for one in later] == [("bea", {"next"})]


def test_what_was_opened_is_told_to_nobody():
    assert due_alerts([replace(CASE, is_opened=True)], TEAM, at(5, 12), frozenset(), {}) == ()


def test_quiet_hours_hold_an_alert_back_until_they_are_over():
    team = replace(TEAM, colleagues=(replace(ADA, is_at_once=True, quiet=(20, 8)),))
    case = replace(CASE, at=at(2, 21))

    assert due_alerts([case], team, at(2, 21), frozenset(), {}) == ()
    assert due_alerts([case], team, at(3, 7, 59), frozenset(), {}) == ()
    assert len(due_alerts([case], team, at(3, 8), frozenset(), {})) == 1


def test_after_a_flood_what_comes_is_gathered_for_some_minutes_and_nothing_is_lost():
    many = tuple(at(2, 10) for _ in range(MOST_AN_HOUR))

    assert due_alerts([CASE], TEAM, at(2, 10, 5), frozenset(), {"ada": many}) == ()
    assert len(due_alerts([CASE], TEAM, at(2, 10) + GATHERED_FOR, frozenset(), {"ada": many})) == 1
    assert len(due_alerts([CASE], TEAM, at(2, 10, 5), frozenset(), {"ada": many[1:]})) == 1


def test_the_digest_comes_once_on_each_working_day_at_its_hour_or_as_soon_as_it_can():
    ada = replace(ADA, digest_hour=9)
    monday = date(2026, 3, 2)

    assert due_digest(ada, WEEK, at(2, 8, 59), frozenset()) is None
    assert due_digest(ada, WEEK, at(2, 9), frozenset()) == monday
    assert due_digest(ada, WEEK, at(2, 23), frozenset()) == monday
    assert due_digest(ada, WEEK, at(2, 23), {("ada", "digest 2026-03-02")}) is None
    assert due_digest(ada, WEEK, at(7, 9), frozenset()) is None  # a Saturday
    assert due_digest(replace(ada, ways=()), WEEK, at(2, 9), frozenset()) is None
    assert due_digest(replace(ada, chosen_at=at(2, 10)), WEEK, at(2, 11), frozenset()) is None
    assert due_digest(replace(ada, quiet=(8, 10)), WEEK, at(2, 9), frozenset()) is None
    assert due_digest(ADA, WEEK, at(2, 9), frozenset()) is None


def test_hours_may_span_midnight():
    assert is_in_hours(at(2, 23), (20, 8), WEEK)
    assert not is_in_hours(at(2, 8), (20, 8), WEEK)
    assert is_in_hours(at(2, 9), (9, 17), WEEK)
    assert not is_in_hours(at(2, 9), (9, 9), WEEK)


def test_working_time_goes_by_on_the_clock_of_the_team_also_when_it_changes():
    friday = at(27, 16)  # two days before summer time begins

    assert after_working(friday, timedelta(hours=2), WEEK) == at(30, 10)
    assert after_working(friday, timedelta(hours=1), WEEK) == at(27, 17)
    assert next_working(at(28, 3), WEEK) == at(30, 9)
    assert next_working(at(2, 10), WEEK) == at(2, 10)
    assert after_working(at(6, 18), timedelta(hours=9), WEEK) == at(10, 10)


def test_a_team_that_never_works_is_not_waited_for():
    never = replace(WEEK, weekdays=frozenset())

    assert next_working(at(2, 3), never) == at(2, 3)
    assert after_working(at(2, 3), timedelta(hours=2), never) == at(2, 5)


def test_a_day_that_closes_at_midnight_is_worked_to_its_end():
    always = WorkingWeek(opens=0, closes=24, weekdays=frozenset(range(7)))

    assert after_working(at(2, 23), timedelta(hours=2), always) == at(3, 1)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001 - made aware beside it
weeks = st.builds(
    lambda opens, hours, days, zone, step: WorkingWeek(
        zone, opens, opens + hours, frozenset(days), frozenset(), timedelta(hours=step)
    ),
    st.integers(0, 12),
    st.integers(1, 12),
    st.sets(st.integers(0, 6), min_size=1),
    st.sampled_from(["Europe/London", "Pacific/Auckland", "America/St_Johns"]),
    st.integers(1, 20),
)


@given(moments, weeks, st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=150)
def test_working_time_adds_up_and_ends_in_working_hours(at: datetime, week: WorkingWeek, first: int, more: int):
    one, two = timedelta(hours=first), timedelta(hours=more)
    whole = after_working(at, one + two, week)
    local = week.local(whole)

    assert whole == after_working(after_working(at, one, week), two, week) or two == timedelta()
    assert whole >= at + one + two
    assert week.is_working_day((local - timedelta(seconds=1)).date()) or week.is_working_day(local.date())


people = st.lists(
    st.builds(
        Colleague,
        st.sampled_from("abcdef"),
        st.just(LONG_AGO),
        st.sampled_from([(), ("email",), ("email", "telegram")]),
        may_act=st.booleans(),
        may_act_restricted=st.booleans(),
        is_administrator=st.booleans(),
        is_at_once=st.booleans(),
        digest_hour=st.none() | st.integers(0, 23),
        quiet=st.none() | st.tuples(st.integers(0, 23), st.integers(0, 23)),
    ),
    unique_by=lambda one: one.id,
).map(tuple)
teams = st.builds(
    StaffTeam, people, weeks, st.builds(Rota, st.dictionaries(st.integers(0, 6), st.sampled_from("abcdef")))
)
cases = st.builds(WaitingCase, st.just("p1"), st.just("person"), moments, st.booleans())


@pytest.mark.slow
@given(cases, teams)
@settings(max_examples=100)
def test_whoever_the_team_is_somebody_who_can_be_told_is_told_first_and_nobody_sees_what_is_not_theirs(
    case: WaitingCase, team: StaffTeam
):
    found = tellings(case, team)
    by_id = {one.id: one for one in team.colleagues}

    assert bool(found) == any(one.ways and (one.sees(case) or one.is_administrator) for one in team.colleagues)
    assert all(by_id[one.staff_id].ways for one in found)
    assert all(one.at >= case.at for one in found)
    assert all(by_id[one.staff_id].sees(case) or one.rung == "administrator" for one in found)
    assert len({(one.staff_id, one.occasion) for one in found}) == len(found)


@pytest.mark.slow
@given(cases, teams, st.lists(st.integers(1, 60 * 24), max_size=30))
@settings(max_examples=50)
def test_however_often_it_is_asked_nobody_is_told_of_the_same_twice_and_in_the_end_everybody_was(
    case: WaitingCase, team: StaffTeam, minutes: list[int]
):
    told: set[tuple[str, str]] = set()
    now = case.at
    for passed in (*minutes, *[60] * 24 * 10):
        now += timedelta(minutes=passed)
        for alert in due_alerts([case], team, now, told, {}):
            fresh = {(alert.staff_id, one.occasion) for one in alert.tellings}
            assert fresh
            assert fresh.isdisjoint(told)
            told |= fresh

    assert told >= {(one.staff_id, one.occasion) for one in tellings(case, team) if one.at <= now - timedelta(days=1)}


@pytest.mark.slow
@given(moments, weeks, people, st.integers(5, 600))
@settings(max_examples=50)
def test_each_working_day_brings_one_digest_and_never_before_its_hour(
    start: datetime, week: WorkingWeek, team: tuple[Colleague, ...], minutes: int
):
    told: set[tuple[str, str]] = set()
    for number in range(3 * 24 * 60 // minutes):
        now = start + timedelta(minutes=minutes * number)
        for one in team:
            day = due_digest(one, week, now, told)
            if day is None:
                continue
            told.add((one.id, f"digest {day.isoformat()}"))
            assert week.is_working_day(day)
            assert one.digest_hour is not None
            assert week.local(now).date() == day
