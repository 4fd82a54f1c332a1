"""Coded projects written and read again, and what other programs write."""

from datetime import UTC, datetime

import pytest

from feedback.errors import SaysoError
from report.exports.qdpx_project import outgoing, placed
from report.exports.qdpx_read import read_qdc, read_qdpx
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxProject, QdpxSource, QdpxSpan, guid_of, id_of
from report.exports.qdpx_write import qdc_file
from report.exports.redaction import HiddenSpan
from tests.drawn import as_files

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOP, UNDER, TEXT, ADA = (guid_of("theme", "1"), guid_of("theme", "2"), guid_of("text", "1"), guid_of("coder", "1"))
CODES = (QdpxCode(TOP, 'Pay & "thanks"', "What was paid.\nAll of it."), QdpxCode(UNDER, "Ärger <3", "", TOP))
SPANS = (
    QdpxSpan(guid_of("coding", "1"), UNDER, 3, 5, ADA, AT, "Why 🙂"),
    QdpxSpan(guid_of("coding", "2"), TOP, 0, 11, ADA, AT),
    QdpxSpan(guid_of("coding", "3"), TOP, 0, 11),
)
WHOLE = QdpxProject(
    "Club & friends",
    CODES,
    (QdpxCoder(ADA, "Ada <a@b>"),),
    (QdpxSource(TEXT, "why-c1", "👩‍👩‍👧 Ada\nyes", SPANS, (("flow", "club"), ("Used", "Yes & no"))),),
    AT,
)

FOREIGN = """<?xml version="1.0" encoding="utf-16"?>
<Project name="Other" xmlns="urn:QDA-XML:project:1.0">
 <Users><User guid="{{AAAAAAAA-0000-0000-0000-000000000001}}" name="Cal"/></Users>
 <CodeBook><Codes>
  <Code guid="AAAAAAAA-0000-0000-0000-000000000002" name="Pay" isCodable="false">
   <Code guid="AAAAAAAA-0000-0000-0000-000000000003" name="Late" isCodable="true"/></Code>
 </Codes></CodeBook>
 <Variables><Variable guid="AAAAAAAA-0000-0000-0000-000000000009" name="Age" typeOfVariable="Integer"/></Variables>
 <Cases><Case guid="AAAAAAAA-0000-0000-0000-000000000008"/></Cases>
 <Sources>
  <TextSource guid="AAAAAAAA-0000-0000-0000-000000000004" name="One" plainTextPath="internal://One.TXT">
   <PlainTextSelection guid="AAAAAAAA-0000-0000-0000-000000000005" startPosition="0" endPosition="3">
    <Coding guid="AAAAAAAA-0000-0000-0000-000000000006" creationDateTime="{time}">
     <CodeRef targetGUID="{{aaaaaaaa-0000-0000-0000-000000000003}}"/></Coding></PlainTextSelection>
   <PlainTextSelection guid="AAAAAAAA-0000-0000-0000-000000000005" startPosition="2" endPosition="99">
    <Coding guid="AAAAAAAA-0000-0000-0000-000000000006"/></PlainTextSelection>
   <PlainTextSelection guid="AAAAAAAA-0000-0000-0000-000000000005" startPosition="0" endPosition="1"/>
   <Coding guid="AAAAAAAA-0000-0000-0000-000000000007" creatingUser="AAAAAAAA-0000-0000-0000-000000000001">
    <CodeRef targetGUID="AAAAAAAA-0000-0000-0000-000000000002"/></Coding>
   <VariableValue><VariableRef targetGUID="AAAAAAAA-0000-0000-0000-000000000009"/>
    <IntegerValue>41</IntegerValue></VariableValue>
   <VariableValue><TextValue>of nothing</TextValue></VariableValue>
  </TextSource>
  <TextSource guid="AAAAAAAA-0000-0000-0000-00000000000a" name="In"><PlainTextContent>inside</PlainTextContent></TextSource>
  <TextSource guid="AAAAAAAA-0000-0000-0000-00000000000b" name="Lost" plainTextPath="internal://lost.txt"/>
  <TextSource guid="AAAAAAAA-0000-0000-0000-00000000000c" name="None"/>
  <PDFSource guid="AAAAAAAA-0000-0000-0000-00000000000d" name="A page"/>
 </Sources>
</Project>"""


def test_what_is_written_is_read_again_exactly_and_written_the_same():
    files = as_files(WHOLE)

    assert read_qdpx(files) == WHOLE
    assert as_files(read_qdpx(files)) == files


def test_a_project_of_nothing_has_no_empty_containers():
    files = as_files(QdpxProject("Nothing"))

    assert b"Users" not in files["project.qde"]
    assert b"Codes" not in files["project.qde"]
    assert read_qdpx(files) == QdpxProject("Nothing")


def test_a_codebook_goes_out_and_comes_in():
    assert read_qdc(qdc_file(WHOLE)).codes == CODES
    assert read_qdc(qdc_file(QdpxProject("Nothing"))) == QdpxProject("")


def test_what_xml_cannot_hold_is_marked_and_nothing_breaks():
    odd = QdpxProject("a\x00b\r\nc", (QdpxCode(TOP, "\x1b\ufffe", "one\rtwo"),))

    found = read_qdpx(as_files(odd))

    assert (found.name, found.codes[0].name, found.codes[0].memo) == ("a\ufffdb\nc", "\ufffd\ufffd", "one\ntwo")


def test_codes_in_a_ring_or_without_their_parent_stand_on_top():
    ring = (QdpxCode(TOP, "a", "", UNDER), QdpxCode(UNDER, "b", "", TOP), QdpxCode(TEXT, "c", "", ADA))

    assert [(code.name, code.parent) for code in read_qdc(qdc_file(QdpxProject("", ring))).codes] == [
        ("a", ""),
        ("b", ""),
        ("c", ""),
    ]


@pytest.mark.parametrize(
    ("time", "at"), [("2026-03-02T09:30:00Z", AT), ("2026-03-02T09:30:00", AT), ("yesterday", None)]
)
def test_what_other_programs_write_is_read_and_what_is_left_out_is_told(time, at):
    files = {"Project.qde": FOREIGN.format(time=time).encode("utf-16"), "Sources\\One.txt": "\ufeffÄäö".encode()}

    found = read_qdpx(files)

    first, inside = found.sources
    assert [(code.name, code.parent[-1:]) for code in found.codes] == [("Pay", ""), ("Late", "2")]
    assert (first.words, inside.words, first.values) == ("Ääö", "inside", (("Age", "41"),))
    assert [(span.start, span.stop, span.code[-1], span.coder[-1:], span.at) for span in first.spans] == [
        (0, 3, "2", "1", None),
        (0, 3, "3", "", at),
    ]
    assert found.left_out == (
        "Cases: 1",
        "PDFSource: 1",
        "PlainTextSelection outside its text: 1",
        "PlainTextSelection without a code: 1",
        "TextSource without its text: 2",
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", r"This is not XML \(line 1, character 0\)\. Export it again\."),
        (b"<Project>", r"This is not XML \(line 1, character 9\)"),
        (b"<CodeBook/>", "it begins with <CodeBook>, not with <Project>"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><Project/>', "has a document type"),
        (b"<Project><Users><User/></Users></Project>", "A <User> of this file has no guid that can be read"),
    ],
)
def test_what_is_no_project_is_refused_in_one_line(content, why):
    with pytest.raises(SaysoError, match=why):
        read_qdpx({"project.qde": content})


def test_a_zip_of_other_things_is_no_project():
    with pytest.raises(SaysoError, match=r"it holds no project\.qde"):
        read_qdpx({"a.txt": b"", "deep/project.qde": b"<Project/>"})


def test_a_guid_that_came_from_outside_stays():
    guid = "aaaaaaaa-0000-0000-0000-000000000003"

    assert guid_of("theme", id_of(guid)) == guid
    assert guid_of("theme", "mfrggzdfmztwq2lk") != guid_of("coding", "mfrggzdfmztwq2lk")


CHECKED, HIDDEN = "With Ada. It was", (HiddenSpan(5, 8, "name"),)


@pytest.mark.parametrize(
    ("said", "start", "stop"), [("With", 0, 4), ("[name]", 5, 8), ("It", 10, 12), ("With [name]. It was", 0, 0)]
)
def test_a_span_of_checked_words_is_placed_in_the_words_as_they_came(said, start, stop):
    came = outgoing(CHECKED, HIDDEN).text
    at = came.index(said)
    source = QdpxSource(TEXT, "why-c1", came, (QdpxSpan(guid_of("coding", "1"), TOP, at, at + len(said)),), ())

    (back,) = placed(source, CHECKED, HIDDEN)

    assert (back.start, back.stop) == (start, stop)


def test_a_span_of_other_words_is_placed_nowhere():
    assert placed(QdpxSource(TEXT, "why-c1", "Other words", (), ()), CHECKED, HIDDEN) is None
    assert placed(QdpxSource(TEXT, "why-c1", "With [name]. It was", (), ()), CHECKED, None) is None
