"""Channels are known by what they can do."""

import pytest

from feedback.channels import EMAIL, Channel, UnknownChannel, channel_named, register, registered


def test_each_channel_is_found_by_the_name_that_stands_in_the_database() -> None:
    assert [channel_named(channel.name) for channel in registered()] == list(registered())


def test_a_channel_that_nobody_registered_is_refused() -> None:
    with pytest.raises(UnknownChannel):
        channel_named("pigeon")


def test_a_name_cannot_stand_for_two_channels() -> None:
    with pytest.raises(ValueError, match="name"):
        register(Channel(channel_named("telegram").name, is_letter=True))


def test_registering_the_same_channel_again_changes_nothing() -> None:
    before = registered()
    register(EMAIL)
    assert registered() == before


def test_a_name_that_could_not_stand_in_a_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="name"):
        register(Channel("e'mail"))
