"""What senders do to plain text on its way: soft line ends, files typed into the text, signatures round it."""

import re

_UU_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S[^\n]{0,200})\n(?=[!-`])", re.MULTILINE)
_UU_LINE = re.compile(r"[!-`]{1,62}")
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----\n"
_SIGNATURE = "\n-----BEGIN PGP SIGNATURE-----"
_SIGNATURE_END = "-----END PGP SIGNATURE-----"
_ENRICHED = re.compile(r"<(/?)([A-Za-z-]{1,60})>|(<<)")
_SOFT_ENDS = re.compile(r"(?<!\n)\n(?!\n)")
PGP_MESSAGE = "-----BEGIN PGP MESSAGE-----"


def unflow(text: str, *, drop_space: bool) -> str:
    """Join the soft line ends of format=flowed (RFC 3676). Quoted lines keep their marks. Takes linear time.

    `drop_space` is DelSp=yes: the space before a soft line end is no part of the text.
    """
    done: list[str] = []
    open_depth, held = -1, [""]
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        is_signature = bare == "-- "
        if open_depth >= 0 and (depth != open_depth or is_signature):
            done.append(_quoted(open_depth, held))
            held, open_depth = [], -1
        elif open_depth < 0:
            held = []
        if bare.endswith(" ") and not is_signature:
            held.append(bare[:-1] if drop_space else bare)
            open_depth = depth
        else:
            done.append(_quoted(depth, [*held, bare]))
            held, open_depth = [], -1
    return "\n".join([*done, _quoted(open_depth, held)] if open_depth >= 0 else done)


def without_files(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Take uuencoded files out of a text. Returns the text, and the name and size of each file."""
    if "begin " not in text:
        return text, ()
    kept: list[str] = []
    files: list[tuple[str, int]] = []
    at = 0
    while found := _UU_BEGIN.search(text, at):
        end, size = _uu_end(text, found.end())
        kept.append(text[at : found.start()] if end else text[at : found.end()])
        files.extend([(found[1].strip(), size)] if end else [])
        at = end or found.end()
    return "".join([*kept, text[at:]]), tuple(files)


def without_armour(text: str) -> tuple[str, bool]:
    """Return the text inside a PGP signature, and whether there was one. Text before and after it is kept."""
    begins = text.find(_SIGNED)
    ends = text.find(_SIGNATURE, begins)
    starts = text.find("\n\n", begins)
    if begins < 0 or ends < 0 or not begins < starts < ends:
        return text, False
    inner = text[starts + 2 : ends].replace("\n- ", "\n").removeprefix("- ")
    last = text.find(_SIGNATURE_END, ends)
    after = text[last + len(_SIGNATURE_END) :] if last >= 0 else ""
    return text[:begins] + inner + after, True


def from_enriched(text: str) -> str:
    """Return the words of text/enriched (RFC 1896): a single line end is a space, a command is left out."""
    joined = re.sub(r"\n(\n+)", r"\1", _SOFT_ENDS.sub(" ", text))
    kept: list[str] = []
    at, hidden = 0, 0
    for found in _ENRICHED.finditer(joined):
        if not hidden:
            kept.append(joined[at : found.start()])
        at = found.end()
        if found[3]:
            kept.append("<")
        elif found[2].lower() == "param":
            hidden = 0 if found[1] else 1
    return "".join([*kept, "" if hidden else joined[at:]])


def _quoted(depth: int, held: list[str]) -> str:
    return ">" * depth + " " + "".join(held) if depth > 0 else "".join(held)


def _uu_end(text: str, at: int) -> tuple[int, int]:
    """Return where a uuencoded file that begins at `at` ends (0: it is none), and its size."""
    size = 0
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at : min(line_end, at + 100)]
        at = line_end + 1
        if line.strip() in {"end", "`"}:
            return (at, size) if line.strip() == "end" else (_after_end(text, at), size)
        if not _UU_LINE.fullmatch(line.rstrip(" ")):
            return 0, 0
        size += (ord(line[0]) - 32) & 63
    return len(text), size


def _after_end(text: str, at: int) -> int:
    return at + 4 if text.startswith("end\n", at) else at
