"""Tokens that are copied by hand from a card are the tokens of its link, however they were typed."""

import base64

from hypothesis import given
from hypothesis import strategies as st

from storage.db.ids import CROCKFORD, from_blocks, in_blocks

TOKENS = st.binary(min_size=16, max_size=16).map(lambda bits: base64.b32encode(bits).decode().rstrip("=").lower())


@given(token=TOKENS, is_small=st.booleans(), gap=st.sampled_from(["-", " ", ""]))
def test_blocks_lead_back_to_the_token(token, is_small, gap):
    typed = in_blocks(token)

    assert {len(block) for block in typed.split("-")} == {4, 2}
    assert set(typed) <= {*CROCKFORD, "-"}
    copied = typed.replace("0", "o").replace("1", "l").replace("-", gap)
    assert from_blocks(copied.lower() if is_small else copied) == token


@given(st.text(max_size=40))
def test_what_is_no_token_is_none(text):
    assert from_blocks(text) == "" or len(from_blocks(text)) == 26
