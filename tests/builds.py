"""A small corpus of our own words with every kind of source, and what a build makes of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from click.testing import CliRunner

TITLE = "Discussion between Nikita Khrushchev and Dean Rusk"
SAID = "Khrushchev: We trust the Poles. The Chinese have lied to us.\n\nRusk: We welcome the help of Norway.\n"
TALK = f"{TITLE}\n\nVienna, 4 May 1961\n\n{SAID}"
NOTE = "Note on a talk\n\nOslo, 7 May 1961\n\nThe Norwegians warned the Soviet Union. Mr. Rusk regretted it.\n"
LETTER = "Letter from Dean Rusk to Nikita Khrushchev\n\nWashington, 9 May 1961\n\nDear Chairman:\n\nWe thank the Soviet Union.\n\nRusk\n"
PAGE = (
    f"<html><body><p>Skip to content</p><p>May 4, 1961</p><h1>{TITLE}</h1><p>Vienna, 4 May 1961</p><p>Khrushchev: We trust the Poles.</p>"
    "<p>Document Information</p><p>Source</p><p>Our Papers, Box 2.</p></body></html>"
)
SOUND = (
    '<div type="document" xml:id="d{0}" n="{0}"><head>{0}. Memorandum of Conversation</head><dateline><placeName>Vienna</placeName>, '
    '<date when="1961-05-0{0}">May {0}, 1961</date></dateline><p>Mr. <persName>Rusk</persName> said that the Soviets had lied.</p></div>'
)
BROKEN = SOUND.replace("</p>", "</q>")


def volume(*documents: str) -> str:
    """A FRUS volume of documents that are numbered from 1."""
    inner = "".join(document.format(number) for number, document in enumerate(documents, 1))
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{inner}</text></TEI>'


def pdf(text: str) -> bytes:
    """A one-page PDF with a text layer, or without one when the text is empty."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream = f"BT /F1 10 Tf 14 TL 40 780 Td {lines}ET".encode() if text else b""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


SOURCES: dict[str, bytes] = {
    "letter.txt": LETTER.encode(),
    "page.html": PAGE.encode(),
    "scan.pdf": pdf(TALK),
    "talk.txt": TALK.encode(),
    "vol.xml": volume(SOUND, SOUND, SOUND).encode(),
    "year/talk.txt": NOTE.encode("cp1252"),
}
DOCUMENTS = 8


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder and hand it back."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def contents(graph: Path) -> dict[str, bytes]:
    """Every file of a graph by its name; locks and the index are no part of it, anything left behind is."""
    files = [f for f in graph.rglob("*") if f.is_file() and "index" not in f.relative_to(graph).parts]
    return {f.relative_to(graph).as_posix(): f.read_bytes() for f in files if f.name not in (".lock", ".index-lock")}


def stamps(graph: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and as which file of the disk."""
    return {name: ((graph / name).stat().st_mtime_ns, (graph / name).stat().st_ino) for name in contents(graph)}


@dataclass(frozen=True)
class Shown:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


def run(*words: str | Path) -> Shown:
    """The command line in this process; a traceback is no way to end."""
    from coldgraph.cli import main

    found = CliRunner().invoke(main, [os.fspath(word) for word in words])
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return Shown(found.exit_code, found.stdout, found.stderr)


APART = "COLDGRAPH_APART" in os.environ


def apart(file: str) -> None:
    """The tests of a file once more, in a process that has opened no store and imported nothing for others."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", file]
    told = plain | {"COLDGRAPH_APART": "1"}
    found = subprocess.run(command, env=told, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout[-3000:]


def in_child(work: Callable[[], Any], user: int | None = None) -> tuple[Any, int]:
    """What a function gives in a copy of this process, and the copy's exit status; under another user where one is named."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_work, args=(work, user, theirs))
    child.start()
    theirs.close()
    try:
        given = ours.recv()
    except EOFError:
        given = None
    child.join(120)
    assert child.exitcode is not None
    return given, child.exitcode


def _work(work: Callable[[], Any], user: int | None, out: Connection) -> None:
    signal.alarm(120)
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    out.send(work())
