"""Real documents made worse: what bench/fuzz.py gives to the readers, the same for the same seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

LARGEST = 60_000
"""Bytes of a document before it is mutated; a larger one is cut."""

KINDS = {"tei": ".xml", "html": ".html", "text": ".txt", "pdf": ".pdf"}

_DIV = re.compile(rb"<div\b[^<>]*\btype=\"document\"[^<>]*>")
_TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><text>%s<body>%s</body></text></TEI>'
_PERSONS = re.compile(rb'<div[^<>]*xml:id="persons".{0,15000}', re.DOTALL)

_WORDS = [
    *("\0", "\ufeff", "\u202e", "\u2066", "\u200b", "\u200d", "\u2028", "\x85", "\x1b[31m", "\x0c", "\ufffe", "\U000e0041"),
    *("e\u0301\u0301", "&x;", "&#0;", "&#xD800;", "&#x110000;", "&amp;amp;", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "]]>", "<![CDATA["),
    *("<!--", "-->", "<?x ?>", "</p>", "<p>", "<div>", "</div>", "<note n='1'>", "</note>", "<li value='99999999999'>"),
    *("<script>alert(1)</script>", "<br>", "<hi>", "<persName corresp='#p'>", "</persName>", "<list type='participants'>", "<item>"),
    *("</item>", "<date when='0000-00-00'/>", "<dateline>", "31 February 1961", "May 0, 1961", "29 February 1900", "99 May 99999"),
    *("1961-13-45", "0000", "9999-12-31", "May 1, 0001", "XII.31.1961", "[1]", "[", "]", "(", ")", "“", "”", '"', "'", "’s", "\n", "\r"),
    *("\r\n\r\n", "\t", " ", "\u00a0", ":", "—", "-", ".", "Mr. ", "Jr.", "U.S.", '"> <http://a/b> .\n', "\\", "\\u0000", "\\uD800"),
    *("{}", "{0}", "%s", "=1+1", "@SUM(1)", "²", "١٩٦١", "Ⅷ", "İ", "ß", "ﬁ", "ǅ", "PARTICIPANTS", "DATE:", "SUBJECT:"),
    *("Document Information", "Skip to content", "Citation: ", "Record ID", "Source", "Khrushchev: ", "Zhou Enlai", "obj", "endobj"),
    *("Khrushchev told Rusk that the Chinese have lied to us. ", "Kennedy said that Castro said that ", "stream", "/Kids [3 0 R]"),
    *("/Length 99999999", "/Filter /FlateDecode", "/Type /Page", "xref", "4 0 R", "startxref", "-1", "1e999", "<<", ">>", "Tj"),
]  # fmt: skip
_BYTES = [b"\xed\xa0\x80", b"\xff\xfe", b"\xef\xbb\xbf", b"\x81", b"\xc3", b"\xf4\x90\x80\x80"]
HOSTILE = [*(word.encode() for word in _WORDS), *_BYTES]

Change = Callable[[bytes, Random, Sequence[bytes]], bytes]


def _span(data: bytes, random: Random, longest: int = 200) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 2, 8, 40, longest)))


def _flip(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(data, random, 2000)
    return data[:start] + data[end:]


def _end(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    return data[: random.randrange(len(data)) + 1]


def _again(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """A stretch many times over: nesting, long lines, many notes."""
    start, end = _span(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 10, 300)) + data[end:]


def _insert(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(HOSTILE) * random.choice((1, 1, 1, 2, 50, 3000)) + data[at:]


def _replace(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """A word, tag or number by something hostile, everywhere or once."""
    found = re.findall(rb"<[^<>]{1,80}>|\d+|\w+|[^\w\s]|\s+", data)
    return data.replace(random.choice(found), random.choice(HOSTILE), random.choice((1, 1, 5, -1))) if found else data


def _figures(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Other digits for some digits: other days, notes, offsets."""
    start, end = _span(data, random, 5000)
    return data[:start] + re.sub(rb"\d", lambda m: b"%d" % random.randrange(10), data[start:end]) + data[end:]


def _swap(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    lines = re.split(rb"(?<=[\n>])", data)
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _splice(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    at, (start, end) = random.randrange(len(data) + 1), _span(other, random, 3000)
    return data[:at] + other[start:end] + data[at:]


def _letters(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(data, random, 2000)
    change = random.choice((bytes.upper, bytes.lower, bytes.title, lambda b: b.replace(b" ", b"\n"), lambda b: b.replace(b"\n", b" ")))
    return data[:start] + change(data[start:end]) + data[end:]


CHANGES: tuple[Change, ...] = (_flip, _cut, _end, _again, _insert, _insert, _replace, _replace, _figures, _swap, _splice, _letters)


def mutated(seeds: Sequence[bytes], random: Random) -> bytes:
    """One of the documents with one to six changes."""
    data = random.choice(seeds)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        if data:
            data = random.choice(CHANGES)(data, random, seeds)
    return data[: 10 * LARGEST]


def seeds(kind: str, shared: Path, pages: Path) -> list[bytes]:
    """Real documents for a reader: of FRUS volumes, annotated texts, saved pages, and PDFs made from texts."""
    if kind == "tei":
        return [one for file in sorted(shared.glob("corpus/frus/*.xml")) for one in _volumes(file.read_bytes())]
    texts = [file.read_bytes()[:LARGEST] for file in sorted([*shared.glob("corpus/*.txt"), *shared.glob("gold/dev/text/**/*.txt")])]
    if kind == "html":
        return [*(file.read_bytes() for file in sorted(pages.glob("*.html"))), *map(_page, texts)]
    return texts if kind == "text" else [_pdf(text) for text in texts]


def _volumes(data: bytes) -> Iterator[bytes]:
    """Small volumes of two documents each, with a list of persons."""
    starts = [m.start() for m in _DIV.finditer(data)]
    persons = _PERSONS.search(data)
    front = b"<front>%s</list></div></front>" % persons[0].rpartition(b"<item>")[0] if persons else b""
    for one, two, end in zip(starts[::9], starts[1::9], starts[2::9], strict=False):
        whole = _closed(data[one:two]) + _closed(data[two:end])
        if len(whole) < LARGEST:
            yield _TEI % (front, whole)


def _closed(stretch: bytes) -> bytes:
    """A document's division without what follows it."""
    depth = 0
    for mark in re.finditer(rb"<div\b[^<>]*[^/]>|</div>", stretch):
        depth += -1 if mark[0] == b"</div>" else 1
        if depth == 0:
            return stretch[: mark.end()]
    return b""


def _page(text: bytes) -> bytes:
    """A text as a saved page: a paragraph for each of its blocks."""
    blocks = re.split(rb"\n\s*\n", text.replace(b"&", b"&amp;").replace(b"<", b"&lt;"))
    inner = b"".join(b"<p>%s</p>\n" % block.replace(b"\n", b"<br>") for block in blocks)
    return b"<!DOCTYPE html><html><head><meta charset='utf-8'><title>A</title></head><body><div>%s</div></body></html>" % inner


def _pdf(text: bytes) -> bytes:
    """A PDF of two pages with the beginning of a text."""
    lines = [line.translate(None, b"()\\\r") for line in text.split(b"\n")[:90]]
    shown = [b"".join(b"(%s) Tj T* " % line for line in part) for part in (lines[:45], lines[45:])]
    streams = [b"BT /F1 9 Tf 11 TL 40 780 Td %sET" % words for words in shown]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 7 0 R >> >> >>"
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", page % 5, page % 6]
    parts += [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream) for stream in streams]
    parts += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, table = b"%PDF-1.4\n", b""
    for number, part in enumerate(parts, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    head = b"xref\n0 8\n0000000000 65535 f \n%strailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head % (table, len(out))
