"""Themes and codings that go to another program and come back."""

import zipfile
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, update

from report.exports.qdpx_types import QdpxCode, QdpxSource, QdpxSpan, guid_of, id_of
from report.exports.qdpx_write import qdc_file
from sayso.core.clock import now
from storage.audit import audit_log, undo
from storage.audit.undo import Act
from storage.review import coding_exchange, codings
from storage.review.codings import NewCoding
from storage.review.texts import TextSpan as Part
from storage.review.themes import Wording
from storage.review.themes import add as add_theme
from storage.tables import answers, staff, text_checks, themes
from storage.tables import codings as coding_rows
from tests.drawn import as_files, as_qdpx, read_here

GUIDS = [f"aaaaaaaa-0000-4000-8000-00000000000{number}" for number in range(10)]


@pytest.fixture
def coded(house_on_both):
    """Two people wrote, and Bea has coded: a part, the whole, with a memo, under a theme that is part of another."""
    house_on_both.finishes("yes", "It is Ada's milk 👩‍👩‍👧\r\nand mine", person=7)
    house_on_both.finishes("no", "It is not", person=8)
    with house_on_both.store() as opened:
        vault = opened.vault

        def code(tx):
            tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()})
            act = Act(tx, vault, by="s1", what="coded", now=now())
            top = add_theme(tx, act, wording=Wording("Milk", "What is in the tea"), now=now())
            under = add_theme(tx, act, wording=Wording("Whose", "", top), now=now())
            said = {text.words: text for text in coding_exchange.current_texts(tx, vault) if text.question == "why"}
            first = next(text for words, text in said.items() if "Ada" in words)
            codings.add(
                tx, vault, act, text=first, theme_id=under, coding=NewCoding(Part(6, 16), now(), "Whose it is 🙂")
            )
            codings.add(tx, vault, act, text=first, theme_id=top, coding=NewCoding(codings.WHOLE, now()))
            codings.add(tx, vault, act, text=said["It is not"], theme_id=top, coding=NewCoding(Part(0, 2), now()))

        opened.database.write_now(code)
    return house_on_both


def stored(house):
    with house.store() as opened, opened.database.reading() as tx:
        names = sorted((one.name, one.definition, one.parent_id is None) for one in coding_exchange.every_theme(tx))
        spans = sorted(
            (one.theme, one.span.start, one.span.stop, one.coder, one.memo)
            for one in codings.everything(tx, opened.vault)
        )
        return names, spans


def brought(house, project, *more):
    path = house.folder / "in.qdpx"
    path.write_bytes(as_qdpx(project))
    return house.run("themes", "import", path, "--by", "Bea", *more)


@pytest.mark.slow
def test_export_import_export_gives_the_same_bytes(coded):
    out = coded.folder / "one.qdpx"
    before = stored(coded)
    assert coded.run("export", "--format", "qdpx", "--out", out).code == 0
    with coded.store() as opened:
        opened.database.write_now(lambda tx: [tx.execute(delete(table)) for table in (coding_rows, themes)])

    shown = coded.run("themes", "import", out, "--by", "Bea")
    empty = stored(coded)
    done = coded.run("themes", "import", out, "--by", "Bea", "--yes")
    after = stored(coded)
    again = coded.run("themes", "import", out, "--by", "Bea", "--yes")
    coded.run("export", "--format", "qdpx", "--out", coded.folder / "two.qdpx")

    assert shown.out == ("new themes: 2, new codings: 3\nNothing is stored yet. To store it, add --yes.\n")
    assert (empty, done.out) == (([], []), "new themes: 2, new codings: 3\n")
    assert after == before
    assert again.out == "new themes: 0, new codings: 0\ncodings known already: 3\nthemes known already: 2\n"
    first, second = (replace(read_here(path), made_at=None) for path in (out, coded.folder / "two.qdpx"))
    assert as_files(first) == as_files(second)


@pytest.mark.slow
def test_what_comes_from_elsewhere_is_placed_or_told(coded):
    coded.run("export", "--format", "qdpx", "--out", coded.folder / "one.qdpx")
    project = read_here(coded.folder / "one.qdpx")
    hers = next(source for source in project.sources if "Ada" in source.words)
    other = next(source for source in project.sources if "Ada" not in source.words)
    spans = (
        replace(hers.spans[1], start=0, stop=2),
        QdpxSpan(GUIDS[1], GUIDS[2], 24, 25),
        QdpxSpan(GUIDS[3], GUIDS[9], 0, 1),
    )
    codes = (*project.codes, QdpxCode(GUIDS[2], "Milk"), QdpxCode(GUIDS[4], " "))
    foreign = replace(
        project,
        codes=codes,
        sources=(
            replace(hers, words=hers.words.replace("\n", "\r\n"), spans=spans),
            replace(other, words="It was not"),
            QdpxSource(GUIDS[5], "mine", "My notes", (QdpxSpan(GUIDS[6], GUIDS[2], 0, 2),)),
        ),
        left_out=(),
    )

    done = brought(coded, foreign, "--yes")

    assert done.out == (
        "new themes: 2, new codings: 2\n"
        "codings of texts that are not stored here: 1\n"
        "codings of texts that say something else now: 1\n"
        "codings under a code that is not in the codebook: 1\n"
        "themes known already: 2\n"
    )
    names, found = stored(coded)
    assert [name for name, *_ in names] == ["Milk", f"Milk ({GUIDS[2][:8]})", "Unnamed", "Whose"]
    assert ("Whose", 0, 2, "Bea", "Whose it is 🙂") in found
    assert (f"Milk ({GUIDS[2][:8]})", 24, 25, "Bea", "") in found


@pytest.mark.slow
def test_texts_are_known_by_their_name_or_their_words_where_every_guid_is_new(coded):
    before = stored(coded)
    coded.run("export", "--format", "qdpx", "--out", coded.folder / "one.qdpx")
    coded.run("export", "--format", "qdpx", "--documents", "person", "--out", coded.folder / "people.qdpx")
    forget(coded)
    project = read_here(coded.folder / "one.qdpx")
    hers = next(source for source in project.sources if "Ada" in source.words)
    other = next(source for source in project.sources if "Ada" not in source.words)
    foreign = replace(
        project,
        sources=(
            replace(hers, guid=GUIDS[5], name=f"Files/2_{hers.name}.TXT"),
            replace(other, guid=GUIDS[6], name="Second", words=other.words.upper()),
        ),
    )

    assert "new themes: 2, new codings: 3" in brought(coded, foreign, "--yes").out
    assert stored(coded) == before

    forget(coded)
    documents = read_here(coded.folder / "people.qdpx")
    renewed = tuple(replace(one, guid=GUIDS[number]) for number, one in enumerate(documents.sources, start=5))
    assert "new themes: 2, new codings: 3" in brought(coded, replace(documents, sources=renewed), "--yes").out
    assert stored(coded) == before


@pytest.mark.slow
def test_themes_come_and_go_as_a_spreadsheet(coded):
    before = stored(coded)[0]
    assert coded.run("export", "--format", "themes", "--out", coded.folder / "themes.csv").code == 0
    forget(coded)

    done = coded.run("themes", "import", coded.folder / "themes.csv", "--by", "Bea", "--yes")

    assert "new themes: 2" in done.out
    assert stored(coded) == (before, [])


def forget(house):
    """Take all codings and themes away."""
    with house.store() as opened:
        opened.database.write_now(lambda tx: [tx.execute(delete(table)) for table in (coding_rows, themes)])


@pytest.mark.slow
def test_codings_on_checked_words_find_their_place_in_the_words_as_they_came(coded):
    with coded.store() as opened:
        opened.database.write_now(_check)
    coded.run("export", "--format", "qdpx", "--role", "analyst", "--out", coded.folder / "one.qdpx")
    (source,) = read_here(coded.folder / "one.qdpx").sources
    at = source.words.index("milk")
    span = QdpxSpan(GUIDS[1], source.spans[0].code, at, at + 4)
    project = replace(read_here(coded.folder / "one.qdpx"), sources=(replace(source, spans=(span,)),))

    assert brought(coded, project, "--yes").out.startswith("new themes: 0, new codings: 1\n")

    assert source.words.startswith("It is [name]'s milk")
    assert [one[1:3] for one in stored(coded)[1] if one[1] == 12] == [(12, 16)]


@pytest.mark.slow
def test_a_merged_theme_leads_to_the_one_that_took_its_place_and_a_codebook_brings_themes_alone(coded):
    with coded.store() as opened:
        ids = opened.database.read_now(lambda tx: {one.name: one.id for one in coding_exchange.every_theme(tx)})
        opened.database.write_now(
            lambda tx: tx.execute(update(themes).where(themes.c.name == "Whose").values(merged_into=ids["Milk"]))
        )
    coded.run("export", "--format", "qdc", "--out", coded.folder / "one.qdc")
    codes = (
        QdpxCode(guid_of("theme", ids["Whose"]), "Whose"),
        QdpxCode(GUIDS[0], "New", "memo", guid_of("theme", ids["Whose"])),
    )
    (coded.folder / "two.qdc").write_bytes(qdc_file(replace(read_here(coded.folder / "one.qdc"), codes=codes)))

    done = coded.run("themes", "import", coded.folder / "two.qdc", "--by", "Bea", "--yes")

    assert done.out == "new themes: 1, new codings: 0\nthemes known already: 1\n"
    with coded.store() as opened, opened.database.reading() as tx:
        new = next(one for one in coding_exchange.every_theme(tx) if one.name == "New")
        last = audit_log.entries(tx)[0]
    assert (new.id, new.parent_id, new.definition) == (id_of(GUIDS[0]), ids["Milk"], "memo")
    assert last.what == "brought in 1 themes and 0 codings"


@pytest.mark.slow
def test_an_import_is_undone_as_a_whole(coded):
    before = stored(coded)
    coded.run("export", "--format", "qdpx", "--out", coded.folder / "one.qdpx")
    project = read_here(coded.folder / "one.qdpx")
    brought(coded, replace(project, codes=(*project.codes, QdpxCode(GUIDS[0], "New"))), "--yes")

    with coded.store() as opened:
        (act, *_) = opened.database.read_now(undo.latest)
        opened.database.write_now(lambda tx: undo.undo(tx, opened.vault, act_id=act.id, by="s1", now=now()))

    assert stored(coded) == before


def test_codebooks_that_come_with_sayso_are_brought_in_by_their_name_and_once(house):
    with house.store() as opened:
        row = {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()}
        opened.database.write_now(lambda tx: tx.execute(insert(staff), row) and None)

    def bring(name):
        return house.run("themes", "import", name, "--by", "Bea", "--yes")

    assert "new themes: 51, new codings: 0" in bring("nhs-experience").out
    assert "new themes: 6, new codings: 0" in bring("criticality").out
    assert "new themes: 0, new codings: 0" in bring("nhs-experience").out
    assert "There is no file nonsense. With sayso come: criticality, nhs-experience." in bring("nonsense").err


def test_what_cannot_be_read_and_nobody_known_are_one_clear_line(house, tmp_path):
    bad, book = tmp_path / "bad.qdpx", tmp_path / "book.qdc"
    bad.write_bytes(b"PK no zip")
    book.write_bytes(b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    big = tmp_path / "big.qdpx"
    with zipfile.ZipFile(big, "w") as archive:
        archive.writestr("a.txt", "a" * 100)

    assert house.run("themes", "import", bad, "--by", "Bea").err == (
        f"{bad}: This is no .qdpx or .qdc that can be read. Export it again.\n"
    )
    assert house.run("themes", "import", book, "--by", "Bea").err == (
        'There is no open account named "Bea". See: sayso staff list.\n'
    )
    assert "holds no project.qde" in house.run("themes", "import", big, "--by", "Bea").err


def _check(tx):
    why = tx.execute(select(answers.c.id).where(answers.c.question == "why").order_by(answers.c.id)).scalars().first()
    row = {"id": "t1", "answer_id": why, "hidden": '[[6, 9, "name"]]', "state": "checked", "by": "s1", "at": now()}
    tx.execute(insert(text_checks), row)
