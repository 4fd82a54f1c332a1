"""Themes and codings that come back from other programs: first what would change, then the change."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from report.exports.documents import apart
from report.exports.qdpx_project import placed
from report.exports.qdpx_types import QdpxCode, QdpxProject, QdpxSource, QdpxSpan, guid_of, id_of
from sayso.exports.known_texts import KnownTexts, hidden_in
from storage.accounts.members import members
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.review import coding_exchange, codings
from storage.review.coding_exchange import IncomingCoding, KnownTheme
from storage.review.texts import FreeText

Place = tuple[str, str, str, int, int]
"""Where a coding stands: theme, text, coder, start, stop."""


@dataclass
class ImportPlan:
    """What a project would bring. `told` counts what is known already, and what cannot come in and why."""

    themes: list[KnownTheme] = field(default_factory=list)
    codings: list[IncomingCoding] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Here:
    """What is stored already."""

    themes: Mapping[str, str]
    coders: Mapping[str, str]
    texts: KnownTexts
    places: set[Place]
    ids: set[str]
    by: str
    now: datetime


def plan(tx: Connection, vault: Vault, project: QdpxProject, *, by: str, now: datetime) -> ImportPlan:
    """Return what a project would bring. Codings of people who are nobody here count as those of `by` (a staff id).

    Themes are known again by their GUID, else by their name; texts by their GUID, else by the name of the source, else by
    their words, as long as they say the same. A document of one person is taken apart first.
    Nothing is taken away and no theme here gets another wording.
    """
    result = ImportPlan()
    for what in project.left_out:
        name, _, count = what.rpartition(": ")
        result.told[f"left out, {name}"] += int(count)
    themes = _themes(tx, project.codes, result)
    given = codings.everything(tx, vault)
    here = _Here(
        themes,
        coders={guid_of("coder", member.id): member.id for member in members(tx)},
        texts=KnownTexts(coding_exchange.current_texts(tx, vault) if project.sources else ()),
        places={(one.theme_id, one.ref, one.by, one.span.start, one.span.stop) for one in given},
        ids={one.id for one in given},
        by=by,
        now=now,
    )
    for document in project.sources:
        for source in apart(document, here.texts.names):
            _bring_source(source, here, result)
    return result


def carry_out(tx: Connection, vault: Vault, wanted: ImportPlan, *, by: str, now: datetime) -> None:
    """Store what a plan brings, as one act that can be undone."""
    act = Act(tx, vault, by=by, what="brought in codings of another program", now=now)
    coding_exchange.bring_themes(act, wanted.themes, now=now)
    coding_exchange.bring_codings(tx, vault, act, wanted.codings)
    act.store()


def _themes(tx: Connection, codes: tuple[QdpxCode, ...], result: ImportPlan) -> dict[str, str]:
    """Return the id of the theme of each code by its GUID, and note those that are new."""
    known = coding_exchange.every_theme(tx)
    merged = {one.id: one.merged_into for one in known}
    by_guid = {guid_of("theme", one.id): one.id for one in known}
    by_name = {one.name.casefold(): one.id for one in known}
    names = {code.guid: code.name for code in codes}
    found: dict[str, str] = {}
    for code in codes:
        theme = by_guid.get(code.guid)
        name = code.name.strip() or "Unnamed"
        if theme is None and by_name.get(name.casefold()) in found.values():
            name = f"{name} ({names.get(code.parent, '') or code.guid[:8]})"
        theme = theme or by_name.get(name.casefold())
        if theme is None:
            theme = id_of(code.guid)
            result.themes.append(KnownTheme(theme, name, code.memo, found.get(code.parent)))
            by_name[name.casefold()] = theme
        else:
            result.told["themes known already"] += 1
        found[code.guid] = _standing(theme, merged)
    return found


def _standing(theme: str, merged: Mapping[str, str | None]) -> str:
    """Return the theme that took this one's place, or itself."""
    while into := merged.get(theme):
        theme = into
    return theme


def _bring_source(source: QdpxSource, here: _Here, result: ImportPlan) -> None:
    text = here.texts.of(source)
    if text is None:
        result.told["codings of texts that are not stored here"] += len(source.spans)
        return
    spans = placed(source, text.words, hidden_in(text))
    if spans is None:
        result.told["codings of texts that say something else now"] += len(source.spans)
        return
    for span in spans:
        _bring_span(span, text, here, result)


def _bring_span(span: QdpxSpan, text: FreeText, here: _Here, result: ImportPlan) -> None:
    theme = here.themes.get(span.code)
    if theme is None:
        result.told["codings under a code that is not in the codebook"] += 1
        return
    coder = here.coders.get(span.coder, here.by)
    place = (theme, text.ref, coder, span.start, span.stop)
    if place in here.places:
        result.told["codings known already"] += 1
        return
    name = id_of(span.guid)
    if name in here.ids:
        name = id_of(guid_of("coding", "/".join(map(str, (span.guid, *place)))))
    here.places.add(place)
    here.ids.add(name)
    result.codings.append(
        IncomingCoding(
            name, text.ref, text.person_id, theme, span.start, span.stop, coder, span.at or here.now, span.memo
        )
    )
