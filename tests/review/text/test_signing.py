"""What staff write is signed once."""

from review.text.signing import signed


def test_a_message_is_signed_once_and_not_at_all_where_nobody_signs():
    assert signed("Hello.", "This is from Ada.") == "Hello.\n\nThis is from Ada."
    assert signed("Hello.\n\nThis is from Ada.", "This is from Ada.") == "Hello.\n\nThis is from Ada."
    assert signed("Hello.", "") == "Hello."
