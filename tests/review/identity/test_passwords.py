"""Passwords: how much work a hash is. Tests hash with less (`real_hashing` in tests/conftest.py)."""

MUCH_WORK = "$argon2id$v=19$m=65536,t=2,p=1$"
"""64 MiB and two passes."""


def test_a_hash_is_much_work_for_any_name_and_for_one_that_nobody_has(real_hashing):
    hasher, nobodys = real_hashing

    assert hasher.hash("harbour lantern biscuit").startswith(MUCH_WORK)
    assert nobodys.startswith(MUCH_WORK)
