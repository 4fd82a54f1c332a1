"""Prints what an independent reader finds in a tagged PDF, as JSON. It runs in .venv-analysis."""

import json
import sys

import pikepdf
from pdfua import validate

_TEXT = frozenset({"Tj", "TJ", "'", '"'})


def main() -> None:
    with pikepdf.open(sys.argv[1]) as file:
        root = file.Root
        with file.open_metadata() as about:
            told = {"part": about.get("pdfuaid:part"), "title": about.get("dc:title")}
        elements = list(_elements(root.StructTreeRoot, 0))
        unmarked, marks = zip(*map(_content, file.pages), strict=True)
        told |= {
            "marked": bool(root.MarkInfo.Marked),
            "language": str(root.Lang),
            "shows title": bool(root.ViewerPreferences.DisplayDocTitle),
            "elements": elements,
            "unmarked": sum(unmarked),
            "marks": sum(marks),
            "marks in the tree": sum(one["marks"] for one in elements),
            "tab order": sorted({str(page.get("/Tabs")) for page in file.pages if "/Annots" in page}),
        }
    found = validate(sys.argv[1])
    sys.stdout.write(json.dumps(told | {"findings": [str(one) for one in found.findings]}))


def _elements(parent, depth):
    """Yield every element of the structure, parents first."""
    for kid in _kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            inside = list(_kids(kid))
            yield {
                "role": str(kid.S),
                "depth": depth,
                "alt": str(kid.get("/Alt", "")),
                "scope": _attribute(kid, "/Scope"),
                "holds": [str(one.S) for one in inside if isinstance(one, pikepdf.Dictionary) and "/S" in one],
                "marks": sum(_is_mark(one) for one in inside),
            }
            yield from _elements(kid, depth + 1)


def _kids(element):
    kids = element.get("/K", [])
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _is_mark(kid):
    return isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR")


def _attribute(element, name):
    given = element.get("/A", [])
    for one in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(one, pikepdf.Dictionary) and name in one:
            return str(one[name])
    return ""


def _content(page):
    """Return how often a page draws text or a picture outside any mark, and how many marks name a place in the tree."""
    unmarked = depth = marks = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            depth += 1
            marks += name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
        elif name == "EMC":
            depth -= 1
        elif depth == 0 and (name in _TEXT or name == "Do"):
            unmarked += 1
    return unmarked, marks


main()
