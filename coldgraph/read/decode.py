"""Bytes of a text file -> its characters, one for one, and a note on how they were read."""

from __future__ import annotations

import codecs
import re

from coldgraph.errors import UnreadableSource

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = {n: " " for n in (*range(32), 127) if chr(n) not in "\n\t"}
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"Rar!")
ADVICE = "save it again as UTF-8 text"


def is_binary(data: bytes) -> bool:
    """Whether the first bytes are those of a picture, archive or program, or hold more than a few NULs."""
    head = data[:4096]
    if head.startswith(_MAGIC):
        return True
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    return head.count(0) > max(4, len(head) // 100)


def decode(data: bytes) -> tuple[str, str]:
    """The characters and the encoding that was used: UTF-8, UTF-16 or UTF-32 by its mark, else cp1252.

    >>> decode("naïve".encode("cp1252"))
    ('naïve', 'cp1252')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), "cp1252"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"is neither UTF-8, UTF-16 nor {encoding} text (byte {error.start})"
        raise UnreadableSource(what, advice=ADVICE) from error


def canonical(text: str) -> str:
    """Line ends become LF; other control characters a space each, so that offsets hold.

    >>> canonical("a\\r\\nb\\x0cc")
    'a\\nb c'
    """
    return re.sub(r"\r\n?", "\n", text).translate(_CONTROLS)
