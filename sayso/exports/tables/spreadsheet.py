"""Workbooks (Office Open XML, ECMA-376) written row by row: no more of a table is held than the row that is written.

Every library that writes them holds all cells, or lays them in temporary files; people's words do not belong on a disk
that nobody chose. There are texts and numbers, and nothing that a program would run.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from feedback.errors import SaysoError
from sayso.exports.zipped import encoded, zipped

CELL_MOST = 32_767
"""The most characters that Excel holds in a cell, counted as UTF-16 does."""
ROW_MOST = 1_048_576
"""The most rows that Excel holds in a sheet, the head among them."""
COLUMN_MOST = 16_384
"""The most columns that Excel holds in a sheet."""
CUT = " [cut here: this cell holds no more. The JSON lines hold all.]"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ESCAPED = re.compile('[&<>"]|[\x00-\x08\x0b\x0c\x0d-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)')
"""What must be written in another way: signs of XML, marks that it cannot hold, and what would be read as one of these."""
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

SheetCell = str | int | float | datetime | None


@dataclass(frozen=True)
class Sheet:
    """One table: a name of at most 31 characters, what stands above the columns, and the rows, gone through once."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[SheetCell]]


def workbook(sheets: Sequence[Sheet], *, title: str, made_at: datetime) -> Iterator[bytes]:
    """Yield a workbook of these sheets. A text longer than a cell can hold is cut, and says so.

    Raises SaysoError for more rows or columns than a sheet can hold.
    """
    names = [sheet.name for sheet in sheets]
    about = (
        ("[Content_Types].xml", _types(len(names))),
        ("_rels/.rels", _package()),
        ("docProps/core.xml", _core(title, made_at)),
        ("xl/workbook.xml", _book(names)),
        ("xl/_rels/workbook.xml.rels", _parts(len(names))),
        ("xl/styles.xml", _STYLES),
    )
    tables = ((f"xl/worksheets/sheet{n}.xml", encoded(_table(one))) for n, one in enumerate(sheets, start=1))
    return zipped((*((name, (text.encode(),)) for name, text in about), *tables))


def _types(count: int) -> str:
    parts = [("/xl/workbook.xml", f"{_SHEET_TYPE}.sheet.main+xml"), ("/xl/styles.xml", f"{_SHEET_TYPE}.styles+xml")]
    parts += [(f"/xl/worksheets/sheet{n}.xml", f"{_SHEET_TYPE}.worksheet+xml") for n in range(1, count + 1)]
    parts += [("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _package() -> str:
    return _relations(
        [
            (f"{_RELATIONS}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )


def _parts(count: int) -> str:
    sheets = [(f"{_RELATIONS}/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    return _relations([*sheets, (f"{_RELATIONS}/styles", "styles.xml")])


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _core(title: str, made_at: datetime) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{_escaped(title)}</dc:title>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made_at:%Y-%m-%dT%H:%M:%SZ}</dcterms:created></cp:coreProperties>'
    )


def _book(names: Sequence[str]) -> str:
    told = "".join(
        f'<sheet name="{_escaped(one)}" sheetId="{n}" r:id="rId{n}"/>' for n, one in enumerate(names, start=1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{told}</sheets></workbook>'


def _table(sheet: Sheet) -> Iterator[str]:
    if len(sheet.columns) > COLUMN_MOST:
        raise SaysoError(f"A sheet holds {COLUMN_MOST:,} columns at most, and there are more. Use csv or parquet.")
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
    )
    yield _row(1, sheet.columns, ' s="1"')
    for number, row in enumerate(sheet.rows, start=2):
        if number > ROW_MOST:
            raise SaysoError(f"A sheet holds {ROW_MOST:,} rows at most, and there are more. Use csv or parquet.")
        yield _row(number, row)
    yield "</sheetData></worksheet>"


def _row(number: int, cells: Iterable[SheetCell], style: str = "") -> str:
    told = (_cell(f'{_letters(column)}{number}"{style}', cell) for column, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(told)}</row>'


def _cell(place: str, cell: SheetCell) -> str:
    match cell:
        case None | "":
            return ""
        case int() | float():
            return f'<c r="{place}><v>{cell!r}</v></c>'
        case datetime():
            return f'<c r="{place} t="inlineStr"><is><t>{cell.isoformat()}</t></is></c>'
        case _:
            text = _escaped(_fitting(cell))
            return f'<c r="{place} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


@cache
def _letters(column: int) -> str:
    """Return the letters of a column, counted from nought: A to Z, then AA."""
    before, place = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + place)


def _escaped(text: str) -> str:
    return _ESCAPED.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    """Return a sign as an entity, and a mark that XML cannot hold as ECMA-376 has it (22.4.2.4): _x0007_."""
    sign = found.group()
    return _SIGNS.get(sign) or f"_x{ord(sign):04X}_"


def _fitting(text: str) -> str:
    """Return a text as a cell can hold it: with the line ends of a sheet, and cut where it is too long."""
    text = text.replace("\r\n", "\n")
    if 2 * len(text) <= CELL_MOST:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * CELL_MOST:
        return text
    return units[: 2 * (CELL_MOST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT
