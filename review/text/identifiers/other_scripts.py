"""Names in scripts without capital letters: Arabic, Hebrew, those of India and Ethiopia, Chinese and others."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from review.text.identifiers import lexicon
from review.text.identifiers.words import Word
from storage.review.texts import TextSpan

_APART = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u10d0-\u10ff\u1100-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af\ufb1d-\ufeff]"
)
_CHINESE = re.compile("[\u3400-\u9fff]+")
_MOST_IN_A_ROW = 4
"""Words of another script within an English text that may be one name."""
_TITLES = lexicon.cue("other titles")
"""Titles, after which a name comes."""
_HONOURED = lexicon.cue("other honours")
"""What is said after a name."""
_LINKS = lexicon.cue("other links")
"""Words within an Arabic name."""
_PLAIN = lexicon.cue("other openers")
"""What begins a sentence and is no name."""
_MOST_ADDED = 4
"""Letters at the end of a word of India that say how it stands in the sentence."""
_BEFORE_IN_ARABIC = "وبلفك"
_CALLED = "我叫|名叫|叫做|我是|姓名是|名字是|我的名字叫"
_PLAIN_CHINESE = (
    "高兴|方便|安静|安全|平安|时候|时间|周[一二三四五六日末]|明天|今天|马上|成功|任何|任务|连接|白天|和平|关于|应该|容易|温暖|水平|单位|全国|中国|英国|方法|"
    "于是|包括|文化|何时|万一|黄色|白色|谢谢|钱|常常|经常|计划|管理|项目|程序|解决|司机|路上|房间|花时间|都|那|能|从|向|要"
)
_AFTER = "医生|醫生|先生|女士|小姐|老师|老師|护士|護士|太太|阿姨|叔叔"


def spans(text: str, words: Sequence[Word]) -> Iterator[TextSpan]:
    """Yield names in scripts that have no capital letters."""
    apart = [word for word in words if _APART.match(word.text)]
    if not apart:
        return
    if len(apart) * 2 <= len(words):
        yield from _rows(words)
        return
    yield from (TextSpan(*match.span(match.lastgroup or 0), "name") for match in _chinese().finditer(text))
    yield from _listed(words)


def _rows(words: Sequence[Word]) -> Iterator[TextSpan]:
    """Yield each row of words in another script within a text in Latin letters: a guess, for they are few."""
    row: list[Word] = []
    for word in (*words, None):
        is_apart = word is not None and _APART.match(word.text) is not None
        if row and word is not None and is_apart and word.joins:
            row.append(word)
            continue
        if 0 < len(row) <= _MOST_IN_A_ROW:
            yield TextSpan(row[0].start, row[-1].stop, "name")
        row = [word] if word is not None and is_apart else []


def _listed(words: Sequence[Word]) -> Iterator[TextSpan]:
    """Yield words that are on a list of names, or stand beside a title, with those beside them that are too."""
    row: list[Word] = []
    for at, word in enumerate(words):
        is_named = _is_named(words, at)
        if row and not (is_named and word.joins):
            yield TextSpan(row[0].start, row[-1].stop, "name")
            row = []
        row += [word] if is_named and not _CHINESE.match(word.text) else []
    if row:
        yield TextSpan(row[0].start, row[-1].stop, "name")


def _is_named(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if _APART.match(word.text) is None:
        return False
    before = words[at - 1].key if at and word.joins else ""
    after = words[at + 1].key if at + 1 < len(words) and words[at + 1].joins else ""
    is_linked = word.key in _LINKS and bool(after) and (_is_listed(before) or before in _LINKS or not before)
    is_first = word.begins and len(word.key) > 2 and word.key not in _PLAIN and not _CHINESE.match(word.text)
    is_beside = is_first or before in _TITLES or after in _HONOURED or (before in _LINKS and at > 0)
    return is_linked or is_beside or _is_listed(word.key)


def _is_listed(key: str) -> bool:
    if len(key) > 1 and lexicon.is_name(key):
        return True
    cut = (
        (key[:-size] for size in range(1, _MOST_ADDED + 1))
        if key >= "\u0900"
        else (key[1:],)
        if key[:1] in _BEFORE_IN_ARABIC
        else ()
    )
    return any(len(part) > 2 and lexicon.is_name(part) for part in cut)


@cache
def _chinese() -> re.Pattern[str]:
    """Return what a Chinese name looks like: a family name and one or two signs that given names are made of."""
    first = "|".join(sorted((name for name in lexicon.family() if _CHINESE.fullmatch(name)), key=lambda one: -len(one)))
    rest = "".join(sorted({sign for name in lexicon.given() if _CHINESE.fullmatch(name) for sign in name}))
    return re.compile(
        f"(?:{_CALLED})(?P<told>(?:{first})[\u3400-\u9fff]{{1,2}})|(?P<titled>(?:{first})[\u3400-\u9fff]{{0,2}}?)(?={_AFTER})"
        f"|(?:^|[。！？\n])(?P<first>(?:{first})[\u3400-\u9fff]{{1,2}})(?=[说說在是的给給和把有没沒对對帮很不来來，,、 ])"
        f"|(?!{_PLAIN_CHINESE})(?P<listed>(?:{first})[{rest}]{{1,2}})"
    )
