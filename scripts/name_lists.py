"""Write the lists that the name check reads: names of Faker (MIT) and English words of SCOWL.

Run it where both are there; neither is needed to run sayso:

    python scripts/name_lists.py /usr/share/dict/british-english-small /usr/share/dict/british-english

The words are those of Debian's packages wbritish-small and wbritish.

Names that Faker lacks stand in `own.txt`, which is written by hand.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from textwrap import fill

DATA = Path(__file__).parent.parent / "review/text/identifiers/data"
LOCALES = (
    "ar_AA ar_PS ar_SA az_AZ bg_BG bn_BD cs_CZ de_DE el_GR en_GB en_IE en_IN en_KE en_NG en_PK en_US es_ES fa_IR fr_FR ga_IE "
    "gu_IN ha_NG hi_IN hr_HR hu_HU ig_NG it_IT lt_LT lv_LV mr_IN ne_NP nl_NL pl_PL pt_PT ro_RO ru_RU si_LK sk_SK sw ta_IN "
    "tr_TR tw_GH uk_UA vi_VN yo_NG zh_CN zu_ZA"
)
"""The languages and places that people in the UK have their names from, as far as Faker has them."""
_KINDS = {"first": "given", "middle": "given", "male": "family", "last": "family", "unisex": "family"}
_SCOWL = "Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists is granted without fee."


def write(common_file: Path, all_file: Path) -> None:
    """Write `given.txt` and `family.txt`, and `english.txt` with the common words and `english_more.txt` with the others."""
    found: dict[str, set[str]] = {"given": set(), "family": set()}
    for locale in LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind, names in _lists(provider):
            found[kind] |= set(_words(names, locale))
    for kind, names in found.items():
        _save(f"{kind}.txt", "Names of Faker 40.54 (MIT). Made by scripts/name_lists.py; do not edit.", names)
    common, every = _english(common_file), _english(all_file)
    _save("english.txt", f"Common English words of SCOWL. {_SCOWL}", common)
    _save("english_more.txt", f"Less common English words of SCOWL. {_SCOWL}", every - common)


def _english(file: Path) -> set[str]:
    return {line for line in file.read_text("utf-8").split() if re.fullmatch("[a-z]{2,}", line)}


def _lists(provider: type) -> Iterator[tuple[str, Iterable[str]]]:
    for attribute in dir(provider):
        kind = _KINDS.get(attribute.split("_")[0])
        names = getattr(provider, attribute)
        if kind and "name" in attribute and isinstance(names, list | tuple | dict):
            yield kind, names


def _words(names: Iterable[str], locale: str) -> Iterator[str]:
    """Return names word by word; one letter alone names nobody, but in Chinese."""
    for name in names:
        yield from (word for word in name.split() if len(word) > (locale != "zh_CN"))


def _save(name: str, told: str, words: Iterable[str]) -> None:
    (DATA / name).write_text(f"# {told}\n{fill(' '.join(sorted(words)), 118, break_on_hyphens=False)}\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
